/// The character encoding of a file.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8, utf16
    /// The Windows page of Central Europe, which Polish Excel writes.
    case windows1250
    /// The Windows page of Hebrew.
    case windows1255
    /// The pages of DOS, which programs of its time still write, of Unix, and of the Mac.
    case cp852, iso88592, macCE
}

/// The text of a file of unknown encoding.
package struct DecodedText {
    let encoding: TextEncoding
    let utf8: [UInt8]
    /// All equally likely encodings, the one used here first; empty when there is no doubt.
    private(set) var readings: [Reading] = []

    /// The texts of some cells in one of the possible encodings.
    package struct Reading: Sendable, Equatable {
        package let encoding: TextEncoding
        package let samples: [String]
    }

    /// Detects the encoding: a byte order mark decides; else valid UTF-8 is UTF-8; else the letters decide the code
    /// page.
    /// - Parameter chosen: one of the readings, if there are several.
    init(_ bytes: [UInt8], as chosen: TextEncoding? = nil) throws(CSVError) {
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
            let pages = try Self.pages(bytes)
            let page = pages.first { $0.page.encoding == chosen } ?? pages[0]
            (encoding, utf8) = (page.page.encoding, page.utf8)
            if pages.count > 1, page.page.encoding != chosen { readings = Self.readings(pages) }
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

    private static func pages(_ bytes: [UInt8]) throws(CSVError) -> [(page: CodePage, utf8: [UInt8])] {
        if bytes.contains(0) { throw CSVError(.binary) }
        let pages = CodePage.likeliest(for: bytes)
        if pages.isEmpty { throw CSVError(.unknownEncoding) }
        return pages
    }

    /// Returns the first cells in which the pages differ.
    private static func readings(_ pages: [(page: CodePage, utf8: [UInt8])]) -> [Reading] {
        let cells = pages.map { page in
            page.utf8.split { ";,\t\r\n\"".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        }
        let places = cells[0].indices.lazy.filter { place in
            cells.contains { !$0.indices.contains(place) || $0[place] != cells[0][place] }
        }.prefix(5)
        return zip(pages, cells).map { page, cells in
            Reading(
                encoding: page.page.encoding,
                samples: places.filter(cells.indices.contains).map { cells[$0].beginning(80) })
        }
    }
}
