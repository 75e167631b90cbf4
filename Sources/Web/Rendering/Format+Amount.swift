import Foundation

extension Format {
    /// Minor units as people read them, with a space that breaks no line: `1 234,50 zł`.
    func amount(_ minor: Int64, _ currency: String) -> String {
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        let unit = currency == "PLN" ? text("number.zloty") : currency
        let sign = minor < 0 ? "\u{2212}" : ""
        return "\(sign)\(number(whole))\(text("number.decimal"))\(rest < 10 ? "0" : "")\(rest)\u{A0}\(unit)"
    }

    /// `1 234 567`
    func number(_ number: UInt64) -> String {
        let digits = Array(String(number))
        return digits.indices.reduce(into: "") { text, place in
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append("\u{A0}") }
            text.append(digits[place])
        }
    }

    /// `25.08.2026 10:31`
    func numeric(_ date: Date) -> String {
        let stamp = stamp(date)
        let day = stamp.prefix(10).split(separator: "-").reversed().joined(separator: ".")
        return "\(day) \(stamp.dropFirst(11).prefix(5))"
    }
}
