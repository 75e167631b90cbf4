/// Finds the tax identifiers in a text, in whatever notation: `1234563218`, `PL 123-456-32-18`, one digit in each box
/// of a form, digits of any script with invisible characters between them. Only numbers with a correct check digit
/// count.
package enum FoundNumbers {
    /// Returns NIPs (ten digits) and numbers of Israeli firms (nine), without separators.
    package static func all(in text: some StringProtocol) -> Set<String> {
        var found: Set<String> = []
        var row = DigitRun()
        for character in text.unicodeScalars {
            if let digit = character.shownDigit {
                row.add(digit)
            } else if !row.separate(by: character) {
                row.collect(into: &found)
                row = DigitRun()
            }
        }
        row.collect(into: &found)
        return found
    }

    /// Whether a character may stand between the groups of one number: all but letters, currencies and the comma, which
    /// in Poland and Israel stands in amounts and between the numbers of a list.
    private static func isSeparator(_ character: Unicode.Scalar) -> Bool {
        if character == "," { return false }
        switch character.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .currencySymbol,
            .letterNumber, .otherNumber, .decimalNumber, .unassigned:
            return false
        default: return true
        }
    }

    /// The most line ends between two groups of one number: the text of a PDF has each box of a form on a line of its
    /// own.
    private static let lineLimit = 3

    /// A row of groups of digits with nothing but separators between them. A tax identifier consists of whole groups:
    /// ten digits in the middle of an account number are none.
    private struct DigitRun {
        private var digits: [UInt8] = []
        /// The index of the first digit of each group.
        private var starts: [Int] = []
        private var isBetween = true
        private var lines = 0

        mutating func add(_ digit: UInt8) {
            if isBetween { starts.append(digits.count) }
            (isBetween, lines) = (false, 0)
            digits.append(digit)
        }

        /// Whether the row continues after a character that is not a digit.
        mutating func separate(by character: Unicode.Scalar) -> Bool {
            if digits.isEmpty { return true }
            isBetween = true
            if character == "\n" { lines += 1 }
            return lines <= lineLimit && isSeparator(character)
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
