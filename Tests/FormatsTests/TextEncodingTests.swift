import Foundation
import Testing

@testable import Formats

@Suite("The encoding of a text file")
struct TextEncodingTests {
    private static let polish = "nazwa;osoba\nPiekarnia Kłos;Święcicka Żaneta\n"
    private static let hebrew = "שם;דוא״ל\nסטודיו נועה;noa@studio.example\n"

    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return littleEndian ? [low, high] : [high, low]
        }
    }

    /// Returns a text in a code page, by the page's own decoding of each byte.
    private static func bytes(_ text: String, _ page: CodePage) throws -> [UInt8] {
        try text.unicodeScalars.map { scalar in
            try #require((UInt8.min...UInt8.max).first { page.character($0) == scalar }, "\(scalar)")
        }
    }

    private static func expect(_ bytes: [UInt8], _ encoding: TextEncoding, _ text: String) throws {
        let decoded = try DecodedText(bytes)
        #expect(decoded.encoding == encoding)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }

    @Test("Is UTF-8 with or without its mark, or UTF-16 with one, in either order")
    func unicode() throws {
        for text in [Self.polish, Self.hebrew, "a,b\n"] {
            try Self.expect(Array(text.utf8), .utf8, text)
            try Self.expect([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, text)
            try Self.expect(Self.utf16(text, littleEndian: true), .utf16, text)
            try Self.expect(Self.utf16(text, littleEndian: false), .utf16, text)
        }
    }

    @Test("Is a Windows page when the bytes are no UTF-8: Polish or Hebrew, as the words are built")
    func windowsPages() throws {
        try Self.expect(Self.bytes(Self.polish, .windows1250), .windows1250, Self.polish)
        try Self.expect(Self.bytes(Self.hebrew, .windows1255), .windows1255, Self.hebrew)
        let words = "pięć;dziesięć;sześć\n"
        try Self.expect(Self.bytes(words, .windows1250), .windows1250, words)
        let mixed = "name;e-mail;form\nStudio Kłos;a@b.example;ryczałt\nסטודיו נועה\n"
        let bytes = try Self.bytes("name;e-mail;form\nStudio;a@b.example;VAT\nסטודיו נועה\n", .windows1255)
        try Self.expect(bytes, .windows1255, mixed.replacing(" Kłos", with: "").replacing("ryczałt", with: "VAT"))
    }

    @Test("Knows the letters of both pages where Windows has them")
    func letters() throws {
        #expect(
            try DecodedText([0x61, 0xB9, 0xE6, 0xEA, 0xB3, 0xF1, 0xF3, 0x9C, 0x9F, 0xBF]).utf8
                == Array("aąćęłńóśźż".utf8))
        #expect(
            try DecodedText([0x61, 0xA5, 0xC6, 0xCA, 0xA3, 0xD1, 0xD3, 0x8C, 0x8F, 0xAF]).utf8
                == Array("aĄĆĘŁŃÓŚŹŻ".utf8))
        #expect(try DecodedText([0xE0, 0xE1, 0xF9, 0xFA]).utf8 == Array("אבשת".utf8))
    }

    @Test("Is any Polish page, known by its letters", arguments: CodePage.polish.map(\.encoding))
    func polishPages(encoding: TextEncoding) throws {
        let page = try #require(CodePage.polish.first { $0.encoding == encoding })
        for text in [
            "Nazwa;NIP\nDąb i Róża, Gdańsk;1\nŻółć Święta;2\n", "PIEKARNIA KŁOS;ŁÓDŹ\nŚWIĘCICKA ŻANETA;ĆMA\n",
            "Zażółć gęślą jaźń",
            "Wąs i spółka; „Świt” – sklep\nMüller, Żak\n",
        ] {
            let text =
                page.encoding == .iso88592 || page.encoding == .cp852 ? text.filter { !"„”–".contains($0) } : text
            let decoded = try DecodedText(Self.bytes(text, page))
            #expect(String(decoding: decoded.utf8, as: UTF8.self) == text, "\(encoding)")
            #expect(decoded.readings.isEmpty, "\(decoded.readings)")
        }
    }

    @Test("Is asked for where two readings are as likely, and read as was chosen then")
    func doubt() throws {
        let bytes = Array("Nazwa;Osoba\nS".utf8) + [0x88] + Array("awa;Ko".utf8) + [0xAB] + Array("la\n".utf8)
        let decoded = try DecodedText(bytes)
        #expect(decoded.readings.map(\.encoding) == [.cp852, .macCE])
        #expect(decoded.readings.map(\.samples) == [["Sława", "Koźla"], ["Sąawa", "Koęla"]])
        let chosen = try DecodedText(bytes, as: .macCE)
        #expect(chosen.encoding == .macCE && chosen.readings.isEmpty)
        #expect(String(decoding: chosen.utf8, as: UTF8.self).contains("Sąawa"))
        #expect(try DecodedText(bytes, as: .utf8).readings.count == 2, "that is none of them")
    }

    @Test("Is none when a mark lies, a byte stands for nothing, or it is no text at all")
    func refused() {
        for (bytes, kind): ([UInt8], CSVError.Kind) in [
            ([0xEF, 0xBB, 0xBF, 0xFF], .unknownEncoding), ([0xFF, 0xFE, 0x41], .unknownEncoding),
            ([0xFF, 0xFE, 0x00, 0xD8], .unknownEncoding), ([0x81, 0x41], .unknownEncoding),
            ([0x41, 0x00, 0xB3], .binary),
            ([0x41, 0x00], .binary), ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00], .binary),
            ([0x50, 0x4B, 0x03, 0x04, 0x00], .workbook), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .workbook),
        ] {
            #expect(throws: CSVError(kind), "\(bytes)") { try DecodedText(bytes) }
        }
    }
}
