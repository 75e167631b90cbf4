import Dates

/// The card's tab Files, its second side: the printouts of what was taken in for the firm.
struct FirmPrintoutsPage: OfficePage {
    struct Printout: Encodable {
        /// Nothing when it can be made no more.
        let fileHref: String?
        let fileKind = "PDF"
        let kindText: String
        let structure: String
        let isCorrection: Bool
        let isInForce: Bool
        /// It says what the one in force says.
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

    /// All of one period.
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
    let years: [ArchivePage.Choice]
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
