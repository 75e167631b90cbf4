import Dates
import Formats
import Foundation
import Models
import Web

/// Takes in JPK, declarations and UPO, or ZIPs of them. The command hands over the bytes: the server may not be allowed to read them.
struct TaxImportRequest: AdminRequest {
    static let name = "import"

    /// The files' names, in the order in which the command has them.
    let names: [String]

    func run(in context: AdminContext) async throws {
        var tally = Tally()
        for (index, name) in names.enumerated() {
            do { try await take(index, name, context, &tally) } catch { try tally.refuse(name, error, context) }
        }
        if tally.refused > 0 { throw SettingError("\(tally.refused) of \(tally.all) files were not taken in") }
    }

    /// How many there were, those of archives one by one.
    private struct Tally {
        var all = 0
        var refused = 0
        /// Read when the first file is refused: most imports need no words for it.
        private var wording: TaxFileWording?

        /// Says why a file is not in; one bad file stops no other.
        mutating func refuse(_ name: String, _ error: any Error, _ context: AdminContext) throws {
            let words = try wording ?? TaxFileWording(.en, templates: context.settings.templates)
            wording = words
            guard let sentence = words.sentence(error) else { throw error }
            all += 1
            refused += 1
            try context.answers.complain("\(name): \(sentence.withoutIsolates)")
        }
    }

    /// One that the command was given: a file, or an archive of files.
    private func take(
        _ index: Int, _ name: String, _ context: AdminContext, _ tally: inout Tally
    ) async throws {
        let (files, answers) = (context.office.files, context.answers)
        let bundle = try await Blocking.run {
            try TaxFileBundle(named: name, in: files) { body in try answers.read(index, body) }
        }
        for file in bundle.files {
            let label = bundle.isZip ? "\(name): \(file.name)" : name
            do {
                try answers.say("\(label): \(try await take(file, of: bundle, context))")
                tally.all += 1
            } catch { try tally.refuse(label, error, context) }
        }
    }

    private func take(_ file: TaxFileBundle.File, of bundle: TaxFileBundle, _ context: AdminContext) async throws
        -> String
    {
        let files = context.office.files
        let received = try await Blocking.run { try bundle.receive(file, in: files) }
        let outcome = try await TaxImport.takeIn(received, in: .office, context.office.database, files, at: context.now)
        let found = outcome.found
        let item = try await context.office.database.read { db in
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
