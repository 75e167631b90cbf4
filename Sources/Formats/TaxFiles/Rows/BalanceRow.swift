/// One account of the zestawienie obrotów i sald, of `JPK_KR` and `JPK_KR_PD`, in minor units of the books' currency.
package struct BalanceRow: Hashable, Sendable {
    /// `KodKonta`, `S_1`
    package internal(set) var account: String
    /// `OpisKonta`, `S_2`
    package internal(set) var name: String
    /// `S_3`; `KodKategorii` in `JPK_KR`.
    package internal(set) var parent: String
    package internal(set) var opening: Pair
    package internal(set) var turnover: Pair
    /// Since the opening of the books.
    package internal(set) var turnoverToDate: Pair
    package internal(set) var closing: Pair
    /// `S_12_1` to `S_12_3`: the account's classification for the balance sheet and for the tax.
    package internal(set) var markers: [String]

    /// Wn and Ma.
    package struct Pair: Hashable, Sendable {
        package let debit: Int64
        package let credit: Int64
    }
}
