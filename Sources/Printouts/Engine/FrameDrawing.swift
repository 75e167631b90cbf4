import CPango

/// Draws the frame of every page: above the content the office's logo and the firm, below it the source.
struct FrameDrawing {
    /// A text with its position, laid out anew for each page.
    private struct Piece {
        var text: String
        var face: Typeface
        var isGrey = false
        /// Relative to the start of the line, and to the top of the page.
        var x: (offset: Double, width: Double)
        var y: Double
        var alignment = Alignment.start
        /// The most lines; further ones are cut, since a name as long as a page would leave no space.
        var lines = 1
    }

    private static let most = 4
    /// Between the logo and the texts beside it.
    private static let gap = 10.0

    private let page: Page
    private let logo: Logo?
    private let accent: Ink?
    /// How far the texts of the head stand from the start of the line: behind the logo.
    private let indent: Double
    private let typesetter: Typesetter
    private let words: FrameWords
    private let counter: Typeface
    private var pieces: [Piece] = []
    /// The edges of the content.
    private(set) var top: Double
    let bottom: Double

    init(_ document: Document, page: Page, logo: Logo?, typesetter: Typesetter) throws {
        self.page = page
        self.logo = logo
        accent = document.frame.letterhead.accent
        indent = logo.map { $0.width + Self.gap } ?? 0
        self.typesetter = typesetter
        words = document.frame.words
        counter = try typesetter.face(7.5)
        top = page.margin - 6
        bottom = page.height - page.margin - 12
        try title(document.title)
        try owner(document.frame)
        top = max(top, page.margin - 6 + (logo?.height ?? 0) + 8)
        try origin(document.frame)
        typesetter.clear()
    }

    private mutating func title(_ title: String) throws {
        let (face, room) = (try typesetter.face(12, bold: true), page.contentWidth - indent - 120)
        pieces.append(Piece(text: title, face: face, x: (indent, room), y: top, lines: Self.most))
        pieces.append(
            Piece(
                text: words.informational, face: try typesetter.face(7), isGrey: true, x: (indent + room, 120),
                y: top + 5,
                alignment: .end))
        top += height(title, in: face, room) + 3
    }

    /// Places the firm's data. The firm's name gets most of the line and may take several lines.
    private mutating func owner(_ frame: PrintoutFrame) throws {
        let label = try typesetter.face(6)
        let columns = [
            (words.firm, frame.firm, 0.0, 0.62, true), (words.taxIdentifier, frame.taxIdentifier, 0.63, 0.14, false),
            (words.period, frame.period, 0.78, 0.22, false),
        ]
        var tallest = 0.0
        for (word, value, start, share, isBold) in columns {
            let room = page.contentWidth - indent
            let x = (indent + room * start, room * share)
            let face = try typesetter.face(8.5, bold: isBold)
            pieces.append(Piece(text: word, face: label, isGrey: true, x: x, y: top))
            pieces.append(Piece(text: value, face: face, x: x, y: top + label.lineHeight, lines: Self.most))
            tallest = max(tallest, height(value, in: face, x.1))
        }
        top += label.lineHeight + tallest + 8
    }

    private mutating func origin(_ frame: PrintoutFrame) throws {
        let x = (0.0, page.contentWidth * 0.8)
        let made = [words.madeOn, frame.madeOn].joined(separator: " ")
        let text = frame.office.isEmpty ? made : "\(made) · \(frame.office)"
        let source = "\(words.source) \(frame.sourceDigest)"
        pieces.append(Piece(text: text, face: try typesetter.face(6.5), isGrey: true, x: x, y: bottom + 5))
        pieces.append(Piece(text: source, face: try typesetter.face(5.5), isGrey: true, x: x, y: bottom + 14))
    }

    private func height(_ text: String, in face: Typeface, _ width: Double) -> Double {
        let lines = typesetter.set(text, in: face, width: width).lines.count
        return Double(min(lines, Self.most)) * face.lineHeight
    }

    /// Draws the frame of one page.
    func draw(on canvas: Canvas, page number: Int, of pages: Int) {
        let count = words.pages.replacing("{page}", with: String(number)).replacing("{pages}", with: String(pages))
        let x = (page.contentWidth * 0.8, page.contentWidth * 0.2)
        draw(Piece(text: count, face: counter, x: x, y: bottom + 5, alignment: .end), on: canvas)
        for piece in pieces where !piece.isGrey { draw(piece, on: canvas) }
        canvas.inGrey { for piece in pieces where piece.isGrey { draw(piece, on: canvas) } }
        drawRules(on: canvas)
        if let logo {
            canvas.draw(logo, x: page.left(0, logo.width, in: page.direction), y: page.margin - 6)
        }
    }

    /// Draws the line below the head, in the office's colour if it has one, and the line above the foot.
    private func drawRules(on canvas: Canvas) {
        let right = page.width - page.margin
        canvas.rule(from: (page.margin, bottom + 2), to: (right, bottom + 2))
        if let accent {
            canvas.fill(accent, x: page.margin, y: top - 5.6, width: page.contentWidth, height: 1.2)
        } else {
            canvas.rule(from: (page.margin, top - 5), to: (right, top - 5))
        }
    }

    private func draw(_ piece: Piece, on canvas: Canvas) {
        let block = typesetter.set(piece.text, in: piece.face, width: piece.x.width)
        let left = page.left(piece.x.offset, piece.x.width, in: page.direction)
        for (count, number) in block.lines.prefix(piece.lines).enumerated() {
            let line = typesetter.lines[number]
            let isAtRight = (piece.alignment == .end) == (page.direction == .leftToRight)
            let x = isAtRight ? left + piece.x.width - line.width : left
            let baseline = piece.y + Double(count) * piece.face.lineHeight + piece.face.ascent * 0.95
            canvas.draw(line, face: piece.face, x: x, baseline: baseline)
        }
    }
}
