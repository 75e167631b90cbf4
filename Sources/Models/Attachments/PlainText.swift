import Foundation

/// Whether bytes are text. libmagic goes by the first words: a price list that begins with `import` is a program to it,
/// and a file of InsERT one of Wine.
enum PlainText {
    /// What a program would run, or show, by its beginning, whatever the file is called.
    private static let active = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<?php", "#!"]
    /// Documents that can be read as text, but are none.
    private static let documents = ["%pdf-", "{\\rtf"]
    private static let marks = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]]

    /// - Parameter found: what libmagic takes them for.
    static func isPlain(_ head: Data, _ found: String) -> Bool {
        let mark = marks.first { head.starts(with: $0) } ?? []
        let bytes = head.dropFirst(mark.count)
        // Each letter of UTF-16 may be half a NUL.
        let text = mark.count == 2 ? bytes.filter { $0 != 0 } : bytes
        guard text.allSatisfy(isOfText) else { return false }
        let blank = " \t\r\n".utf8
        let beginning = String(decoding: text.drop { blank.contains($0) }.prefix(20), as: UTF8.self).lowercased()
        return !(active + documents).contains { beginning.hasPrefix($0) }
            && !(beginning.hasPrefix("<") && ["text/html", "image/svg+xml"].contains(found))
    }

    /// No control sign but those that texts have: blanks, line and page ends, the end of a DOS file, an escape, a bell.
    private static func isOfText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x07...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
    }
}
