import Foundation

/// A typed phone number.
package enum PhoneNumber {
    /// In bytes.
    private static let limit = 40

    /// Returns the number to store: digits, a plus, and the separators that people write. Replaces digits and dashes of
    /// other scripts with plain ones, and drops the apostrophe that keeps a spreadsheet from calculating, as in
    /// exported tables.
    package static func line(_ typed: String) -> String {
        let line = TypedText.line(typed)
        guard line.utf8.count <= 4 * limit else { return line }
        var plain = String.UnicodeScalarView()
        for scalar in line.precomposedStringWithCompatibilityMapping.unicodeScalars {
            if let digit = scalar.shownDigit {
                plain.append(Unicode.Scalar(48 + digit))
            } else if scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}" {
                plain.append("-")
            } else if !plain.isEmpty || !"'’ ".unicodeScalars.contains(scalar) {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// Checks for 7 to 15 digits (ITU-T E.164), with an optional plus before them; blanks, dashes, dots and slashes
    /// between them.
    package static func isPlausible(_ text: String) -> Bool {
        guard text.utf8.count <= limit else { return false }
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        let beginning = text.utf8.prefix { !(0x30...0x39).contains($0) }
        let pluses = text.utf8.count { $0 == UInt8(ascii: "+") }
        return (7...15).contains(digits) && pluses == beginning.count { $0 == UInt8(ascii: "+") } && pluses <= 1
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+- ()./".utf8.contains($0) }
    }
}
