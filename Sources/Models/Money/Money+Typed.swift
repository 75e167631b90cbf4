extension Money {
    /// The longest typed text, in bytes.
    private static let limit = 40

    /// Reads an amount as people type it in any of the three languages: `1 234,50`, `1,234.50`, `-12`, `1.234,5 zł`. A
    /// comma or full stop before three digits separates thousands; before one or two at the end it is the decimal
    /// separator. Fails for text that is ambiguous, has more than two decimals, or is too large a number.
    package init?(typed: String, currency: String) {
        guard typed.utf8.count <= Self.limit else { return nil }
        var digits = Self.withoutSpaces(typed)
        for name in Self.names[currency] ?? [] where digits.hasSuffix(name) { digits.removeLast(name.count) }
        let isNegative = digits.hasPrefix("-") || digits.hasPrefix("\u{2212}")
        if isNegative { digits.removeFirst() }
        guard let minor = Self.minor(digits) else { return nil }
        self.init(minor: isNegative ? -minor : minor, currency: currency)
    }

    /// The currency signs that people write after an amount.
    private static let names = ["PLN": ["zł", "zl", "PLN"], "ILS": ["₪", "ILS", "NIS", "ש\"ח", "ש״ח"]]

    private static func withoutSpaces(_ text: String) -> String {
        String(text.filter { !$0.isWhitespace && $0 != "'" })
    }

    private static func minor(_ digits: String) -> Int64? {
        var (whole, decimals) = (digits[...], Substring())
        if let sign = digits.lastIndex(where: { ",.".contains($0) }) {
            let rest = digits[digits.index(after: sign)...]
            if rest.count <= 2 { (whole, decimals) = (digits[..<sign], rest) }
        }
        guard let major = Self.whole(whole), decimals.allSatisfy(isDigit) else { return nil }
        let rest = Int64(decimals + String(repeating: "0", count: 2 - decimals.count)) ?? 0
        let (hundreds, isTooLarge) = major.multipliedReportingOverflow(by: 100)
        let (sum, isTooLargeYet) = hundreds.addingReportingOverflow(rest)
        return isTooLarge || isTooLargeYet ? nil : sum
    }

    /// Reads digits, in groups of three where they are separated.
    private static func whole(_ text: Substring) -> Int64? {
        let signs = Set(text.filter { !isDigit($0) })
        guard signs.isSubset(of: [",", "."]), signs.count < 2 else { return nil }
        let groups = text.split(omittingEmptySubsequences: false) { !isDigit($0) }
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        guard groups.count == 1 || (1...3).contains(groups[0].count) && groups[0].first != "0" else { return nil }
        return Int64(groups.joined())
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
