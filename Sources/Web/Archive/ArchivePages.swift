import Foundation

/// One message of the archive.
struct ArchiveRow: Encodable {
    struct File: Encodable {
        /// Where it is taken; nothing when its bytes are lost.
        let fileHref: String?
        let fileName: String
        let fileKind: String
        let fileSize: String
        let sha256: String
        let takenBy: [String]
        let isTaken: Bool
        /// Of a printout: what kind of thing it is, and of what period. The digest is of the file that it was made of.
        let isPrintout: Bool
        let isSuperseded: Bool
        let isWaiting: Bool
        let isLost: Bool
    }

    let id: String
    let href: String
    let subjectText: String
    let author: String
    let authorSide: String
    let isOffice: Bool
    let kindText: String
    let isPayroll: Bool
    let sentAt: String
    let sentAtISO: String
    let bodyHTML: String
    let files: [File]
    let hasFiles: Bool
    let readers: [String]
    let isRead: Bool
    let isUnread: Bool
}

/// The card's tab Messages.
struct ArchivePage: OfficePage {
    struct Choice: Encodable {
        let label: String
        let href: String
        let isCurrent: Bool
    }

    var template: String { "archive/index" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let entries: [ArchiveRow]
    let isEmpty: Bool
    let isFiltered: Bool
    let q: String
    let filters: [Choice]
    let years: [Choice]
    let months: [Choice]
    let period: String?
    let side: String?
    let action: String
    let exportHref: String
    let printHref: String
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { card.title }
}

/// The same to be printed: without a menu, with who made it when.
struct ArchivePrintPage: OfficePage {
    var template: String { "archive/print" }
    static let place = MenuPlace.elsewhere
    let firmName: String
    let identifier: String
    let chosen: [String]
    let madeAt: String
    let madeBy: String
    /// Where the messages come.
    let gap = Self.mark
    let isEmpty: Bool
    let backHref: String

    /// A private character; what people typed may have it as well, but comes before it.
    private static let mark = "\u{E002}"

    /// The page before and after its messages.
    func around(_ html: String) -> (head: String, tail: String) {
        guard let gap = html.range(of: Self.mark, options: .backwards) else { return (html, "") }
        return (String(html[..<gap.lowerBound]), String(html[gap.upperBound...]))
    }

    func title(_ text: LanguageText) -> String { text("archive.printTitle", ["name": firmName]) }
}

/// Some of its messages.
struct ArchivePrintEntries: Page {
    var template: String { "archive/entries" }
    let entries: [ArchiveRow]
}
