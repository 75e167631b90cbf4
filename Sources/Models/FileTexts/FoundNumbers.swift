/// The tax identifiers that stand in a text, however they are written: `1234563218`, `PL 123-456-32-18`, a digit to
/// a box of a form, digits of any script with signs that nobody sees between them. Only what passes its check digit is
/// one.
package enum FoundNumbers {
    /// NIPs (ten digits) and numbers of Israeli firms (nine), without separators.
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

    /// Whether a sign may stand between the groups of one number: all but letters, currencies and the comma, which in
    /// Poland and Israel stands in amounts and between numbers of a list.
    private static func isSeparator(_ character: Unicode.Scalar) -> Bool {
        if character == "," { return false }
        switch character.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .currencySymbol,
            .letterNumber, .otherNumber, .decimalNumber, .unassigned:
            return false
        default: return true
        }
    }

    /// The most ends of lines between two groups of one number: boxes come out of a PDF with a line to each.
    private static let lineLimit = 3

    /// Groups of digits with nothing but separators between them. A number is some of the groups, whole: what begins in the middle of
    /// an account's number is none.
    private struct DigitRun {
        private var digits: [UInt8] = []
        /// Where each group begins.
        private var starts: [Int] = []
        private var isBetween = true
        private var lines = 0

        mutating func add(_ digit: UInt8) {
            if isBetween { starts.append(digits.count) }
            (isBetween, lines) = (false, 0)
            digits.append(digit)
        }

        /// Whether the row may still go on after what is no digit.
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
