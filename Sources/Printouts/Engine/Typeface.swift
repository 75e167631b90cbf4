import CPango

/// The printouts' font in one size and weight, with a cache of glyphs that need no shaping.
final class Typeface {
    /// The size and the weight.
    struct Style: Hashable {
        /// Points.
        var size: Double
        var isBold = false
    }

    struct Glyph {
        enum State: UInt8 {
            case unknown, present, missing
        }

        var index: UInt = 0
        /// The distance to the next glyph in points.
        var advance = 0.0
        var state = State.unknown
    }

    let style: Style
    let scaledFont: OpaquePointer
    /// The heights above and below the baseline, in points.
    let ascent: Double
    let descent: Double
    private let font: UnsafeMutablePointer<PangoFont>
    private let description: OpaquePointer
    private let context: OpaquePointer
    private var latin = [Glyph](repeating: Glyph(), count: 0x250)
    private var punctuation = [Glyph](repeating: Glyph(), count: 0x150)
    private var layouts: [OpaquePointer] = []
    private var usedLayouts = 0
    /// The glyphs to be drawn with the next flush.
    var pending: [cairo_glyph_t] = []

    /// One family for Latin, Polish and Hebrew; fontconfig finds fonts for other scripts.
    static let families = "Noto Sans, Noto Sans Hebrew, DejaVu Sans"

    var lineHeight: Double { (ascent + descent) * 0.92 }

    init(_ style: Style, map: UnsafeMutablePointer<PangoFontMap>, context: OpaquePointer) throws(PrintoutError) {
        self.style = style
        self.context = context
        description = pango_font_description_from_string(Self.families)
        pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        if style.isBold { pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD) }
        guard let font = pango_font_map_load_font(map, context, description), let scaled = pango_font_scaled(font)
        else {
            pango_font_description_free(description)
            throw PrintoutError.noFont
        }
        self.font = font
        scaledFont = scaled
        var extents = cairo_font_extents_t()
        cairo_scaled_font_extents(scaled, &extents)
        ascent = extents.ascent
        descent = extents.descent
    }

    deinit {
        for layout in layouts { g_object_unref(UnsafeMutableRawPointer(layout)) }
        pango_font_description_free(description)
        g_object_unref(UnsafeMutableRawPointer(font))
    }

    /// Returns the glyph of a character that needs no shaping; `nil` for one that needs Pango.
    func glyph(_ scalar: UInt32) -> Glyph? {
        if scalar < 0x250 {
            if latin[Int(scalar)].state == .unknown { latin[Int(scalar)] = load(scalar) }
            let glyph = latin[Int(scalar)]
            return glyph.state == .present ? glyph : nil
        }
        guard scalar >= 0x2010, scalar < 0x2150 else { return nil }
        let place = Int(scalar - 0x2000)
        if punctuation[place].state == .unknown { punctuation[place] = load(scalar) }
        return punctuation[place].state == .present ? punctuation[place] : nil
    }

    private func load(_ value: UInt32) -> Glyph {
        var found = Glyph(state: .missing)
        guard let scalar = Unicode.Scalar(value) else { return found }
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var count: Int32 = 0
        let text = String(scalar)
        let status = cairo_scaled_font_text_to_glyphs(scaledFont, 0, 0, text, -1, &glyphs, &count, nil, nil, nil)
        defer { cairo_glyph_free(glyphs) }
        guard status == CAIRO_STATUS_SUCCESS, count == 1, var glyph = glyphs?.pointee, glyph.index != 0 else {
            return found
        }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(scaledFont, &glyph, 1, &extents)
        found = Glyph(index: glyph.index, advance: extents.x_advance, state: .present)
        return found
    }

    /// Returns a Pango layout, valid until ``reuseLayouts()``.
    func layout() -> OpaquePointer {
        if usedLayouts == layouts.count {
            let layout: OpaquePointer = pango_layout_new(context)
            pango_layout_set_font_description(layout, description)
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            layouts.append(layout)
        }
        usedLayouts += 1
        return layouts[usedLayouts - 1]
    }

    func reuseLayouts() {
        usedLayouts = 0
    }
}

/// The reason why no printout could be made.
package enum PrintoutError: Error, Equatable {
    /// No font of the system can be loaded.
    case noFont
    /// The sums of the table do not fit into 64 bits.
    case sumTooLarge
    /// cairo's error message.
    case drawing(String)
    /// A file of this structure cannot have the requested part.
    case wrongKind
}
