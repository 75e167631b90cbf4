import Foundation

/// One message of the archive.
struct ArchiveRow: Encodable {
    struct File: Encodable {
        /// The link to download it; `nil` when its bytes are lost.
        let fileHref: String?
        let fileName: String
        let fileKind: String
        let fileSize: String
        let sha256: String
        let takenBy: [String]
        let isTaken: Bool
        /// For a printout: its kind and period. The digest is that of the imported file.
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
    /// Who withdrew it and when, if somebody did.
    let withdrawn: String?
}

/// A conversation of the archive: folded to its last message until it is opened.
struct ArchiveThread: Encodable {
    let threadHref: String
    let subjectText: String
    let isPayroll: Bool
    let author: String
    let preview: String
    let countText: String
    /// The number of files of the messages that are shown, printouts included.
    let fileCount: String?
    let filesText: String?
    let state: State?
    let lastAt: String
    let fullLastAt: String
    let lastAtISO: String
    /// Whether it is open from the beginning.
    let isOpen: Bool
    /// That there are more messages than these; `nil` when there are not.
    let moreText: String?
    /// The messages that the filters show, the oldest first.
    let entries: [ArchiveRow]
}

/// The card's tab Messages.
struct ArchivePage: OfficePage {
    var template: String { "archive/index" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let threads: [ArchiveThread]
    let isEmpty: Bool
    let isFiltered: Bool
    let q: String
    let filters: [FilterLink]
    let periods: PeriodField
    let show: String?
    let action: String
    let exportHref: String
    let printHref: String
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { card.title }
}

/// The page for printing: without a menu, with who made it and when.
struct ArchivePrintPage: OfficePage {
    var template: String { "archive/print" }
    static let place = MenuPlace.elsewhere
    let firmName: String
    let identifier: String
    let chosen: [String]
    let madeAt: String
    let madeBy: String
    /// The position of the messages.
    let gap = Self.mark
    let isEmpty: Bool
    let backHref: String

    /// A private-use character. Typed text before it may contain it too, so the last one counts.
    private static let mark = "\u{E002}"

    /// Returns the page's parts before and after its messages.
    func around(_ html: String) -> (head: String, tail: String) {
        guard let gap = html.range(of: Self.mark, options: .backwards) else { return (html, "") }
        return (String(html[..<gap.lowerBound]), String(html[gap.upperBound...]))
    }

    func title(_ text: LanguageText) -> String { text("archive.printTitle", ["name": firmName]) }
}

/// A batch of its messages.
struct ArchivePrintEntries: Page {
    var template: String { "archive/entries" }
    let entries: [ArchiveRow]
}
