/// Detects passwords that only look long. Texts must be folded (`PasswordWords.folded`).
enum PasswordPatterns {
    /// Whether the text repeats one short piece ("abcabcabc…", "passwordpassword"), so that a guesser needs to find
    /// less than the shortest allowed password. The last repetition may be truncated.
    static func isRepetition(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        let period = shortestPeriod(scalars)
        return period <= 8 || (period < PasswordPolicy.minimum && period * 2 <= scalars.count)
    }

    /// Whether the text consists of sequences of keys or of the alphabet, each of three keys or more, with up to two
    /// other characters at the end: "qwertyuiopasdfg", "1qaz2wsx3edc4rfv", "987654321abcdef".
    static func isKeyboardWalk(_ text: String) -> Bool {
        let keys = Array(text.unicodeScalars)
        var position = 0
        while position < keys.count {
            let step = walks.map { longestMatch(of: keys, from: position, in: $0) }.max() ?? 0
            guard step >= 3 else { return keys.count - position <= 2 }
            position += step
        }
        return true
    }

    /// Returns the possible ends of runs that begin at a position: four or more characters in a row of keys or an
    /// alphabet, three or more times the same one.
    static func runs(from start: Int, in text: [Unicode.Scalar]) -> [Int] {
        var ends: [Int] = []
        var end = start + 1
        while end < text.count, text[end] == text[start] { end += 1 }
        if end - start >= 3 { ends += (start + 3)...end }
        end = start + 2
        while end < text.count, triples.contains(triple(text[end - 2], text[end - 1], text[end])) { end += 1 }
        if end - start >= 4 { ends += (start + 4)...end }
        return ends
    }

    /// Returns the ends of dates that begin at a position: years of this and the last century, and days in two
    /// notations.
    static func dates(from start: Int, in text: [Unicode.Scalar]) -> [Int] {
        let digits = text[start...].prefix(8).prefix { ("0"..."9").contains($0) }.map { Int($0.value) - 48 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        func isDay(_ day: Range<Int>, _ month: Range<Int>) -> Bool {
            (1...31).contains(number(day)) && (1...12).contains(number(month))
        }
        var found: [Int] = []
        if digits.count >= 4, (1900...2099).contains(number(0..<4)) { found.append(start + 4) }
        if digits.count >= 6, isDay(0..<2, 2..<4) { found.append(start + 6) }
        guard digits.count == 8 else { return found }
        let isWhole =
            isDay(0..<2, 2..<4) && (1900...2099).contains(number(4..<8))
            || isDay(6..<8, 4..<6) && (1900...2099).contains(number(0..<4))
        return isWhole ? found + [start + 8] : found
    }

    private static func triple(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt64 {
        UInt64(a.value) << 42 | UInt64(b.value) << 21 | UInt64(c.value)
    }

    /// All sequences of three adjacent keys.
    private static let triples: Set<UInt64> = Set(
        walks.flatMap { walk in (2..<walk.count).map { triple(walk[$0 - 2], walk[$0 - 1], walk[$0]) } })

    /// Uses the prefix function of Knuth, Morris and Pratt, in linear time.
    private static func shortestPeriod(_ text: [Unicode.Scalar]) -> Int {
        var borders = [Int](repeating: 0, count: text.count)
        for index in text.indices.dropFirst() {
            var border = borders[index - 1]
            while border > 0, text[border] != text[index] { border = borders[border - 1] }
            borders[index] = text[border] == text[index] ? border + 1 : 0
        }
        return text.count - (borders.last ?? 0)
    }

    private static func longestMatch(of keys: [Unicode.Scalar], from start: Int, in walk: [Unicode.Scalar]) -> Int {
        walk.indices.map { origin in
            zip(keys[start...], walk[origin...]).prefix { $0 == $1 }.count
        }.max() ?? 0
    }

    /// Rows, columns and alphabets, in both directions, each twice so that a sequence may continue from the start.
    private static let walks: [[Unicode.Scalar]] = [
        "1234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "!@#$%^&*()", "`1234567890-=",
        "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop[]asdfghjkl;'zxcvbnm,./", "abcdefghijklmnopqrstuvwxyz",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "1a2b3c4d5e6f7g8h9i0j", "a1b2c3d4e5f6g7h8i9j0",
        "אבגדהוזחטיכלמנסעפצקרשת", "קראטוןםפשדגכעיחלךףזסבהנמצתץ",
    ].flatMap { row in
        let keys = Array(row.unicodeScalars)
        return [keys + keys, (keys + keys).reversed()]
    }
}
