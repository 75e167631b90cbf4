import GRDB

/// How often a firm settles VAT: in Poland monthly or quarterly, in Israel monthly or every two months.
package enum VATPeriod: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case monthly, bimonthly, quarterly, exempt
}
