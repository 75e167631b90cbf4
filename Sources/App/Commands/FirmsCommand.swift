import ArgumentParser
import Foundation
import Models
import Web

struct FirmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firms", abstract: "The client firms of the office.", subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in firms and their people from a CSV file, all of them or none.",
            discussion: """
                Columns are found by their headings: the page Firms, From a CSV file, lists them and has a sample. What the
                office has already is left as it is.
                """
        )

        @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
        var file: String
        @OptionGroup var folder: DataOption
        @Flag(help: "Only says what would be done.")
        var check = false
        @Flag(help: "Takes the good rows in, and leaves out those with mistakes.")
        var skipErrors = false

        func run() async throws {
            let settings = try await Settings.read(data: folder.data)
            guard let contents = FileManager.default.contents(atPath: file) else {
                throw SettingError("\(file): there is no such file, or it cannot be read")
            }
            let office = try OpenedOffice(folder.data)
            guard let found = try await office.database.read({ db in try Office.find(db) }) else {
                throw SettingError("--data: \(folder.data) holds no office yet; make one with «skrytka office create»")
            }
            let wording = try ImportWording(.en, templates: settings.templates)
            let sheet = try read(contents, found, wording)
            let plan = try await office.database.read { db in try FirmImportPlan.make(db, sheet, for: found) }
            for remark in plan.mistakes { Terminal.complain(line(remark, sheet, wording)) }
            for remark in plan.warnings { Terminal.say("note: \(line(remark, sheet, wording))") }
            if !plan.mistakes.isEmpty, check || !skipErrors {
                throw SettingError(
                    "\(plan.wrongRowCount) of \(sheet.rowCount) rows have mistakes; nothing was taken in")
            }
            let result = "\(plan.firmCount) firms, \(plan.personCount) new people, \(plan.membershipCount) accesses"
            if check { return Terminal.say("Would be taken in: \(result).") }
            if plan.isEmpty { return Terminal.say("There is nothing new to take in.") }
            let (name, now) = (URL(fileURLWithPath: file).lastPathComponent, Date())
            try await office.database.write { db in
                try plan.takeIn(db, named: name, by: nil, on: found.today(at: now), at: now)
            }
            try office.database.close()
            Terminal.say("Taken in: \(result).")
        }

        private func read(_ contents: Data, _ office: Office, _ wording: ImportWording) throws -> FirmSheet {
            do {
                return try FirmSheet(contents, country: office.country)
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
}

extension String {
    /// For a terminal, which shows the marks of direction as boxes.
    fileprivate var withoutIsolates: String {
        String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    }
}
