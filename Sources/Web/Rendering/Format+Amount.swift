import Foundation
import Models

extension Format {
    /// As people read it, with spaces that break no line: `1 234,50 zł`.
    func amount(_ money: Money) -> String {
        let unit = money.currency == "PLN" ? text("number.zloty") : money.currency
        return "\(money.text(decimal: text("number.decimal")))\u{A0}\(unit)"
    }

    /// `1 234 567`, likewise.
    func number(_ number: UInt64) -> String { Money.grouped(number) }

    /// `25.08.2026 10:31`
    func numeric(_ date: Date) -> String {
        let stamp = stamp(date)
        let day = stamp.prefix(10).split(separator: "-").reversed().joined(separator: ".")
        return "\(day) \(stamp.dropFirst(11).prefix(5))"
    }
}
