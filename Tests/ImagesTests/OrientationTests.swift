import Foundation
import TestSupport
import Testing

@testable import Images

@Suite("How a camera was held")
struct OrientationTests {
    /// The colours of the stored quarters, by the one that stands at the top at the beginning when upright.
    private static let corners: [Int: [Int]] = [
        1: [200, 30, 30], 2: [30, 160, 30], 3: [230, 210, 40], 4: [30, 30, 200], 5: [200, 30, 30], 6: [30, 30, 200],
        7: [230, 210, 40], 8: [30, 160, 30],
    ]

    @Test("Turns the image upright", arguments: 1...8)
    func upright(code: Int) throws {
        let file = Orientation.segment(code: code).inserted(into: try TestPicture.jpeg(width: 96, height: 48))
        let image = try Bitmap(file, for: 48)
        #expect((image.width, image.height) == (code > 4 ? (48, 96) : (96, 48)))
        let corner = try #require(Self.corners[code])
        #expect(zip(image.pixels, corner).allSatisfy { abs(Int($0) - $1) < 12 }, "\(Array(image.pixels.prefix(3)))")
    }

    @Test("Is not believed where it makes no sense")
    func nonsense() throws {
        let picture = Array(try TestPicture.jpeg())
        #expect(Orientation(of: picture).code == 1)
        #expect(Orientation(of: Orientation.segment(code: 99).inserted(into: Data(picture))).code == 1)
        let turned = Orientation.segment(code: 6).inserted(into: Data(picture))
        #expect(Orientation(of: turned).code == 6)
        for length in 0..<60 { #expect([1, 6].contains(Orientation(of: Array(turned.prefix(length))).code)) }
        // A directory that lies behind the segment, and one with more entries than there are bytes.
        for (place, value) in [(16, UInt8(0xFF)), (17, 0xFF), (20, 0xFF), (21, 0xFF)] {
            var broken = turned
            broken[place] = value
            #expect((1...8).contains(Orientation(of: broken).code))
        }
    }
}

/// The segment of a JPEG in which cameras say how they were held.
struct EXIFSegment {
    let bytes: [UInt8]

    /// Behind the two bytes with which every JPEG begins.
    func inserted(into file: Data) -> [UInt8] { Array(file.prefix(2)) + bytes + Array(file.dropFirst(2)) }
}

extension Orientation {
    static func segment(code: Int, with rest: [UInt8] = []) -> EXIFSegment {
        let directory: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(code), 0, 0, 0, 0, 0, 0]
        let content = Array("Exif\0\0MM\0\u{2A}".utf8) + [0, 0, 0, 8] + directory + rest
        let length = content.count + 2
        return EXIFSegment(bytes: [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content)
    }
}
