/// An amount in whole minor units of a currency: grosze, agorot. Both currencies of the product have a hundred of them.
package struct Money: Hashable, Sendable {
    package let minor: Int64
    /// ISO 4217: `PLN`, `ILS`.
    package let currency: String

    package init(minor: Int64, currency: String) {
        (self.minor, self.currency) = (minor, currency)
    }

    /// The number as people read it, with spaces that break no line: `−1 234,50`.
    /// - Parameter decimal: the sign before the minor units, as the reader's language has it.
    package func text(decimal: String) -> String {
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(minor < 0 ? "\u{2212}" : "")\(Self.grouped(whole))\(decimal)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `1 234 567`, with spaces that break no line.
    package static func grouped(_ number: UInt64) -> String {
        let digits = Array(String(number))
        return digits.indices.reduce(into: "") { text, place in
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append("\u{A0}") }
            text.append(digits[place])
        }
    }
}
