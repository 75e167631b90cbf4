import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// One of the pages of 256 characters from before Unicode, as iconv knows it. The lower half is ASCII.
struct CodePage: Sendable {
    let encoding: TextEncoding
    /// The upper half, from byte 0x80 on; nothing where the page has no character.
    private let upper: [Unicode.Scalar?]

    /// - Parameter name: as iconv has it.
    private init(_ encoding: TextEncoding, _ name: String) {
        self.encoding = encoding
        let converter = iconv_open("UTF-32LE", name)
        defer { iconv_close(converter) }
        upper = (UInt8(0x80)...0xFF).map { byte in
            // Control signs are in no text.
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
                // A letter may wait for a mark that could follow it.
                iconv(converter, nil, nil, &to, &room)
                return result
            }
        }
        guard result != -1, room == target.count - 4 else { return nil }
        return target.withUnsafeBytes { Unicode.Scalar(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
    }

    /// The text as UTF-8, or nothing when a byte stands for no character.
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

    /// What a byte stands for.
    func character(_ byte: UInt8) -> Unicode.Scalar? {
        byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
    }

    static let windows1250 = CodePage(.windows1250, "CP1250")
    static let windows1255 = CodePage(.windows1255, "CP1255")
    static let cp852 = CodePage(.cp852, "CP852")
    /// Those that Polish files are written in, the usual one first.
    static let polish = [
        windows1250, cp852, CodePage(.iso88592, "ISO-8859-2"), CodePage(.macCE, "MAC-CENTRALEUROPE"),
    ]
}

extension CodePage {
    /// The pages that bytes may be written in, by their letters: those that make the best Polish of them. More than one
    /// only where they make different texts of the same worth.
    static func likeliest(for bytes: [UInt8]) -> [(page: CodePage, utf8: [UInt8])] {
        if isHebrew(bytes), let utf8 = windows1255.decode(bytes) { return [(windows1255, utf8)] }
        let read = polish.compactMap { page in
            page.decode(bytes).map { (page: page, utf8: $0, worth: worth(of: bytes, in: page)) }
        }
        // The other pages only where they make Polish of it.
        .filter { $0.page.encoding == .windows1250 || $0.worth > 0 }
        guard let best = read.map(\.worth).max(), best >= 0 else {
            // No Polish in any of them.
            let page = [windows1250, windows1255].lazy.compactMap { page in page.decode(bytes).map { (page, $0) } }
                .first
            return page.map { [$0] } ?? []
        }
        return read.filter { $0.worth == best }.reduce(into: []) { found, next in
            if !found.contains(where: { $0.utf8 == next.utf8 }) { found.append((next.page, next.utf8)) }
        }
    }

    /// A Polish word has plain letters among its marked ones, a Hebrew word has none: it stands wholly in 0xE0–0xFA.
    /// Each word votes; without any vote the file is Polish.
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

    /// How much a text looks like Polish in a page: its letters count for it, signs inside of words and capitals in the
    /// middle of small letters against it.
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
    /// Signs of print, which stand between words and around them.
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
