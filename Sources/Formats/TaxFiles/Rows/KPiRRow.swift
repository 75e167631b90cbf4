import Dates

/// A row of the podatkowa księga przychodów i rozchodów, of `JPK_PKPIR (2)` and `(3)`, in grosze. Missing amounts are
/// `nil` and print as empty. `(3)` has two more fields than `(2)`, in which they are `nil`; the printed ledger's
/// columns are numbered differently from the file's elements.
package struct KPiRRow: Hashable, Sendable {
    /// `K_1`, as written.
    package internal(set) var number: String
    /// `K_2`
    package internal(set) var day: Day
    /// `K_3B` (3): the invoice's number in KSeF.
    package internal(set) var ksefNumber: String?
    /// `K_3A` (3), `K_3` (2)
    package internal(set) var document: String
    /// `K_4A`, `K_4B` (3): country and tax number of the counterparty.
    package internal(set) var country: String?
    package internal(set) var taxNumber: String?
    /// `K_5A`, `K_5B` (3); `K_4`, `K_5` (2). May be a filler such as `-`.
    package internal(set) var name: String
    package internal(set) var address: String
    /// `K_6`
    package internal(set) var event: String
    /// `K_7`, `K_8`: goods and services; other.
    package internal(set) var sales: Int64?
    package internal(set) var otherRevenue: Int64?
    /// `K_9`
    package internal(set) var revenue: Int64?
    /// `K_9A`: for a farmer, instead of `K_9`.
    package internal(set) var farmRevenue: Int64?
    /// `K_10`, `K_11`
    package internal(set) var goods: Int64?
    package internal(set) var purchaseCosts: Int64?
    /// `K_12`, `K_13`
    package internal(set) var wages: Int64?
    package internal(set) var otherExpenses: Int64?
    /// `K_14`
    package internal(set) var expenses: Int64?
    /// `K_14A`: for a farmer, instead of `K_14`.
    package internal(set) var farmExpenses: Int64?
    /// `K_15`: the column without a heading.
    package internal(set) var free: Int64?
    /// `K_16A`, `K_16B`: research and development.
    package internal(set) var researchText: String?
    package internal(set) var research: Int64?
    /// `K_17`
    package internal(set) var remarks: String?
}

/// Stock taken during the year (`PKPIRSpis`), in grosze.
package struct StockTaking: Hashable, Sendable {
    package internal(set) var day: Day
    package internal(set) var value: Int64
}
