/// An image in memory: red, green, blue and opacity of each pixel, from the top, line by line.
package struct Bitmap {
    package let width: Int
    package let height: Int
    /// Four bytes for each.
    let pixels: [UInt8]

    static let bytesOfPixel = 4

    /// Checked against the header, before anything is decoded: a small file may hold an enormous image.
    static let pixelLimit = 24_000_000

    /// - Throws: ``ImageRefusal/tooManyPixels``
    static func check(width: Int, height: Int) throws {
        guard width > 0, height > 0 else { throw ImageRefusal.broken }
        guard width <= pixelLimit, height <= pixelLimit, width * height <= pixelLimit else {
            throw ImageRefusal.tooManyPixels
        }
    }

    /// Decodes a PNG or JPEG, upright.
    /// - Parameter size: the least size in which it is needed: a large JPEG is decoded no larger than that takes.
    /// - Throws: ``ImageRefusal``
    init(_ file: [UInt8], for size: Int) throws {
        if file.starts(with: PNGFile.signature) {
            self = try PNGFile.decode(file)
        } else if file.starts(with: JPEGFile.signature) {
            self = try JPEGFile.decode(file, for: size).oriented(by: Orientation(of: file))
        } else {
            throw ImageRefusal.otherFormat
        }
    }

    package init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// Whether a pixel is transparent, even in part.
    var isClear: Bool { stride(from: 3, to: pixels.count, by: Self.bytesOfPixel).contains { pixels[$0] < 250 } }

    /// Returns the image as large as fits, without enlarging it.
    func fitted(width most: Int, height mostHigh: Int) -> Bitmap {
        guard width > most || height > mostHigh else { return self }
        // In whole numbers: which of the two sides decides.
        if width * mostHigh >= height * most { return scaled(width: most, height: max(1, height * most / width)) }
        return scaled(width: max(1, width * mostHigh / height), height: mostHigh)
    }

    /// Returns the largest square in its middle.
    func square() -> Bitmap {
        let side = min(width, height)
        guard side < max(width, height) else { return self }
        let (left, top) = ((width - side) / 2, (height - side) / 2)
        var square: [UInt8] = []
        square.reserveCapacity(side * side * Self.bytesOfPixel)
        for line in top..<(top + side) {
            let start = (line * width + left) * Self.bytesOfPixel
            square += pixels[start..<(start + side * Self.bytesOfPixel)]
        }
        return Bitmap(width: side, height: side, pixels: square)
    }

    /// Returns the image on a white ground.
    func onWhite() -> Bitmap {
        var opaque = pixels
        for pixel in stride(from: 0, to: opaque.count, by: Self.bytesOfPixel) {
            let opacity = Int(opaque[pixel + 3])
            guard opacity < 255 else { continue }
            for part in pixel..<(pixel + 3) {
                opaque[part] = UInt8((Int(opaque[part]) * opacity + 255 * (255 - opacity)) / 255)
            }
            opaque[pixel + 3] = 255
        }
        return Bitmap(width: width, height: height, pixels: opaque)
    }
}
