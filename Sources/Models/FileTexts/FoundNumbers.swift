/// The tax identifiers that stand in a text, however they are written: `1234563218`, `PL 123-456-32-18`, a digit to
/// a box of a form. Only what passes its check digit is one.
package enum FoundNumbers {
    /// NIPs (ten digits) and numbers of Israeli firms (nine), without separators.
    package static func all(in text: some StringProtocol) -> Set<String> {
        var found: Set<String> = []
        var row = Row()
        for character in text.unicodeScalars {
            if let digit = value(character) {
                row.add(digit)
            } else if !row.separate(separators.contains(character)) {
                row.collect(into: &found)
                row = Row()
            }
        }
        row.collect(into: &found)
        return found
    }

    /// What may stand between the groups of one number.
    private static let separators: Set<Unicode.Scalar> = [
        " ", "\n", "\t", "|", "-", "\u{A0}", "\u{2007}", "\u{2009}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}",
        "\u{202F}", "\u{2212}",
    ]

    private static func value(_ character: Unicode.Scalar) -> UInt8? {
        character.value >= 48 && character.value <= 57 ? UInt8(character.value - 48) : nil
    }

    /// Groups of digits with little between them. A number is some of the groups, whole: what begins in the middle of
    /// an account's number is none.
    private struct Row {
        private var digits: [UInt8] = []
        /// Where each group begins.
        private var starts: [Int] = []
        private var gap = 1

        mutating func add(_ digit: UInt8) {
            if gap > 0 { starts.append(digits.count) }
            gap = 0
            digits.append(digit)
        }

        /// Whether the row may still go on after what is no digit.
        mutating func separate(_ isSeparator: Bool) -> Bool {
            if digits.isEmpty { return true }
            gap += 1
            return isSeparator && gap <= 3
        }

        func collect(into found: inout Set<String>) {
            guard digits.count >= 9 else { return }
            for (index, start) in starts.enumerated() {
                var next = index + 1
                while next <= starts.count {
                    let end = next < starts.count ? starts[next] : digits.count
                    next += 1
                    if end - start > 10 { break }
                    if end - start >= 9 { take(digits[start..<end], into: &found) }
                }
            }
        }

        private func take(_ part: ArraySlice<UInt8>, into found: inout Set<String>) {
            let country: Country = part.count == 10 ? .poland : .israel
            if country.isIdentifier(part.map(Int.init)) { found.insert(part.map(String.init).joined()) }
        }
    }
}
