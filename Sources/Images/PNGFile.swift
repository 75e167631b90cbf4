import CPNG

/// PNG by libpng's simplified interface, which reports errors as values.
enum PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func decode(_ file: [UInt8]) throws -> Bitmap {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        return try file.withUnsafeBytes { bytes in
            guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
                throw ImageRefusal.broken
            }
            let (width, height) = (Int(image.width), Int(image.height))
            try Bitmap.check(width: width, height: height)
            image.format = png_format_rgba
            var pixels = [UInt8](repeating: 0, count: width * height * Bitmap.bytesOfPixel)
            guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { throw ImageRefusal.broken }
            return Bitmap(width: width, height: height, pixels: pixels)
        }
    }

    static func encode(_ bitmap: Bitmap) throws -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        (image.width, image.height) = (png_uint_32(bitmap.width), png_uint_32(bitmap.height))
        image.format = png_format_rgba
        defer { png_image_free(&image) }
        var size: png_alloc_size_t = 0
        guard png_image_write_to_memory(&image, nil, &size, 0, bitmap.pixels, 0, nil) != 0 else {
            throw ImageRefusal.broken
        }
        var file = [UInt8](repeating: 0, count: Int(size))
        guard png_image_write_to_memory(&image, &file, &size, 0, bitmap.pixels, 0, nil) != 0 else {
            throw ImageRefusal.broken
        }
        return Array(file.prefix(Int(size)))
    }
}
