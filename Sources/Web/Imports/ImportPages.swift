/// Where a file of firms and people is chosen.
struct ImportPage: OfficePage {
    struct Column: Encodable {
        let name: String
        let hint: String
        let isRequired: Bool
    }

    var template: String { "imports/new" }
    static let place = MenuPlace.firms
    let errors: [String]
    let columns: [Column]
    let action = Path.firmImport.text
    let sampleHref = Path.firmImportSample.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("imports.title") }
}

/// One number of an import, with what it counts.
struct ImportTotal: Encodable {
    let number: String
    let label: String
}

/// The check page: what taking the file in would do.
struct ImportCheckPage: OfficePage {
    struct Remark: Encodable {
        let row: String
        let place: String
        let cell: String
        let sentence: String
    }

    /// Remarks of one kind, a part of them where there are many.
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

    /// One way to read the letters of the file.
    struct Reading: Encodable {
        let name: String
        let samples: [String]
        let href: String
    }

    var template: String { "imports/check" }
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
    /// Asks how the letters are read; nothing where it is known.
    let readings: [Reading]
    let hasReadings: Bool
    /// The one that was chosen; empty where none had to be.
    let encoding: String
    let action: String
    let againHref = Path.firmImport.text

    func title(_ text: LanguageText) -> String { text("imports.check.title") }
}

/// The page that says what has been taken in.
struct ImportDonePage: OfficePage {
    var template: String { "imports/done" }
    static let place = MenuPlace.firms
    let fileName: String
    let totals: [ImportTotal]
    let leftOut: String?
    let hasPeople: Bool
    let firmsHref = Path.firms.text
    let outboxHref = Path.outbox.text
    let againHref = Path.firmImport.text

    func title(_ text: LanguageText) -> String { text("imports.done.title") }
}
