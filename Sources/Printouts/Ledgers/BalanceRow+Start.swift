import Formats

extension BalanceRow {
    /// Whether the books were opened before the days that the file is about, and something was posted between.
    var hasEarlier: Bool { turnoverToDate != turnover }

    /// What the account had when those days began, Wn less Ma. The file states what it had when the books were opened.
    var atStart: Int {
        guard hasEarlier else { return Int(opening.debit) &- Int(opening.credit) }
        return Int(closing.debit) &- Int(closing.credit) &- Int(turnover.debit) &+ Int(turnover.credit)
    }
}
