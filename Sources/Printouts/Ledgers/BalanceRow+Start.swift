import Formats

extension BalanceRow {
    /// Whether anything was posted between the opening of the books and the file's period.
    var hasEarlier: Bool { turnoverToDate != turnover }

    /// The balance at the start of the period, Wn less Ma. The file contains the balance at the opening of the books.
    var atStart: Int {
        guard hasEarlier else { return Int(opening.debit) &- Int(opening.credit) }
        return Int(closing.debit) &- Int(closing.credit) &- Int(turnover.debit) &+ Int(turnover.credit)
    }
}
