/// An amount in whole minor units of a currency: grosze, agorot. Both currencies of the product have a hundred of them.
package struct Money: Hashable, Sendable {
    package let minor: Int64
    /// ISO 4217: `PLN`, `ILS`.
    package let currency: String

    package init(minor: Int64, currency: String) {
        (self.minor, self.currency) = (minor, currency)
    }

    /// Returns the number as people read it, with no-break spaces: `−1 234,50`.
    /// - Parameter decimal: the decimal separator of the reader's language.
    package func text(decimal: String) -> String {
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(minor < 0 ? "\u{2212}" : "")\(Self.grouped(whole))\(decimal)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Returns `1 234 567`, with no-break spaces.
    package static func grouped(_ number: UInt64) -> String {
        let digits = Array(String(number))
        return digits.indices.reduce(into: "") { text, place in
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append("\u{A0}") }
            text.append(digits[place])
        }
    }
}
