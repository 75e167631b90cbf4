import Foundation

/// Reads the words out of a password, the way a guesser puts them in.
enum PasswordWords {
    /// Lower case, without accents: "Księgowość" and "ksiegowosc" are one word to a guesser.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            folded.append(scalar == "ł" ? "l" : scalar)
        }
        return String(folded)
    }

    /// What is left of a folded password without digits, punctuation and spaces: as it stands, and with the usual
    /// stand-ins ("p@ssw0rd") read as letters. Other signs stay: an emoji is nobody's decoration.
    static func readings(of folded: String) -> [String] {
        let scalars = Array(folded.unicodeScalars)
        let trimmed = scalars.drop(while: isDecoration).reversed().drop(while: isDecoration).reversed()
        let plain = letters(scalars)
        let read = letters(trimmed.map { standIns[$0] ?? $0 })
        return (plain == read ? [plain] : [plain, read]).filter { !$0.isEmpty }
    }

    /// Each phrase's words, and the phrase written together, with the phrase they come from. Single letters are
    /// left out: from "z o.o." one could spell anything.
    static func vocabulary(of phrases: [String]) -> [String: String] {
        var vocabulary: [String: String] = [:]
        for phrase in phrases {
            let scalars = Array(folded(phrase).unicodeScalars)
            let words = scalars.split(whereSeparator: isDecoration).map { letters(Array($0)) } + [letters(scalars)]
            for word in words where word.unicodeScalars.count > 1 && vocabulary[word] == nil {
                vocabulary[word] = phrase
            }
        }
        return vocabulary
    }

    /// The fewest known words that, put together, are the whole text; `nil` when it is not made of known words.
    static func split(_ text: String, known: (String) -> Bool) -> [String]? {
        let scalars = Array(text.unicodeScalars)
        var best: [[String]?] = [[]]
        for end in scalars.indices.map({ $0 + 1 }) {
            best.append(nil)
            for start in max(0, end - longestWord)..<end {
                guard let before = best[start], before.count + 1 < best[end]?.count ?? .max else { continue }
                let word = String(String.UnicodeScalarView(scalars[start..<end]))
                if known(word) { best[end] = before + [word] }
            }
        }
        return best[scalars.count]
    }

    private static let longestWord = 64

    private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static func letters(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars.filter { !isDecoration($0) }))
    }

    private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        guard scalar.isASCII else { return false }
        return !("a"..."z").contains(scalar)
    }
}
