import Foundation

extension Unicode.Scalar.Properties {
    fileprivate var isDecimal: Bool { numericType == .decimal }
}

/// Splits a password into words, like a guesser composes it.
enum PasswordWords {
    /// Returns lower case without accents: "Księgowość" and "ksiegowosc" are the same word to a guesser.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            folded.append(scalar == "ł" ? "l" : scalar)
        }
        return String(folded)
    }

    /// Returns the readings of a folded password, without spaces and plain punctuation: unchanged, with the usual
    /// substitutes ("p@ssw0rd") as letters, and with shifted characters as their keys ("!QAZ" for "1qaz").
    static func readings(of folded: String) -> [[Unicode.Scalar]] {
        let scalars = Array(folded.unicodeScalars)
        let first = scalars.firstIndex { !isDecoration($0) } ?? scalars.endIndex
        let last = scalars.lastIndex { !isDecoration($0) } ?? -1
        // Digits around a word are digits; substitutes are inside it.
        let letters = scalars.indices.map { index in
            index >= first && index <= last ? standIns[scalars[index]] ?? scalars[index] : scalars[index]
        }
        var readings = [withoutPunctuation(scalars)]
        for other in [withoutPunctuation(letters), withoutPunctuation(unshifted(scalars))]
        where !readings.contains(other) {
            readings.append(other)
        }
        return readings
    }

    /// Replaces characters that need the shift key with their keys.
    static func unshifted(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { scalars.map { unshiftedKeys[$0] ?? $0 } }

    /// Returns the words of phrases, and each phrase as one word, with and without its digits, by their hashes. Omits
    /// single letters, because "z o.o." would match anything, and short numbers.
    static func vocabulary(of phrases: [String]) -> [UInt64: String] {
        var vocabulary: [UInt64: String] = [:]
        for phrase in phrases {
            let scalars = Array(folded(phrase).unicodeScalars)
            let parts = scalars.split { !isLetterOrDigit($0) }.map { Array($0) }
            for part in parts + [parts.flatMap(\.self)] {
                for word in [part, part.filter { !$0.properties.isDecimal }] {
                    let isShort = word.count < (word.allSatisfy(\.properties.isDecimal) ? 4 : 2)
                    let hash = WordHash.of(String(String.UnicodeScalarView(word)))
                    if !isShort, vocabulary[hash] == nil { vocabulary[hash] = phrase }
                }
            }
        }
        return vocabulary
    }

    private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static let unshiftedKeys: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip("!@#$%^&*()_+{}|:\"<>?~".unicodeScalars, "1234567890-=[]\\;',./`".unicodeScalars))

    private static func withoutPunctuation(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        scalars.filter { !$0.properties.isWhitespace && !"-_.,!?'\"/:;()".unicodeScalars.contains($0) }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isDecimal
    }

    private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        guard scalar.isASCII else { return false }
        return !("a"..."z").contains(scalar)
    }
}
