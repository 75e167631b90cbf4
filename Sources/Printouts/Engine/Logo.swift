import CPango
import Foundation

/// The office's logo at the head of every page: decoded once, with no more pixels than paper shows, so that a printout
/// does not grow with the image.
final class Logo {
    /// In points.
    let width: Double
    let height: Double
    private let surface: OpaquePointer
    private let pixels: (width: Double, height: Double)

    /// The most room it takes, in points.
    private static let room = (width: 110.0, height: 32.0)
    /// Of a screen, which shows an image this large: a small logo is not enlarged.
    private static let pointsOfPixel = 0.75
    /// Of paper: 300 dots an inch.
    private static let pixelsOfPoint = 300.0 / 72

    /// Fails for bytes that are no PNG.
    init?(png: Data) {
        guard let image = Self.decoded(png) else { return nil }
        defer { cairo_surface_destroy(image) }
        let size = (
            width: Double(cairo_image_surface_get_width(image)), height: Double(cairo_image_surface_get_height(image))
        )
        guard cairo_surface_status(image) == CAIRO_STATUS_SUCCESS, size.width > 0, size.height > 0 else { return nil }
        let scale = min(Self.room.width / size.width, Self.room.height / size.height, Self.pointsOfPixel)
        (width, height) = (size.width * scale, size.height * scale)
        let shrinking = min(1, scale * Self.pixelsOfPoint)
        pixels = (max(1, (size.width * shrinking).rounded()), max(1, (size.height * shrinking).rounded()))
        surface = Self.scaled(image, from: size, to: pixels)
    }

    deinit { cairo_surface_destroy(surface) }

    private static func decoded(_ png: Data) -> OpaquePointer? {
        var rest = png[...]
        return withUnsafeMutablePointer(to: &rest) { rest in
            let read: cairo_read_func_t = { closure, bytes, count in
                guard let rest = closure?.assumingMemoryBound(to: Data.self), let bytes,
                    rest.pointee.count >= Int(count)
                else { return CAIRO_STATUS_READ_ERROR }
                rest.pointee.copyBytes(to: bytes, count: Int(count))
                rest.pointee.removeFirst(Int(count))
                return CAIRO_STATUS_SUCCESS
            }
            return cairo_image_surface_create_from_png_stream(read, rest)
        }
    }

    private static func scaled(
        _ image: OpaquePointer, from size: (width: Double, height: Double), to pixels: (width: Double, height: Double)
    ) -> OpaquePointer {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(pixels.width), Int32(pixels.height))
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        cairo_scale(context, pixels.width / size.width, pixels.height / size.height)
        cairo_set_source_surface(context, image, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST)
        cairo_paint(context)
        return surface.unsafelyUnwrapped
    }

    /// Draws it with its upper left corner at a point of a page.
    func draw(on context: OpaquePointer, x: Double, y: Double) {
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, width / pixels.width, height / pixels.height)
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }
}
