import GRDB

/// A country, with the format of its firms' tax identifiers.
package enum Country: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case poland = "PL"
    case israel = "IL"

    package var currency: String { self == .poland ? "PLN" : "ILS" }
    package var timeZone: String { self == .poland ? "Europe/Warsaw" : "Asia/Jerusalem" }
    package var identifierError: String { self == .poland ? "errors.nipWrong" : "errors.companyNumberWrong" }

    /// Returns the identifier's digits; `nil` when the check digit is wrong. It may be typed as people write it: in
    /// groups, with its name before it, in digits of any script.
    package func identifier(_ typed: String) -> String? {
        var (words, digits): (String.UnicodeScalarView, [Int]) = (.init(), [])
        for scalar in typed.unicodeScalars.prefix(Self.typedLimit) {
            if let digit = scalar.shownDigit {
                digits.append(Int(digit))
            } else if digits.isEmpty, scalar.properties.isAlphabetic {
                words.append(scalar)
            } else if scalar.properties.isAlphabetic || scalar == "," || scalar == "=" {
                return nil
            }
        }
        guard names.contains(SearchFolding.fold(String(words))) else { return nil }
        return isIdentifier(digits) ? digits.map(String.init).joined() : nil
    }

    /// In code points.
    private static let typedLimit = 80

    /// The names that may precede an identifier, letters alone and folded.
    private var names: Set<String> {
        self == .poland ? ["", "pl", "nip", "nippl"] : ["", "il", "חפ", "עמ", "עוסקמורשה", "מספרעוסק", "מספרחברה"]
    }

    /// Whether digits are an identifier, by their count and the check digit.
    func isIdentifier(_ digits: [Int]) -> Bool {
        self == .poland ? Self.isNIP(digits) : Self.isCompanyNumber(digits)
    }

    /// Returns an identifier whose leading zeros a spreadsheet removed; `nil` when the check digit does not match. Only
    /// Israeli numbers begin with zeros: those of a person who trades under their own number.
    package func identifierWithoutZeros(_ typed: String) -> String? {
        guard self == .israel, (5...8).contains(typed.count), typed.first != "0" else { return nil }
        return identifier(String(repeating: "0", count: 9 - typed.count) + typed)
    }

    /// Checks a NIP: ten digits, the last is the weighted sum of the others modulo 11, never 10.
    private static func isNIP(_ digits: [Int]) -> Bool {
        guard digits.count == 10, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = zip(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == digits[9]
    }

    /// Checks a ח.פ.: nine digits, alternating weights 1 and 2, digits of the products summed to a multiple of ten.
    private static func isCompanyNumber(_ digits: [Int]) -> Bool {
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = digits.enumerated().reduce(0) { sum, item in
            let product = item.element * (item.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + product / 10 + product % 10
        }
        return sum.isMultiple(of: 10)
    }
}
