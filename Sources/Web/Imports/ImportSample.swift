import Models

/// A sample file: every column, two firms and three people that do not exist.
struct ImportSample: Sendable {
    let text: LanguageText
    /// The e-mail address of an employee of the office.
    let supervisor: String

    var fileName: String { "\(text("imports.sample.file")).csv" }

    /// The bytes, with a byte order mark and semicolons, so that a spreadsheet of these countries opens it correctly.
    /// No cell contains a semicolon or a quote.
    var contents: String {
        let lines = [headings, bakery, bakeryAgain, studio].map { $0.joined(separator: ";") }
        return "\u{FEFF}" + lines.map { "\($0)\r\n" }.joined()
    }

    private var headings: [String] { FirmColumn.allCases.map(ImportWording(text).name) }

    private var bakery: [String] {
        [
            text("imports.sample.firm"), "1234563218", text("country.PL"), text("form.lumpSum"),
            text("imports.vat.monthly"), supervisor, text("imports.sample.tags"), text("imports.sample.yes"),
            text("imports.sample.person"), "jan@firma.example", "+48 600 000 001", "pl", text("imports.sample.rights"),
        ]
    }

    private var bakeryAgain: [String] {
        [
            "", "1234563218", text("country.PL"), "", "", "", "", "", text("imports.sample.second"),
            "anna@firma.example", "", "pl", text("imports.sample.read"),
        ]
    }

    private var studio: [String] {
        [
            text("imports.sample.abroad"), "123456782", text("country.IL"), text("form.israeli"),
            text("imports.vat.bimonthly"), supervisor, "", text("imports.sample.no"), text("imports.sample.third"),
            "noam@firma.example", "", "he", "",
        ]
    }
}
