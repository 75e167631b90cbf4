import CPango
import Foundation

/// Draws the pages of a PDF, measured in points from the top left corner.
final class Canvas {
    /// The receiver of the bytes, and its error.
    private final class Output {
        let sink: (UnsafeRawBufferPointer) throws -> Void
        var failure: (any Error)?
        /// False after a failure, and when a printout is abandoned: cairo would otherwise complete the file as if it
        /// were whole.
        var isOpen = true

        init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
            self.sink = sink
        }
    }

    /// An element of the structure for screen readers.
    enum Tag: String {
        case document = "Document"
        case heading = "H1"
        case paragraph = "P"
        case table = "Table"
        case row = "TR"
        case headingCell = "TH"
        case cell = "TD"
    }

    private let output: Output
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let typesetter: Typesetter
    /// Typefaces with pending glyphs, in the order of their first, so that equal input is drawn in equal order.
    private var waiting: [Typeface] = []
    private var rules: [(start: Point, end: Point)] = []
    private static let grey = 0.38

    typealias Point = (x: Double, y: Double)

    init(page: Page, typesetter: Typesetter, sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.typesetter = typesetter
        output = Output(sink)
        let write: cairo_write_func_t = { closure, bytes, count in
            guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
            let output = Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
            guard output.isOpen else { return CAIRO_STATUS_WRITE_ERROR }
            do {
                try output.sink(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            } catch {
                output.failure = error
                output.isOpen = false
                return CAIRO_STATUS_WRITE_ERROR
            }
        }
        let closure = Unmanaged.passUnretained(output).toOpaque()
        surface = cairo_pdf_surface_create_for_stream(write, closure, page.width, page.height)
        context = cairo_create(surface)
        cairo_set_line_width(context, 0.35)
    }

    deinit {
        output.isOpen = false
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Sets the title, the author and further metadata.
    func describe(_ metadata: [(cairo_pdf_metadata_t, String)]) {
        for (key, value) in metadata { cairo_pdf_surface_set_metadata(surface, key, PrintableScalar.clean(value)) }
    }

    // MARK: Ink

    /// Draws a line of text, starting at `x` on the baseline.
    func draw(_ line: Typesetter.Line, face: Typeface, x: Double, baseline: Double) {
        if let layoutLine = line.layoutLine {
            cairo_move_to(context, x, baseline)
            pango_cairo_show_layout_line(context, layoutLine)
            return
        }
        if line.glyphs.isEmpty { return }
        if face.pending.isEmpty { waiting.append(face) }
        for place in line.glyphs {
            let glyph = typesetter.glyphs[place]
            face.pending.append(cairo_glyph_t(index: glyph.index, x: glyph.x + x, y: baseline))
        }
    }

    /// Adds a thin line, drawn at the end of the page.
    func rule(from start: Point, to end: Point) {
        rules.append((start, end))
    }

    private func strokeRules() {
        for rule in rules {
            cairo_move_to(context, rule.start.x, rule.start.y)
            cairo_line_to(context, rule.end.x, rule.end.y)
        }
        rules.removeAll(keepingCapacity: true)
        cairo_set_source_rgb(context, 0.6, 0.6, 0.6)
        cairo_stroke(context)
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    func shade(x: Double, y: Double, width: Double, height: Double) {
        fill(Ink(grey: 0.945), x: x, y: y, width: width, height: height)
    }

    func fill(_ ink: Ink, x: Double, y: Double, width: Double, height: Double) {
        flush()
        cairo_set_source_rgb(context, ink.red, ink.green, ink.blue)
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    func draw(_ logo: Logo, x: Double, y: Double) {
        flush()
        logo.draw(on: context, x: x, y: y)
    }

    /// Draws the text of `body` in grey: labels beside their values.
    func inGrey(_ body: () -> Void) {
        flush()
        cairo_set_source_rgb(context, Self.grey, Self.grey, Self.grey)
        body()
        flush()
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    /// Draws the pending glyphs: one call for a whole page takes half the time of a call for each cell.
    func flush() {
        for face in waiting {
            cairo_set_scaled_font(context, face.scaledFont)
            cairo_show_glyphs(context, face.pending, Int32(face.pending.count))
            face.pending.removeAll(keepingCapacity: true)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    // MARK: Structure

    func begin(_ tag: Tag) {
        flush()
        cairo_tag_begin(context, tag.rawValue, "")
    }

    func end(_ tag: Tag) {
        flush()
        cairo_tag_end(context, tag.rawValue)
    }

    func endPage() throws {
        flush()
        strokeRules()
        cairo_show_page(context)
        try check(cairo_status(context))
    }

    /// Completes the file. Nothing can be drawn after it.
    func finish() throws {
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
    }

    private func check(_ status: cairo_status_t) throws {
        if let failure = output.failure { throw failure }
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw PrintoutError.drawing(String(cString: cairo_status_to_string(status)))
    }
}
