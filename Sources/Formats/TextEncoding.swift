/// How the letters of a file are written down as bytes.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8, utf16
    /// What Polish Excel calls "CSV (MS-DOS)" no longer, but still writes: the Windows page of Central Europe.
    case windows1250
    /// The same for Hebrew.
    case windows1255
}

/// The text of a file of which nobody says how it is encoded.
struct DecodedText {
    let encoding: TextEncoding
    let utf8: [UInt8]

    /// A byte-order mark decides; else valid UTF-8 is UTF-8; else the bytes are letters of one of two Windows pages.
    init(_ bytes: [UInt8]) throws(CSVError) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw CSVError(.workbook)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            (encoding, utf8) = (.utf16, try Self.utf16(bytes))
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard Self.isUTF8(bytes) else { throw CSVError(.unknownEncoding) }
            (encoding, utf8) = (.utf8, Array(bytes.dropFirst(3)))
        } else if Self.isUTF8(bytes) {
            (encoding, utf8) = (.utf8, bytes)
        } else {
            (encoding, utf8) = try Self.windows(bytes)
        }
        if utf8.contains(0) { throw CSVError(.binary) }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    private static func utf16(_ bytes: [UInt8]) throws(CSVError) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else { throw CSVError(.unknownEncoding) }
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw CSVError(.unknownEncoding) }
        return Array(text.utf8)
    }

    private static func windows(_ bytes: [UInt8]) throws(CSVError) -> (TextEncoding, [UInt8]) {
        if bytes.contains(0) { throw CSVError(.binary) }
        let pages = WindowsPage.likelier(for: bytes)
        for page in pages {
            if let utf8 = page.decode(bytes) { return (page.encoding, utf8) }
        }
        throw CSVError(.unknownEncoding)
    }
}
