import Dates
import Foundation

/// Finds the month of a file in its name or its text: `2026-07`, `07.2026`, `lipiec 2026`. It is shown as a hint and
/// decides nothing.
package enum FoundPeriod {
    /// Returns the first month in a file's name, else in its text; ignores the month of a full date.
    package static func month(name: String, text: String) -> Period? {
        let plain = (name as NSString).deletingPathExtension.map { $0 == "_" || $0 == " " ? "-" : $0 }
        return numeric(String(plain)) ?? compact(String(plain)) ?? named(name) ?? numeric(text) ?? named(text)
    }

    /// Reads `2026-07`, `07.2026`, `7/2026`.
    private static func numeric(_ text: String) -> Period? {
        for chunk in text.split(whereSeparator: { !$0.isASCII || !($0.isNumber || "-./".contains($0)) }) {
            let groups = chunk.split { "-./".contains($0) }
            for (index, group) in groups.enumerated() {
                guard let year = year(group) else { continue }
                let (before, after) = (groups.prefix(index), groups.dropFirst(index + 1))
                if let month = month(after.first), !isDay(after.dropFirst().first) {
                    return Period(month: month, of: year)
                }
                if let month = month(before.last), !isDay(before.dropLast().last) {
                    return Period(month: month, of: year)
                }
            }
        }
        return nil
    }

    /// Reads `202607`, in a name alone.
    private static func compact(_ name: String) -> Period? {
        for group in name.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) where group.count == 6 {
            if let year = year(group.prefix(4)), let month = month(group.suffix(2)) {
                return Period(month: month, of: year)
            }
        }
        return nil
    }

    /// Reads `lipiec 2026`, in every language.
    private static func named(_ text: String) -> Period? {
        let words = SearchFolding.fold(text).split { !($0.isLetter || $0.isNumber) }
        for (word, next) in zip(words, words.dropFirst()) {
            guard let month = months[String(word)], let year = year(next) else { continue }
            return Period(month: month, of: year)
        }
        return nil
    }

    private static func year(_ group: Substring) -> Int? {
        group.count == 4 ? Int(group).flatMap { (2000...2099).contains($0) ? $0 : nil } : nil
    }

    private static func month(_ group: Substring?) -> Int? {
        guard let group, group.count <= 2 else { return nil }
        return Int(group).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    private static func isDay(_ group: Substring?) -> Bool {
        guard let group, group.count <= 2, let day = Int(group) else { return false }
        return (1...31).contains(day)
    }

    /// The folded names of the months, in the forms used alone and beside a day: `lipiec`, `lipca`.
    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in Language.allCases {
            var calendar = Calendar(identifier: .gregorian)
            calendar.locale = Locale(identifier: language.rawValue)
            for names in [calendar.monthSymbols, calendar.standaloneMonthSymbols] {
                for (index, name) in names.enumerated() { months[SearchFolding.fold(name)] = index + 1 }
            }
        }
        return months
    }()
}
