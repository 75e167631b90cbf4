/// The page for choosing a file of firms and people.
struct ImportPage: OfficePage {
    struct Column: Encodable {
        let name: String
        let hint: String
        let isRequired: Bool
    }

    var template: String { "firmimports/new" }
    static let place = MenuPlace.firms
    let errors: [String]
    let columns: [Column]
    let action = Path.firmImport.text
    let sampleHref = Path.firmImportSample.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("firmImports.title") }
}

/// A number of an import, with its label.
struct ImportTotal: Encodable {
    let number: String
    let label: String
}

/// The check page: the result that importing the file would have.
struct ImportCheckPage: OfficePage {
    struct Remark: Encodable {
        let row: String
        let place: String
        let cell: String
        let sentence: String
    }

    /// Remarks of one kind, or a part of them if there are many.
    struct Remarks: Encodable {
        let title: String
        let tone: String
        let rows: [Remark]
        let previousHref: String?
        let nextHref: String?
        let pageText: String?
    }

    struct Person: Encodable {
        let personName: String
        let email: String
        let isKnown: Bool
    }

    struct Entry: Encodable {
        let row: String
        let name: String
        let identifier: String
        let facts: String?
        let people: [Person]
        let hasPeople: Bool
        let state: State
    }

    struct Entries: Encodable {
        let title: String
        let rows: [Entry]
        let previousHref: String?
        let nextHref: String?
        let pageText: String?
    }

    /// A possible encoding of the file.
    struct Reading: Encodable {
        let name: String
        let samples: [String]
        let href: String
    }

    var template: String { "firmimports/check" }
    static let place = MenuPlace.firms
    let fileName: String
    let reading: String
    let totals: [ImportTotal]
    let ignored: String?
    let changed: String?
    let mistakes: Remarks?
    let warnings: Remarks?
    let entries: Entries?
    let hasNothing: Bool
    let confirmText: String?
    let summary: String
    /// The possible encodings, if the person has to choose one.
    let readings: [Reading]
    let hasReadings: Bool
    /// The chosen encoding; empty if there was no choice.
    let encoding: String
    let action: String
    let againHref = Path.firmImport.text

    func title(_ text: LanguageText) -> String { text("firmImports.check.title") }
}

/// The page with the result of an import.
struct ImportDonePage: OfficePage {
    var template: String { "firmimports/done" }
    static let place = MenuPlace.firms
    let fileName: String
    let totals: [ImportTotal]
    let leftOut: String?
    let hasPeople: Bool
    let firmsHref = Path.firms.text
    let outboxHref = Path.outbox.text
    let againHref = Path.firmImport.text

    func title(_ text: LanguageText) -> String { text("firmImports.done.title") }
}
