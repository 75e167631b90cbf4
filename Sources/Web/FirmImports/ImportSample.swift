import Models

/// A sample file: every column, two firms and three people that do not exist.
struct ImportSample: Sendable {
    let text: LanguageText
    /// The e-mail address of an employee of the office.
    let supervisor: String

    var fileName: String { "\(text("firmImports.sample.file")).csv" }

    /// The bytes, with a byte order mark and semicolons, so that a spreadsheet of these countries opens it correctly.
    /// No cell contains a semicolon or a quote.
    var contents: String {
        let lines = [headings, bakery, bakeryAgain, studio].map { $0.joined(separator: ";") }
        return "\u{FEFF}" + lines.map { "\($0)\r\n" }.joined()
    }

    private var headings: [String] { FirmColumn.allCases.map(ImportWording(text).name) }

    private var bakery: [String] {
        [
            text("firmImports.sample.firm"), "1234563218", text("country.PL"), text("form.lumpSum"),
            text("firmImports.vat.monthly"), supervisor, text("firmImports.sample.tags"),
            text("firmImports.sample.yes"),
            text("firmImports.sample.person"), "jan@firma.example", "+48 600 000 001", "pl",
            text("firmImports.sample.rights"),
        ]
    }

    private var bakeryAgain: [String] {
        [
            "", "1234563218", text("country.PL"), "", "", "", "", "", text("firmImports.sample.second"),
            "anna@firma.example", "", "pl", text("firmImports.sample.read"),
        ]
    }

    private var studio: [String] {
        [
            text("firmImports.sample.abroad"), "123456782", text("country.IL"), text("form.israeli"),
            text("firmImports.vat.bimonthly"), supervisor, "", text("firmImports.sample.no"),
            text("firmImports.sample.third"),
            "noam@firma.example", "", "he", "",
        ]
    }
}
