/// A colour of a screen.
package struct Colour: Codable, Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// Reads `#0d6b5a`, as people copy it: with or without the sign, in capitals, in the short form `#fa0`.
    package init?(_ typed: String) {
        var signs = Array(typed.utf8.prefix(40).filter { $0 != 0x20 })
        if signs.first == UInt8(ascii: "#") { signs.removeFirst() }
        var digits = signs.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == signs.count else { return nil }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 else { return nil }
        func part(_ place: Int) -> UInt8 { UInt8(16 * digits[place] + digits[place + 1]) }
        self.init(red: part(0), green: part(2), blue: part(4))
    }

    /// `#0d6b5a`.
    package var hex: String { "#\(digits)" }

    /// `0d6b5a`.
    package var digits: String { "\(Self.digits(red))\(Self.digits(green))\(Self.digits(blue))" }

    private static func digits(_ part: UInt8) -> String { (part < 16 ? "0" : "") + String(part, radix: 16) }
}
