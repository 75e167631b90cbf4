import Foundation
import Images

/// Pictures for tests: four quarters of different colours.
package enum TestPicture {
    package static func png(width: Int = 96, height: Int = 48, opacity: UInt8 = 255) throws -> Data {
        try EncodedImage(png: bitmap(width, height, opacity)).bytes
    }

    package static func jpeg(width: Int = 96, height: Int = 48) throws -> Data {
        try EncodedImage(jpeg: bitmap(width, height, 255)).bytes
    }

    private static func bitmap(_ width: Int, _ height: Int, _ opacity: UInt8) -> Bitmap {
        let colours: [[UInt8]] = [[200, 30, 30], [30, 160, 30], [30, 30, 200], [230, 210, 40]]
        let pixels = (0..<height).flatMap { y in
            (0..<width).flatMap { x in colours[(x * 2 < width ? 0 : 1) + (y * 2 < height ? 0 : 2)] + [opacity] }
        }
        return Bitmap(width: width, height: height, pixels: pixels)
    }
}
