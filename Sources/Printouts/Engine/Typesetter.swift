import CPango

/// Breaks texts into lines, which stay valid until ``clear()``.
///
/// Latin text takes a fast path: glyphs and widths from a table, without shaping. Pango lays out the rest: Hebrew and
/// other scripts that need reordering or other fonts. A page of a ledger has a thousand cells; laying out each with
/// Pango takes ten times as long.
final class Typesetter {
    struct Line {
        /// Indexes in ``glyphs``; empty for a line of Pango's.
        var glyphs: Range<Int>
        var width: Double
        var layoutLine: UnsafeMutablePointer<PangoLayoutLine>?
    }

    /// A text in lines, all in one typeface.
    struct Block {
        var lines: Range<Int>
        var face: Typeface
        /// The distance from the upper edge to the first baseline.
        var ascent: Double
        /// Whether it is an amount, which is right-aligned in every direction, so that the decimal commas align.
        var isAmount = false
    }

    private(set) var glyphs: [cairo_glyph_t] = []
    private(set) var lines: [Line] = []
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var faces: [Typeface.Style: Typeface] = [:]
    init() throws(PrintoutError) {
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
            let context = pango_font_map_create_context(map)
        else { throw PrintoutError.noFont }
        self.map = map
        self.context = context
        // One unit is one point, without rounding to pixels.
        pango_cairo_context_set_resolution(context, 72)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        pango_context_set_round_glyph_positions(context, 0)
    }

    deinit {
        faces.removeAll()
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
    }

    func face(_ size: Double, bold: Bool = false) throws(PrintoutError) -> Typeface {
        let style = Typeface.Style(size: size, isBold: bold)
        if let face = faces[style] { return face }
        let face = try Typeface(style, map: map, context: context)
        faces[style] = face
        return face
    }

    func clear() {
        glyphs.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        for face in faces.values { face.reuseLayouts() }
    }

    /// Breaks a text into lines no wider than `width` points. Breaks words that are wider; drops control characters and
    /// those that reverse the direction.
    func set(_ text: String, in face: Typeface, width: Double) -> Block {
        let (firstGlyph, firstLine) = (glyphs.count, lines.count)
        var text = text
        var setter = LineSetter(width: width, start: firstGlyph)
        let isPlain = text.withUTF8 { bytes in
            var reader = ScalarReader(bytes)
            while let scalar = reader.next() {
                if scalar == PrintableScalar.softHyphen {
                    if let hyphen = face.glyph(0x2D) { setter.allowDivision(hyphen, glyphs: glyphs) }
                    continue
                }
                guard let kept = PrintableScalar.kept(scalar) else { continue }
                guard let glyph = face.glyph(kept) else { return false }
                setter.add(glyph, scalar: kept, glyphs: &glyphs, lines: &lines)
            }
            setter.finish(glyphs: glyphs, lines: &lines)
            return true
        }
        if !isPlain {
            glyphs.removeSubrange(firstGlyph...)
            lines.removeSubrange(firstLine...)
            setByPango(text, in: face, width: width)
        }
        return Block(lines: firstLine..<lines.count, face: face, ascent: face.ascent)
    }

    private func setByPango(_ text: String, in face: Typeface, width: Double) {
        let layout = face.layout()
        pango_layout_set_width(layout, Int32(min(width, 10_000) * Double(PANGO_SCALE)))
        let clean = PrintableScalar.clean(text)
        pango_layout_set_text(layout, clean, Int32(clean.utf8.count))
        for number in 0..<pango_layout_get_line_count(layout) {
            guard let line = pango_layout_get_line_readonly(layout, number) else { continue }
            var extents = PangoRectangle()
            pango_layout_line_get_extents(line, nil, &extents)
            lines.append(Line(glyphs: 0..<0, width: Double(extents.width) / Double(PANGO_SCALE), layoutLine: line))
        }
    }

    /// Sets an amount on one line, in a smaller size if it is too wide; the amount is never cut.
    func set(amount: Int, in face: Typeface, width: Double) throws(PrintoutError) -> Block {
        // All amounts of a row share a baseline, whatever their size.
        let ascent = face.ascent
        var face = face
        while true {
            let first = glyphs.count
            var x = 0.0
            AmountText.forEach(amount) { scalar in
                guard let glyph = face.glyph(scalar) else { return }
                glyphs.append(cairo_glyph_t(index: glyph.index, x: x, y: 0))
                x += glyph.advance
            }
            if x <= width || face.style.size < 3 {
                lines.append(Line(glyphs: first..<glyphs.count, width: x))
                return Block(lines: (lines.count - 1)..<lines.count, face: face, ascent: ascent, isAmount: true)
            }
            glyphs.removeSubrange(first...)
            face = try self.face((face.style.size * 0.9 * 10).rounded(.down) / 10, bold: face.style.isBold)
        }
    }
}
