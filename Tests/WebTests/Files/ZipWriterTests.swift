import Dates
import Foundation
import Models
import Testing

@testable import Web

@Suite("The ZIP archive")
struct ZipWriterTests {
    private static let time = ClockTime(Date(timeIntervalSince1970: 1_795_176_000), in: .gmt)

    @Test("names no two files alike, in capitals neither")
    func names() {
        var zip = ZipWriter()
        var names: [String] = []
        for name in ["a/KPiR.pdf", "a/kpir.pdf", "a/KPiR.pdf", "b/KPiR.pdf", "a/kpir (2).pdf"] {
            let head = zip.begin(name, size: 0, crc: 0, at: Self.time)
            names.append(String(decoding: head.dropFirst(30), as: UTF8.self))
        }
        #expect(names == ["a/KPiR.pdf", "a/kpir (2).pdf", "a/KPiR (3).pdf", "b/KPiR.pdf", "a/kpir (2) (2).pdf"])
    }

    @Test("has its time and its CRC as every program reads them")
    func facts() {
        let crc = Array("123456789".utf8).withUnsafeBytes { ZipWriter.checksum(of: $0) }
        #expect(crc == 0xCBF4_3926)
        var zip = ZipWriter()
        let head = zip.begin("a", size: 9, crc: crc, at: Self.time)
        // 12:00:00 on 20 November 2026; the CRC; the size twice.
        #expect(head[6..<8] == [0x00, 0x08])
        #expect(head[10..<26] == [0x00, 0x60, 0x74, 0x5D, 0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0, 9, 0, 0, 0])
    }

    @Test("behind four gigabytes, and of more than 65,534 files, has the larger directory")
    func large() {
        var far = ZipWriter(after: 1 << 33)
        _ = far.begin("a", size: 0, crc: 0, at: Self.time)
        let end = far.end()
        // The entry in the directory refers to the extra field for the offset: kind 1, eight bytes.
        #expect(end[42..<46] == [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(end[47..<59] == [1, 0, 8, 0, 0, 0, 0, 0, 2, 0, 0, 0])
        #expect(end[59..<63] == [0x50, 0x4B, 0x06, 0x06])
        var many = ZipWriter()
        for number in 0..<65_535 { _ = many.begin("\(number)", size: 0, crc: 0, at: Self.time) }
        let tail = many.end().suffix(98)
        #expect(tail.prefix(4) == [0x50, 0x4B, 0x06, 0x06])
        #expect(tail.dropFirst(24).prefix(8) == [0xFF, 0xFF, 0, 0, 0, 0, 0, 0])
        #expect(tail.suffix(14).prefix(4) == [0xFF, 0xFF, 0xFF, 0xFF])
    }
}
