import Foundation

/// Decides whether bytes are text, because libmagic judges by the first words: it takes a price list that begins with
/// `import` for a program, and a file of InsERT for one of Wine.
enum PlainText {
    /// Beginnings of files that a browser or a shell would run or render, whatever the extension.
    private static let active = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<?php", "#!"]
    /// Beginnings of documents that consist of text but are not plain text.
    private static let documents = ["%pdf-", "{\\rtf"]
    private static let mark8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter found: the media type that libmagic reports.
    static func isPlain(_ head: Data, _ found: String) -> Bool {
        let letters = letters(of: head)
        guard letters.allSatisfy({ $0 > 0xFF || isOfText(UInt8($0)) }) else { return false }
        let blank = " \t\r\n".utf16
        let beginning = String(decoding: letters.drop { blank.contains($0) }.prefix(20), as: UTF16.self).lowercased()
        return !(active + documents).contains { beginning.hasPrefix($0) }
            && !(beginning.hasPrefix("<") && ["text/html", "image/svg+xml"].contains(found))
    }

    /// Returns the code units: bytes, or 16-bit units after a UTF-16 byte order mark.
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

    /// Allows only the control characters that texts contain: white space, line and page ends, the end of a DOS file,
    /// escape, bell.
    private static func isOfText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x07...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
    }
}
