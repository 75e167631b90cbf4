import Formats
import Foundation
import Models
import Testing

@Suite("A file of firms")
struct FirmSheetTests {
    private static func sheet(_ text: String, _ country: Country = .poland) throws -> FirmSheet {
        try FirmSheet(Data(text.utf8), country: country)
    }

    @Test(
        "Is understood by its headings, in any order, in three languages",
        arguments: [
            "NIP;Nazwa firmy;Forma opodatkowania;Osoba kontaktowa;Adres e-mail;Etykiety",
            "tax identifier;Firm name;TAXATION FORM;Full name;e-mail;tags",
            "ח.פ.;שם העסק;צורת מיסוי;איש קשר;דוא\"ל;תגיות",
            "numer nip;FIRMA;forma;Imię i Nazwisko;E-MAIL;tagi",
        ]
    )
    func headings(_ line: String) throws {
        let sheet = try Self.sheet(line.replacing("\"", with: "״") + "\n1;2;3;4;5;6")
        let columns: [FirmColumn] = [.identifier, .name, .form, .person, .email, .tags]
        #expect(columns.map { sheet.place(of: $0)?.letter } == ["A", "B", "C", "D", "E", "F"])
        #expect(sheet.ignored.isEmpty && sheet.rowCount == 1)
    }

    @Test("Leaves columns alone that it does not know, and says which")
    func ignored() throws {
        let sheet = try Self.sheet("nazwa;REGON;NIP;forma;PESEL wspólnika\na;b;c;d;e")
        #expect(sheet.ignored == ["REGON", "PESEL wspólnika"])
    }

    @Test("Is refused without a column that it needs, which is named", arguments: FirmColumn.required(in: .poland))
    func missing(_ column: FirmColumn) throws {
        let names: [FirmColumn: String] = [.name: "nazwa", .identifier: "NIP", .form: "forma"]
        let left = names.filter { $0.key != column }.values.sorted().joined(separator: ";")
        #expect(throws: Invalid(column.rawValue, "errors.importColumnMissing")) { try Self.sheet("\(left)\nx;y") }
    }

    @Test("Needs no form in an Israeli office")
    func israeli() throws {
        #expect(try Self.sheet("שם;ח.פ.\nסטודיו;511111114", .israel).rowCount == 1)
    }

    @Test("Is refused with a column that stands twice, with both places, or with no row at all")
    func refused() {
        let twice = Invalid("email", "errors.importColumnTwice", ["first": "D", "second": "E"])
        #expect(throws: twice) { try Self.sheet("nazwa;NIP;forma;e-mail;mail\na;b;c;d;e") }
        #expect(throws: Invalid("files", "errors.importNoRows")) { try Self.sheet("nazwa;NIP;forma\n;;\n") }
        #expect(throws: CSVError(.unclosedQuote, row: 2, column: 1)) { try Self.sheet("nazwa;NIP;forma\n\"a;b;c") }
    }

    @Test("Names columns as a spreadsheet does")
    func letters() {
        #expect([0, 25, 26, 51, 52, 199].map(FirmSheet.letter) == ["A", "Z", "AA", "AZ", "BA", "GR"])
    }
}
