import CTurboJPEG

/// JPEG by TurboJPEG.
enum JPEGFile {
    static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

    /// - Parameter size: a size below which neither side may fall; a multiple of an eighth of the image is decoded at once.
    static func decode(_ file: [UInt8], for size: Int) throws -> Bitmap {
        guard let decoder = tjInitDecompress() else { throw ImageRefusal.broken }
        defer { tjDestroy(decoder) }
        let (width, height) = try header(file, decoder)
        let eighths = (1...8).first { min(scaled(width, $0), scaled(height, $0)) >= size } ?? 8
        let (wide, high) = (scaled(width, eighths), scaled(height, eighths))
        var pixels = [UInt8](repeating: 0, count: wide * high * Bitmap.bytesOfPixel)
        // A progressive image can hold thousands of scans, each of which costs as much as a whole image.
        let flags = TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT
        // What it can only guess at, because the file is cut off or damaged, is an error here too.
        let result = tjDecompress2(
            decoder, file, UInt(file.count), &pixels, Int32(wide), 0, Int32(high), Int32(TJPF_RGBA.rawValue), flags)
        guard result == 0 else { throw ImageRefusal.broken }
        return Bitmap(width: wide, height: high, pixels: pixels)
    }

    private static func header(_ file: [UInt8], _ decoder: tjhandle) throws -> (width: Int, height: Int) {
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard tjDecompressHeader3(decoder, file, UInt(file.count), &width, &height, &sampling, &colours) == 0 else {
            throw ImageRefusal.broken
        }
        guard ![TJCS_CMYK, TJCS_YCCK].map({ Int32($0.rawValue) }).contains(colours) else {
            throw ImageRefusal.printColours
        }
        try Bitmap.check(width: Int(width), height: Int(height))
        return (Int(width), Int(height))
    }

    /// As the library rounds.
    private static func scaled(_ side: Int, _ eighths: Int) -> Int { (side * eighths + 7) / 8 }

    /// - Parameter bitmap: one without transparent pixels.
    static func encode(_ bitmap: Bitmap) throws -> [UInt8] {
        guard let encoder = tjInitCompress() else { throw ImageRefusal.broken }
        var (file, size): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
        defer {
            tjFree(file)
            tjDestroy(encoder)
        }
        let result = tjCompress2(
            encoder, bitmap.pixels, Int32(bitmap.width), 0, Int32(bitmap.height), Int32(TJPF_RGBA.rawValue), &file,
            &size, Int32(TJSAMP_420.rawValue), quality, 0)
        guard result == 0, let file else { throw ImageRefusal.broken }
        return Array(UnsafeBufferPointer(start: file, count: Int(size)))
    }

    private static let quality: Int32 = 85
}
