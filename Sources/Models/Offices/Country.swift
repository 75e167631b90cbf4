import GRDB

/// A country with the tax identifier its firms are known by.
package enum Country: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case poland = "PL"
    case israel = "IL"

    package var currency: String { self == .poland ? "PLN" : "ILS" }
    package var timeZone: String { self == .poland ? "Europe/Warsaw" : "Asia/Jerusalem" }
    package var identifierError: String { self == .poland ? "errors.nipWrong" : "errors.companyNumberWrong" }

    /// The identifier's digits, or nothing when the check digit is wrong. It may be typed as people write it: in groups,
    /// with its name before it, in digits of any shape.
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

    /// What may stand before an identifier, in letters alone and folded.
    private var names: Set<String> {
        self == .poland ? ["", "pl", "nip", "nippl"] : ["", "il", "חפ", "עמ", "עוסקמורשה", "מספרעוסק", "מספרחברה"]
    }

    /// Whether digits are an identifier, by their number and the check digit.
    func isIdentifier(_ digits: [Int]) -> Bool {
        self == .poland ? Self.isNIP(digits) : Self.isCompanyNumber(digits)
    }

    /// The identifier that a spreadsheet took for a number, with the zeros in front that it cut; nothing when the check
    /// digit does not agree. Only numbers of Israel begin with zeros: those of a person who trades under their own.
    package func identifierWithoutZeros(_ typed: String) -> String? {
        guard self == .israel, (5...8).contains(typed.count), typed.first != "0" else { return nil }
        return identifier(String(repeating: "0", count: 9 - typed.count) + typed)
    }

    /// NIP: ten digits, the last is the weighted sum of the others modulo 11, never 10.
    private static func isNIP(_ digits: [Int]) -> Bool {
        guard digits.count == 10, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = zip(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == digits[9]
    }

    /// ח.פ.: nine digits, weights 1 and 2 in turn, digits of the products summed to a multiple of ten.
    private static func isCompanyNumber(_ digits: [Int]) -> Bool {
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = digits.enumerated().reduce(0) { sum, item in
            let product = item.element * (item.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + product / 10 + product % 10
        }
        return sum.isMultiple(of: 10)
    }
}
