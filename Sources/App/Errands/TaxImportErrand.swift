import Formats
import Foundation
import Models
import Web

/// Takes in JPK, declarations and UPO. The command hands over the bytes: the server may not be allowed to read them.
struct TaxImportErrand: Errand {
    static let name = "import"

    /// The files' names, in the order in which the command has them.
    let names: [String]

    func run(in room: ErrandRoom) async throws {
        let wording = try TaxFileWording(.en, templates: room.settings.templates)
        var refused = 0
        for (index, name) in names.enumerated() {
            do {
                try room.answers.say("\(name): \(try await take(index, name, room))")
            } catch {
                guard let sentence = wording.sentence(error) else { throw error }
                refused += 1
                try room.answers.complain("\(name): \(sentence.withoutIsolates)")
            }
        }
        if refused > 0 { throw SettingError("\(refused) of \(names.count) files were not taken in") }
    }

    private func take(_ index: Int, _ name: String, _ room: ErrandRoom) async throws -> String {
        let (files, answers) = (room.office.files, room.answers)
        let received = try await Blocking.run {
            try TaxImport.receive(named: name, into: files) { body in try answers.read(index, body) }
        }
        let outcome = try await TaxImport.takeIn(received, room.office.database, files, at: room.now)
        let found = outcome.found
        let item = try await room.office.database.read { db in
            try TaxImportList.items(db, [found.id], in: .office).first
        }
        let structure = "\(found.structure) (\(found.variant))"
        let period = found.fromOn.flatMap { from in found.untilOn.map { ", \(from.text) to \($0.text)" } } ?? ""
        let firm = item?.row.firmName.map { ", \($0)" } ?? ", no firm with this number: held for the office"
        let sums = found.problemCount == 0 ? "" : "; \(found.problemCount) of its numbers do not agree"
        if case .known = outcome { return "is there already: \(structure)\(period)\(firm)" }
        return "taken in: \(structure)\(period)\(firm)\(sums)"
    }
}
