/// The card's tab Files.
struct FirmFilesPage: OfficePage {
    struct File: Encodable {
        /// The link to download it; `nil` when its bytes are lost.
        let fileHref: String?
        let fileName: String
        let fileKind: String
        let fileSize: String
        let sha256: String
        let subjectText: String
        let subjectHref: String
        let sentBy: String
        let sentAt: String
        let takenBy: [String]
        let isTaken: Bool
        let isWaiting: Bool
        let isLost: Bool
    }

    var template: String { "files/firm" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let files: [File]
    let isEmpty: Bool
    let isFiltered: Bool
    let kinds: [FilterLink]
    /// The chosen kind, which the choice of a period keeps.
    let kind: String?
    let periods: PeriodField
    let action: String
    let filesHref: String
    let printoutsHref: String
    let isFiles = true
    let isPrintouts = false
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { card.title }
}
