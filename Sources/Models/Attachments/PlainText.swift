import Foundation

/// Whether bytes are text. libmagic goes by the first words: a price list that begins with `import` is a program to it,
/// and a file of InsERT one of Wine.
enum PlainText {
    /// What a program would run, or show, by its beginning, whatever the file is called.
    private static let active = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<?php", "#!"]
    /// Documents that can be read as text, but are none.
    private static let documents = ["%pdf-", "{\\rtf"]
    private static let mark8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter found: what libmagic takes them for.
    static func isPlain(_ head: Data, _ found: String) -> Bool {
        let letters = letters(of: head)
        guard letters.allSatisfy({ $0 > 0xFF || isOfText(UInt8($0)) }) else { return false }
        let blank = " \t\r\n".utf16
        let beginning = String(decoding: letters.drop { blank.contains($0) }.prefix(20), as: UTF16.self).lowercased()
        return !(active + documents).contains { beginning.hasPrefix($0) }
            && !(beginning.hasPrefix("<") && ["text/html", "image/svg+xml"].contains(found))
    }

    /// The bytes; in UTF-16, by its mark, two of them together.
    private static func letters(of head: Data) -> [UInt16] {
        let bytes = [UInt8](head)
        if bytes.starts(with: mark8) { return bytes.dropFirst(mark8.count).map(UInt16.init) }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes.map(UInt16.init) }
        return stride(from: 2, to: bytes.count - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
    }

    /// No control sign but those that texts have: blanks, line and page ends, the end of a DOS file, an escape, a bell.
    private static func isOfText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x07...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
    }
}
