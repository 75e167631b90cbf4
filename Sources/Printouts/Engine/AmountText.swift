/// Formats amounts in the Polish way: `-1 234 567,89`, with no-break spaces.
package enum AmountText {
    private static let space: UInt32 = 0xA0

    /// Calls `body` with the characters of an amount in minor units, in order.
    static func forEach(_ amount: Int, _ body: (UInt32) -> Void) {
        if amount < 0 { body(0x2D) }
        let magnitude = amount.magnitude
        forEachDigit(magnitude / 100, body)
        body(0x2C)
        body(0x30 + UInt32(magnitude / 10 % 10))
        body(0x30 + UInt32(magnitude % 10))
    }

    private static func forEachDigit(_ value: UInt, _ body: (UInt32) -> Void) {
        var divisor: UInt = 1
        var position = 0
        while value / divisor >= 10 {
            divisor *= 10
            position += 1
        }
        while divisor > 0 {
            body(0x30 + UInt32(value / divisor % 10))
            if position > 0, position.isMultiple(of: 3) { body(space) }
            divisor /= 10
            position -= 1
        }
    }

    package static func text(_ amount: Int) -> String {
        var text = String.UnicodeScalarView()
        forEach(amount) { if let scalar = Unicode.Scalar($0) { text.append(scalar) } }
        return String(text)
    }

    /// Formats whole units, as in declarations: `1 852`.
    package static func text(whole amount: Int) -> String {
        var text = String.UnicodeScalarView()
        if amount < 0 { text.append("-") }
        forEachDigit(amount.magnitude) { if let scalar = Unicode.Scalar($0) { text.append(scalar) } }
        return String(text)
    }
}
