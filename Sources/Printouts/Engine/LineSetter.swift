import CPango

/// Places glyphs one after another and breaks the line where it is full: after a space, a hyphen or a slash, else
/// before the letter that does not fit.
struct LineSetter {
    private let width: Double
    private var lineStart: Int
    private var x = 0.0
    /// The last possible break: where the next line would begin, where this one would end, and its width; -1 for none.
    private var nextStart = -1
    private var endBefore = 0
    private var widthBefore = 0.0
    private var isAfterSpace = false
    /// The hyphen that the line ends with if it is broken at a soft hyphen.
    private var hyphen: Typeface.Glyph?

    init(width: Double, start: Int) {
        self.width = width
        lineStart = start
    }

    /// Whether a line may end after this character: a space or one of those below.
    static func mayBreak(after scalar: UInt32) -> Bool { scalar == 0x20 || allowsBreakAfter(scalar) }

    private static func allowsBreakAfter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2F, 0x5C, 0x3B, 0x40, 0x2010, 0x2013, 0x2014: true  // - / \ ; @ and dashes
        default: false
        }
    }

    mutating func add(
        _ glyph: Typeface.Glyph, scalar: UInt32, glyphs: inout [cairo_glyph_t], lines: inout [Typesetter.Line]
    ) {
        if scalar == 0x20 {
            // Leading and repeated spaces are dropped.
            guard glyphs.count > lineStart, !isAfterSpace else { return }
            (endBefore, widthBefore, hyphen) = (glyphs.count, x, nil)
            put(glyph, &glyphs)
            nextStart = glyphs.count
            isAfterSpace = true
            return
        }
        while x + glyph.advance > width, glyphs.count > lineStart { breakLine(&glyphs, &lines) }
        put(glyph, &glyphs)
        isAfterSpace = false
        if Self.allowsBreakAfter(scalar) {
            (nextStart, endBefore, widthBefore, self.hyphen) = (glyphs.count, glyphs.count, x, nil)
        }
    }

    /// Notes a soft hyphen, at which a word may be broken. It is drawn only if the line ends there.
    mutating func allowDivision(_ hyphen: Typeface.Glyph, glyphs: [cairo_glyph_t]) {
        guard glyphs.count > lineStart, x + hyphen.advance <= width else { return }
        (nextStart, endBefore, widthBefore, self.hyphen) = (glyphs.count, glyphs.count, x, hyphen)
    }

    /// Ends the last line. An empty text has one line too, so that a row of blanks has the usual height.
    func finish(glyphs: [cairo_glyph_t], lines: inout [Typesetter.Line]) {
        let end = isAfterSpace ? endBefore : glyphs.count
        lines.append(.init(glyphs: lineStart..<max(end, lineStart), width: isAfterSpace ? widthBefore : x))
    }

    private mutating func put(_ glyph: Typeface.Glyph, _ glyphs: inout [cairo_glyph_t]) {
        glyphs.append(cairo_glyph_t(index: glyph.index, x: x, y: 0))
        x += glyph.advance
    }

    private mutating func breakLine(_ glyphs: inout [cairo_glyph_t], _ lines: inout [Typesetter.Line]) {
        if nextStart > lineStart {
            if let hyphen {
                glyphs.insert(cairo_glyph_t(index: hyphen.index, x: widthBefore, y: 0), at: endBefore)
                (endBefore, nextStart) = (endBefore + 1, nextStart + 1)
                widthBefore += hyphen.advance
            }
            lines.append(.init(glyphs: lineStart..<endBefore, width: widthBefore))
            let shift = nextStart < glyphs.count ? glyphs[nextStart].x : x
            for place in nextStart..<glyphs.count { glyphs[place].x -= shift }
            lineStart = nextStart
            x -= shift
        } else {
            lines.append(.init(glyphs: lineStart..<glyphs.count, width: x))
            lineStart = glyphs.count
            x = 0
        }
        (nextStart, hyphen) = (-1, nil)
    }
}
