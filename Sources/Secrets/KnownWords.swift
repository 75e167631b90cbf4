import Foundation

/// A word's hash (FNV-1a over code points), computed while a text is scanned, without copying words out of it.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ scalar: UInt32) { value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3 }

    /// The part of the hash in the table: with 300,000 words, one text in three million is wrongly taken for a word.
    var short: UInt64 { (value ^ (value >> 40)) & 0xFF_FFFF_FFFF }

    static func of(_ word: some StringProtocol) -> UInt64 {
        var hash = WordHash()
        for scalar in word.unicodeScalars { hash.add(scalar.value) }
        return hash.value
    }
}

/// The words of which guessers compose passwords, from Debian's dictionaries, places and names included.
///
/// Read once, when somebody chooses a password, and kept as a sorted table of hashes (1.5 MB). Endings are dropped, so
/// that `Lechia`, `Lechii` and `Lechią` are equal. Without the dictionaries only our own short list is used; `skrytka
/// doctor` reports that.
package final class KnownWords: Sendable {
    /// English words and common passwords (cracklib-runtime), and Polish ones with names and places (hunspell-pl).
    package static let files = ["/usr/share/dict/cracklib-small", "/usr/share/hunspell/pl_PL.dic"]

    /// The dictionaries that are missing on this machine.
    package static var missing: [String] { files.filter { !FileManager.default.isReadableFile(atPath: $0) } }

    static let installed = KnownWords(files: files)

    /// Shorter words occur in any text, so their letters are counted instead.
    private static let shortest = 5

    /// The upper four bytes of each hash, sorted, and its last byte.
    private let heads: [UInt32]
    private let tails: [UInt8]

    init(files: [String]) {
        var found: [UInt64] = []
        for file in files {
            // The limit of a dictionary's size, so that a wrong file does not fill the memory.
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe),
                data.count < 32 * 1024 * 1024
            else { continue }
            data.withUnsafeBytes { Self.read($0, into: &found) }
        }
        found.sort()
        var (heads, tails): ([UInt32], [UInt8]) = ([], [])
        heads.reserveCapacity(found.count)
        tails.reserveCapacity(found.count)
        var last: UInt64?
        for hash in found where hash != last {
            heads.append(UInt32(hash >> 8))
            tails.append(UInt8(truncatingIfNeeded: hash))
            last = hash
        }
        (self.heads, self.tails) = (heads, tails)
    }

    /// Whether a word without its ending (at most one vowel) has this hash.
    func hasStem(_ hash: UInt64) -> Bool {
        let (head, tail) = (UInt32(hash >> 8), UInt8(truncatingIfNeeded: hash))
        var (low, high) = (0, heads.count)
        while low < high {
            let middle = (low + high) / 2
            if heads[middle] < head { low = middle + 1 } else { high = middle }
        }
        while low < heads.count, heads[low] == head {
            if tails[low] == tail { return true }
            low += 1
        }
        return false
    }

    static func isVowel(_ letter: UInt32) -> Bool { "aeiouy".unicodeScalars.contains { $0.value == letter } }

    /// Reads one word on each line, up to a `/` with the spell checker's flags, in ISO 8859-2 or ASCII.
    private static func read(_ bytes: UnsafeRawBufferPointer, into found: inout [UInt64]) {
        var (word, isWord, isPastWord): ([UInt8], Bool, Bool) = ([], true, false)
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if isWord { add(word, to: &found) }
                word.removeAll(keepingCapacity: true)
                (isWord, isPastWord) = (true, false)
            } else if isPastWord || byte == UInt8(ascii: "/") {
                isPastWord = true
            } else {
                let letter = letters[Int(byte)]
                if letter == 0 { isWord = false }
                word.append(letter)
            }
        }
        if isWord { add(word, to: &found) }
    }

    private static func add(_ word: [UInt8], to found: inout [UInt64]) {
        guard word.count >= shortest, let last = word.last else { return }
        var hash = WordHash()
        for letter in isVowel(UInt32(last)) ? word.dropLast() : word[...] { hash.add(UInt32(letter)) }
        found.append(hash.short)
    }

    /// The plain lower-case letter of each byte of ISO 8859-2; 0 for other bytes.
    private static let letters: [UInt8] = (0...255).map { byte in
        let text = String(bytes: [UInt8(byte)], encoding: .isoLatin2) ?? ""
        let folded = Array(PasswordWords.folded(text).utf8)
        guard folded.count == 1, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded[0]) else { return 0 }
        return folded[0]
    }
}
