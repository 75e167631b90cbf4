import Dates

/// The card's tab Files, its second part: the printouts of the firm's imports.
struct FirmPrintoutsPage: OfficePage {
    struct Printout: Encodable {
        /// `nil` when it can no longer be made.
        let fileHref: String?
        let fileKind = "PDF"
        let kindText: String
        let structure: String
        let isCorrection: Bool
        let isInForce: Bool
        /// Whether its rows are those of the version in force.
        let isCopy: Bool
        let isSuperseded: Bool
        let isLost: Bool
        let hasReceiptState: Bool
        let receiptState: String
        let isSent: Bool
        let sentText: String
        let sentHref: String
        let takenBy: [String]
        let isTaken: Bool
        let isWaiting: Bool
    }

    /// All printouts of one period.
    struct Period: Encodable {
        let periodText: String
        let printouts: [Printout]
    }

    var template: String { "printouts/firm" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let periods: [Period]
    let isEmpty: Bool
    let isFiltered: Bool
    let years: [FilterLink]
    let hasYears: Bool
    let action: String
    let filesHref: String
    let printoutsHref: String
    let isFiles = false
    let isPrintouts = true
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { "\(text("printouts.title")) · \(card.firmName)" }
}
