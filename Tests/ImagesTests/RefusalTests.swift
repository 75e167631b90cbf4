import Foundation
import TestSupport
import Testing

@testable import Images

@Suite("Images that are not taken")
struct RefusalTests {
    private static func refusal(_ file: [UInt8]) -> ImageRefusal? {
        do {
            _ = try LogoImage(from: Data(file))
            _ = try EncodedImage.photo(from: Data(file))
            return nil
        } catch {
            return error as? ImageRefusal
        }
    }

    @Test("Are those of another kind, whatever their name", arguments: ["GIF89a", "<svg/>", "", "BM", "RIFF....WEBP"])
    func kinds(beginning: String) {
        #expect(Self.refusal(Array(beginning.utf8) + [UInt8](repeating: 0, count: 200)) == .otherFormat)
    }

    @Test("Are told to be enormous by their header, before a pixel is decoded")
    func bombs() throws {
        var jpeg = Array(try TestPicture.jpeg())
        let frame = try #require(jpeg.indices.dropLast(8).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xEA, 0x60, 0xEA, 0x60])
        #expect(Self.refusal(jpeg) == .tooManyPixels)
        for size: [UInt8] in [[0, 0, 0x75, 0x30], [0, 0x0F, 0x42, 0x40]] {
            var png = Array(try TestPicture.png())
            png.replaceSubrange(16..<24, with: size + size)
            png.replaceSubrange(29..<33, with: Self.checksum(png[12..<29]))
            #expect(Self.refusal(png) == .tooManyPixels)
        }
    }

    @Test("Are those cut off, at any place")
    func cutOff() throws {
        let (png, jpeg) = (Array(try TestPicture.png()), Array(try TestPicture.jpeg()))
        for length in stride(from: 4, to: jpeg.count, by: 3) {
            #expect(Self.refusal(Array(jpeg.prefix(length))) == .broken)
        }
        // The last twelve bytes only say that it is over.
        for length in stride(from: 8, to: png.count - 13, by: 1) {
            #expect(Self.refusal(Array(png.prefix(length))) == .broken, "\(length) of \(png.count)")
        }
    }

    @Test("End in a refusal or an image, whichever byte is wrong")
    func damaged() throws {
        for file in [
            Array(try TestPicture.png(width: 24, height: 24)), Array(try TestPicture.jpeg(width: 24, height: 24)),
        ] {
            for place in file.indices {
                for value: UInt8 in [0x00, 0xFF, file[place] ^ 0x10] {
                    var damaged = file
                    damaged[place] = value
                    _ = Self.refusal(damaged)
                }
            }
        }
        #expect(Self.refusal(Array(try TestPicture.png())) == nil)
    }

    /// The checksum of a part of a PNG.
    private static func checksum(_ part: ArraySlice<UInt8>) -> [UInt8] {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in part {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        sum = ~sum
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
    }
}
