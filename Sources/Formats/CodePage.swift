import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A code page of 256 characters from before Unicode, converted with iconv. Its lower half is ASCII.
struct CodePage: Sendable {
    let encoding: TextEncoding
    /// The upper half, from byte 0x80 on; `nil` for a byte without a character.
    private let upper: [Unicode.Scalar?]

    /// - Parameter name: the name in iconv.
    private init(_ encoding: TextEncoding, _ name: String) {
        self.encoding = encoding
        let converter = iconv_open("UTF-32LE", name)
        defer { iconv_close(converter) }
        upper = (UInt8(0x80)...0xFF).map { byte in
            // No text contains control characters.
            Self.scalar(byte, converter).flatMap { $0.value < 0xA0 ? nil : $0 }
        }
    }

    private static func scalar(_ byte: UInt8, _ converter: iconv_t?) -> Unicode.Scalar? {
        var (source, target): ([CChar], [CChar]) = ([CChar(bitPattern: byte)], Array(repeating: 0, count: 16))
        var (left, room) = (1, target.count)
        let result = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                let result = iconv(converter, &from, &left, &to, &room)
                // iconv holds a letter back while a combining mark could follow.
                iconv(converter, nil, nil, &to, &room)
                return result
            }
        }
        guard result != -1, room == target.count - 4 else { return nil }
        return target.withUnsafeBytes { Unicode.Scalar(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
    }

    /// Returns the text as UTF-8; `nil` when a byte has no character.
    func decode(_ bytes: [UInt8]) -> [UInt8]? {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            guard let scalar = character(byte) else { return nil }
            utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return utf8
    }

    /// Returns the character of a byte.
    func character(_ byte: UInt8) -> Unicode.Scalar? {
        byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
    }

    static let windows1250 = CodePage(.windows1250, "CP1250")
    static let windows1255 = CodePage(.windows1255, "CP1255")
    static let cp852 = CodePage(.cp852, "CP852")
    /// The code pages of Polish files, the usual one first.
    static let polish = [
        windows1250, cp852, CodePage(.iso88592, "ISO-8859-2"), CodePage(.macCE, "MAC-CENTRALEUROPE"),
    ]
}

extension CodePage {
    /// Returns the likeliest code pages of the bytes: those that give the best Polish. More than one only when they
    /// give different texts of the same score.
    static func likeliest(for bytes: [UInt8]) -> [(page: CodePage, utf8: [UInt8])] {
        if isHebrew(bytes), let utf8 = windows1255.decode(bytes) { return [(windows1255, utf8)] }
        let read = polish.compactMap { page in
            page.decode(bytes).map { (page: page, utf8: $0, worth: worth(of: bytes, in: page)) }
        }
        // Pages other than Windows-1250 only when they give Polish.
        .filter { $0.page.encoding == .windows1250 || $0.worth > 0 }
        guard let best = read.map(\.worth).max(), best >= 0 else {
            // No page gives Polish.
            let page = [windows1250, windows1255].lazy.compactMap { page in page.decode(bytes).map { (page, $0) } }
                .first
            return page.map { [$0] } ?? []
        }
        return read.filter { $0.worth == best }.reduce(into: []) { found, next in
            if !found.contains(where: { $0.utf8 == next.utf8 }) { found.append((next.page, next.utf8)) }
        }
    }

    /// Whether more words look Hebrew than Polish. A Polish word has plain letters among the accented ones; a Hebrew
    /// word has none, and lies wholly in 0xE0–0xFA.
    private static func isHebrew(_ bytes: [UInt8]) -> Bool {
        var (polish, hebrew) = (0, 0)
        for word in bytes.split(whereSeparator: { !isLetter($0) && $0 < 0x80 })
        where word.contains(where: { $0 >= 0x80 }) {
            if word.contains(where: isLetter) {
                polish += 1
            } else if word.count > 1, word.allSatisfy({ (0xE0...0xFA).contains($0) }) {
                hebrew += 1
            }
        }
        return hebrew > polish
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    /// Returns a score of how Polish a text looks in a page: Polish letters add to it; symbols inside of words and
    /// capitals among small letters subtract from it.
    private static func worth(of bytes: [UInt8], in page: CodePage) -> Int {
        var worth = 0
        for (place, byte) in bytes.enumerated() where byte >= 0x80 {
            guard let sign = page.character(byte) else { continue }
            let before = place > 0 ? page.character(bytes[place - 1]) : nil
            let after = place + 1 < bytes.count ? page.character(bytes[place + 1]) : nil
            worth += worthOf(sign, before, after)
        }
        return worth
    }

    private static let letters: Set<Unicode.Scalar> = Set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".unicodeScalars)
    /// Typographic characters, which stand between and around words.
    private static let print: Set<Unicode.Scalar> = Set("„”“’‘–—…«»§°€\u{A0}".unicodeScalars)

    private static func worthOf(_ sign: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Int {
        guard sign.properties.isAlphabetic else {
            let isInside = before?.properties.isAlphabetic == true && after?.properties.isAlphabetic == true
            return print.contains(sign) && (!isInside || sign == "’" || sign == "–") ? 0 : -3
        }
        let isOdd =
            sign.properties.isUppercase
            ? before?.properties.isLowercase == true
                || before?.properties.isAlphabetic == true && after?.properties.isLowercase == true
            : after?.properties.isUppercase == true
        if isOdd { return -3 }
        return letters.contains(sign) ? 2 : 0
    }
}
