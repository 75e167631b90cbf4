import Foundation

/// An image that this program encoded: its pixels and nothing else that was in the file it came from.
package struct EncodedImage: Sendable {
    package let mediaType: String
    package let bytes: Data
    package let width: Int
    package let height: Int

    package init(png bitmap: Bitmap) throws {
        (mediaType, bytes) = ("image/png", Data(try PNGFile.encode(bitmap)))
        (width, height) = (bitmap.width, bitmap.height)
    }

    /// - Parameter bitmap: one without transparent pixels.
    package init(jpeg bitmap: Bitmap) throws {
        (mediaType, bytes) = ("image/jpeg", Data(try JPEGFile.encode(bitmap)))
        (width, height) = (bitmap.width, bitmap.height)
    }
}

extension EncodedImage {
    /// A photo of a person: the square in the middle, twice as large as a page shows it at most.
    /// - Parameter file: a PNG or JPEG.
    /// - Throws: ``ImageRefusal``
    package static func photo(from file: Data) throws -> EncodedImage {
        let square = try Bitmap(Array(file), for: photoSide).square()
        return try EncodedImage(jpeg: square.onWhite().fitted(width: photoSide, height: photoSide))
    }

    static let photoSide = 192
    /// In bytes: what phones make.
    package static let photoLimit = 12 * 1024 * 1024
}

/// A logo in two sizes.
package struct LogoImage: Sendable {
    /// For the page of signing in and for paper.
    package let large: EncodedImage
    /// For the top of every page, which a phone loads.
    package let small: EncodedImage
    /// Whether parts of it are transparent.
    package let isClear: Bool

    /// - Parameter file: a PNG or JPEG.
    /// - Throws: ``ImageRefusal``
    package init(from file: Data) throws {
        let bitmap = try Bitmap(Array(file), for: Self.side)
        large = try EncodedImage(png: bitmap.fitted(width: Self.side, height: Self.side))
        small = try EncodedImage(png: bitmap.fitted(width: Self.smallWidth, height: Self.smallHeight))
        isClear = bitmap.isClear
    }

    static let side = 512
    static let smallWidth = 180
    static let smallHeight = 60
    /// In bytes.
    package static let limit = 1024 * 1024
}
