/// An amount in whole minor units of a currency: grosze, agorot. Both currencies of the product have a hundred of them.
package struct Money: Hashable, Sendable {
    package let minor: Int64
    /// ISO 4217: `PLN`, `ILS`.
    package let currency: String

    package init(minor: Int64, currency: String) {
        (self.minor, self.currency) = (minor, currency)
    }

    package var isNegative: Bool { minor < 0 }

    /// Returns the number without its sign, as people read it: `1 234,50`.
    /// - Parameters: what separates thousands and decimals in the reader's language.
    package func digits(group: String, decimal: String) -> String {
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(Self.grouped(whole, by: group))\(decimal)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Returns `1 234 567`.
    package static func grouped(_ number: UInt64, by separator: String) -> String {
        let digits = Array(String(number))
        return digits.indices.reduce(into: "") { text, place in
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += separator }
            text.append(digits[place])
        }
    }
}
