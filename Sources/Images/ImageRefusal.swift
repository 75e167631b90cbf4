/// Why an image is not taken.
package enum ImageRefusal: Error, Equatable {
    /// Neither PNG nor JPEG, by its first bytes.
    case otherFormat
    /// More pixels than ``Bitmap/pixelLimit``, by its header.
    case tooManyPixels
    /// For print: a JPEG in CMYK.
    case printColours
    /// Cut off, damaged, or only in name an image.
    case broken
}
