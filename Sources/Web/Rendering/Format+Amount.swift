import Foundation
import Models

extension Format {
    /// As people write it, with spaces that break no line: `1 234,50 zł`, `PLN 1,234.50`, `₪1,234.50`. In Hebrew it runs
    /// from the right, so it needs an isolate around it, as every number does there.
    func amount(_ money: Money) -> String {
        let number = money.digits(group: text("number.group"), decimal: text("number.decimal"))
        let sign = money.isNegative ? text("number.minus") : ""
        let pattern = money.currency == "ILS" ? "number.shekels" : "number.amount"
        let unit = money.currency == "PLN" ? text("number.zloty") : money.currency
        return text(pattern, ["sign": sign, "number": number, "unit": unit])
    }

    /// `1 234 567`, `1,234,567`.
    func number(_ number: UInt64) -> String { Money.grouped(number, by: text("number.group")) }

    /// `25.08.2026 10:31`, `25/08/2026 10:31`
    func numeric(_ date: Date) -> String {
        let stamp = stamp(date)
        let day = stamp.prefix(10).split(separator: "-").reversed().joined(separator: text("time.between"))
        return "\(day) \(stamp.dropFirst(11).prefix(5))"
    }
}
