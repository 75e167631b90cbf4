import Formats
import Foundation
import Models
import Web

/// Takes in firms and their people from a CSV file, all of them or none.
struct FirmsImportRequest: AdminRequest {
    static let name = "firms import"

    /// The file's name, for messages; its contents were read by the command.
    let file: String
    let contents: Data
    /// Only says what would be done.
    let isTrial: Bool
    let skipsErrors: Bool
    /// How its letters are read, where that is in doubt.
    let encoding: String?

    func run(in context: AdminContext) async throws {
        let (database, answers) = (context.office.database, context.answers)
        guard let office = try await database.read({ db in try Office.find(db) }) else {
            throw SettingError("--data: the folder holds no office yet; make one with «skrytka office create»")
        }
        let wording = try ImportWording(.en, templates: context.settings.templates)
        let sheet = try read(office, wording)
        let plan = try await database.read { db in try FirmImportPlan.make(db, sheet, for: office) }
        for remark in plan.mistakes { try answers.complain(line(remark, sheet, wording)) }
        for remark in plan.warnings { try answers.say("note: \(line(remark, sheet, wording))") }
        if !plan.mistakes.isEmpty, isTrial || !skipsErrors {
            throw SettingError("\(plan.wrongRowCount) of \(sheet.rowCount) rows have mistakes; nothing was taken in")
        }
        let result = "\(plan.firmCount) firms, \(plan.personCount) new people, \(plan.membershipCount) accesses"
        if isTrial { return try answers.say("Would be taken in: \(result).") }
        if plan.isEmpty { return try answers.say("There is nothing new to take in.") }
        try context.office.files.allowance.check()
        let (name, now) = (URL(fileURLWithPath: file).lastPathComponent, context.now)
        try await database.write { db in
            try plan.takeIn(db, named: name, by: nil, on: office.today(at: now), at: now)
        }
        try answers.say("Taken in: \(result).")
    }

    private func read(_ office: Office, _ wording: ImportWording) throws -> FirmSheet {
        do {
            let sheet = try FirmSheet(contents, country: office.country, as: encoding.flatMap(TextEncoding.init))
            if sheet.readings.isEmpty { return sheet }
            let readings = sheet.readings.map { "\($0.encoding.rawValue) («\($0.samples.joined(separator: ", "))»)" }
            throw SettingError(
                "--encoding: the letters of \(file) may be \(readings.joined(separator: " or ")); say which")
        } catch let error as SettingError {
            throw error
        } catch {
            guard let sentences = wording.sentences(error) else { throw error }
            throw SettingError("\(file): \(sentences.joined(separator: " "))".withoutIsolates)
        }
    }

    /// `row 14, column C (NIP), «123»: This NIP is wrong. …`
    private func line(_ remark: FirmImportPlan.Remark, _ sheet: FirmSheet, _ wording: ImportWording) -> String {
        let place = remark.column.map { column in
            sheet.place(of: column).map { ", column \($0.letter) (\($0.heading))" } ?? ", column \(column.rawValue)"
        }
        let cell = remark.cell.isEmpty ? "" : ", «\(remark.cell)»"
        return "row \(remark.row)\(place ?? "")\(cell): \(wording.sentence(remark))".withoutIsolates
    }
}
