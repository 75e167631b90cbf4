import Dates

/// A row of the ewidencja przychodów, of `JPK_EWP (1)` to `(4)`: in `(4)` a row has one rate, in older ones a column
/// for each.
package struct RevenueRow: Hashable, Sendable {
    /// `K_1`, as written.
    package internal(set) var number: String
    /// `K_2`: the day of entry; `K_3`: the day of the revenue.
    package internal(set) var enteredOn: Day
    package internal(set) var earnedOn: Day
    /// `K_4`
    package internal(set) var document: String
    /// (4): `K_5`, `K_6`, `K_7`.
    package internal(set) var ksefNumber: String?
    package internal(set) var country: String?
    package internal(set) var taxNumber: String?
    /// Grosze for each rate, in the file's order, including those written as 0.00.
    package internal(set) var amounts: [Portion]
    /// Grosze: the row's declared total, or its only amount in `(4)`.
    package internal(set) var total: Int64
    /// Text; in `(1)` a day.
    package internal(set) var remarks: String?

    package struct Portion: Hashable, Sendable {
        package let rate: RevenueRate
        package let amount: Int64
    }
}

/// A rate of the flat-rate tax, in tenths of a percent: 125 is 12.5 %.
package struct RevenueRate: Hashable, Comparable, Sendable {
    package let tenths: Int

    package init(tenths: Int) { self.tenths = tenths }

    package static func < (left: RevenueRate, right: RevenueRate) -> Bool { left.tenths < right.tenths }
}

/// A row of the list of fixed assets in `JPK_EWP (3)`: `KW_1` to `KW_10` as written, because the list is printed
/// unchanged.
package struct FixedAssetRow: Hashable, Sendable {
    package internal(set) var fields: [Field]

    package struct Field: Hashable, Sendable {
        /// `KW_1`
        package let element: String
        package let text: String
        /// Grosze, for amounts.
        package let amount: Int64?
    }
}
