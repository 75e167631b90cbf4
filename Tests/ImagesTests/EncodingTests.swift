import CTurboJPEG
import Foundation
import TestSupport
import Testing

@testable import Images

@Suite("Images that people bring")
struct EncodingTests {
    @Test("Of a logo become two PNG of bounded size, with the colours they had")
    func logo() throws {
        for file in [try TestPicture.png(width: 1200, height: 600), try TestPicture.jpeg(width: 1200, height: 600)] {
            let logo = try LogoImage(from: file)
            #expect((logo.large.width, logo.large.height) == (512, 256))
            #expect((logo.small.width, logo.small.height) == (120, 60))
            #expect(!logo.isClear && logo.large.mediaType == "image/png")
            let shown = try Bitmap(Array(logo.small.bytes), for: 60)
            let (first, last) = (shown.pixels.prefix(3), shown.pixels.suffix(4).prefix(3))
            #expect(zip(first, [200, 30, 30]).allSatisfy { abs(Int($0) - $1) < 8 })
            #expect(zip(last, [230, 210, 40]).allSatisfy { abs(Int($0) - $1) < 8 })
        }
    }

    @Test("Are not enlarged, and a transparent one stays so")
    func small() throws {
        let logo = try LogoImage(from: TestPicture.png(width: 40, height: 20, opacity: 90))
        #expect((logo.large.width, logo.large.height, logo.isClear) == (40, 20, true))
        #expect(try Bitmap(Array(logo.large.bytes), for: 1).pixels[3] == 90)
    }

    @Test("Of a person become a square JPEG from the middle, on white")
    func photo() throws {
        let photo = try EncodedImage.photo(from: TestPicture.jpeg(width: 900, height: 500))
        #expect((photo.width, photo.height, photo.mediaType) == (192, 192, "image/jpeg"))
        let clear = try EncodedImage.photo(from: TestPicture.png(width: 50, height: 50, opacity: 0))
        #expect(try Bitmap(Array(clear.bytes), for: 1).pixels.prefix(3).allSatisfy { $0 > 250 })
    }

    @Test("Of one line or one column are taken too", arguments: [(2000, 1), (1, 2000), (1, 1)])
    func thin(width: Int, height: Int) throws {
        let file = try TestPicture.png(width: width, height: height)
        let logo = try LogoImage(from: file)
        #expect(logo.large.width >= 1 && logo.large.height >= 1 && max(logo.large.width, logo.large.height) <= 512)
        #expect(try EncodedImage.photo(from: file).width == 1)
    }

    @Test("Lose everything but their pixels: where a photo was taken, and whatever stands behind it")
    func metadata() throws {
        let secret = Array("GPS 52.2297 21.0122 <script>".utf8)
        let file = Orientation.segment(code: 1, with: secret).inserted(into: try TestPicture.jpeg()) + secret
        #expect(file.contains(secret))
        let photo = try EncodedImage.photo(from: Data(file))
        #expect(!Array(photo.bytes).contains(secret) && !Array(photo.bytes).contains(Array("Exif".utf8)))
        let logo = try LogoImage(from: Data(Array(try TestPicture.png()) + secret))
        #expect(!Array(logo.large.bytes).contains(secret) && !Array(logo.small.bytes).contains(secret))
    }

    @Test("Of the colours of print are refused as such")
    func print() throws {
        let pixels = [UInt8](repeating: 120, count: 16 * 16 * 4)
        var (file, size): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
        let encoder = try #require(tjInitCompress())
        defer { tjDestroy(encoder) }
        #expect(
            tjCompress2(
                encoder, pixels, 16, 0, 16, Int32(TJPF_CMYK.rawValue), &file, &size, Int32(TJSAMP_444.rawValue), 90, 0)
                == 0)
        let bytes = Data(UnsafeBufferPointer(start: file, count: Int(size)))
        tjFree(file)
        #expect(throws: ImageRefusal.printColours) { try EncodedImage.photo(from: bytes) }
    }
}

extension Sequence where Element == UInt8 {
    func contains(_ part: [UInt8]) -> Bool {
        let all = Array(self)
        return all.indices.contains { all[$0...].starts(with: part) }
    }
}
