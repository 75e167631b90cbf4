import Mustache
import Synchronization

/// The templates in one language of what names its fields: rows, the parts of the frame, the pages that clients open
/// all day. The template library spends microseconds on each tag, and a list has hundreds; so it renders a template once
/// for each combination of flags, with marks where texts go, and every further time it is its texts between those pieces.
final class RowTemplates: Sendable {
    private enum Piece: Sendable {
        case markup(String)
        /// The text of a field, to be escaped or not.
        case field(Int, isEscaped: Bool)
        /// The text of a field of the frame.
        case frame(Int)
        /// A part of the frame, by its template.
        case part(String)
    }

    /// A template, and the flags and optional texts that are there: a bit for each field of the struct, and of the frame.
    private struct Shape: Hashable {
        let named: String
        let bits: UInt64
        var frameBits: UInt64 = 0
    }

    private let library: MustacheLibrary
    private let pieces = Mutex<[Shape: [Piece]]>([:])

    init(_ library: MustacheLibrary) {
        self.library = library
    }

    /// - Parameter frame: what the frame around them holds; of it rows know `frame.csrf`.
    func markup(_ rows: [any Row], in frame: RowValues = Frame.nothing) -> String {
        rows.reduce(into: "") { markup, row in write(row, type(of: row).template, frame, into: &markup) }
    }

    /// A whole page: its template knows the page's fields, the parts of the frame, and ``Frame/onPages``.
    func markup(_ page: some Page & Fielded, in frame: Frame) -> String {
        let around = values(of: frame)
        var markup = ""
        markup.reserveCapacity(16 * 1024)
        write(page, page.template, around, frameBits: around.bits & Frame.bitsOnPages, into: &markup)
        return markup
    }

    /// A part of the frame by a template that knows nothing but the frame's fields.
    func markup(part template: String, of frame: RowValues) -> String {
        var markup = ""
        write(part: template, of: frame, into: &markup)
        return markup
    }

    func values(of frame: Frame) -> RowValues { frame.values { markup($0) } }

    private func write(
        _ row: any Fielded, _ template: String, _ frame: RowValues, frameBits: UInt64 = 0, into markup: inout String
    ) {
        let values = row.values { self.markup($0, in: frame) }
        let shape = Shape(named: template, bits: values.bits, frameBits: frameBits)
        write(pieces(type(of: row), shape), values, frame, into: &markup)
    }

    private func write(part template: String, of frame: RowValues, into markup: inout String) {
        write(pieces(Frame.self, Shape(named: template, bits: frame.bits)), frame, frame, into: &markup)
    }

    private func write(_ pieces: [Piece], _ values: RowValues, _ frame: RowValues, into markup: inout String) {
        for piece in pieces {
            switch piece {
            case .markup(let text): markup += text
            case .field(let index, let isEscaped):
                markup += isEscaped ? PageText.escape(values.texts[index]) : values.texts[index]
            case .frame(let index): markup += PageText.escape(frame.texts[index])
            case .part(let template): write(part: template, of: frame, into: &markup)
            }
        }
    }

    private func pieces(_ type: any Fielded.Type, _ shape: Shape) -> [Piece] {
        if let known = pieces.withLock({ $0[shape] }) { return known }
        guard let markup = library.render(Marks(of: type, shape.bits, shape.frameBits), withTemplate: shape.named)
        else {
            preconditionFailure("there is no template \(shape.named)")
        }
        let made = Self.split(markup)
        pieces.withLock { $0[shape] = made }
        return made
    }

    /// Takes a template that was rendered with marks apart.
    private static func split(_ markup: String) -> [Piece] {
        markup.split(separator: Mark.begin, omittingEmptySubsequences: false).enumerated().flatMap { number, part in
            guard number > 0, let end = part.firstIndex(of: Mark.end) else { return [Piece.markup(String(part))] }
            return [piece(part[..<end]), .markup(String(part[part.index(after: end)...]))]
        }
    }

    private static func piece(_ mark: Substring) -> Piece {
        let isEscaped = mark.hasSuffix(Mark.escapedTail)
        let content = mark.dropLast((isEscaped ? Mark.escapedTail : Mark.tail).count)
        guard content.first == Mark.frame else { return .field(Int(content) ?? 0, isEscaped: isEscaped) }
        let name = String(content.dropFirst())
        return Int(name).map { .frame($0) } ?? .part(name)
    }
}

/// The placeholder of a text in a template. No template has the two private characters around it, and the ampersand
/// shows whether the place escapes.
private enum Mark {
    static let begin: Character = "\u{E000}"
    static let end: Character = "\u{E001}"
    static let frame: Character = "f"
    static let tail = "&"
    static let escapedTail = "&amp;"

    static func text(_ content: String) -> Words { Words(renderText: "\(begin)\(content)\(tail)\(end)") }
}

/// A struct as its template sees it: flags as they are, marks for texts.
private struct Marks: MustacheParent {
    private let values: [String: Any]
    private let names: Set<String>

    init<R: Fielded>(of type: R.Type, _ bits: UInt64, _ frameBits: UInt64) {
        var values = Self.values(of: R.fields, bits) { "\($0)" }
        let frame = Self.values(of: Frame.fields, frameBits) { "\(Mark.frame)\($0)" }
        let parts = Frame.parts.mapValues { Mark.text("\(Mark.frame)\($0)") as Any }
        values["frame"] = Marks(
            values: frame.merging(parts) { $1 }, names: Set(parts.keys).union(Frame.onPages))
        self.init(values: values, names: Set(R.fields.map(\.name)).union(["frame"]))
    }

    private init(values: [String: Any], names: Set<String>) {
        (self.values, self.names) = (values, names)
    }

    private static func values<R>(
        of fields: [RowField<R>], _ bits: UInt64, _ mark: (Int) -> String
    ) -> [String: Any] {
        precondition(fields.count <= UInt64.bitWidth)
        return fields.enumerated().reduce(into: [:]) { values, numbered in
            let (index, field) = numbered
            let isThere = bits & 1 << index != 0
            switch field.value {
            case .flag: values[field.name] = isThere
            case .optional: values[field.name] = isThere ? Mark.text(mark(index)) : nil
            case .plain, .markup, .rows: values[field.name] = Mark.text(mark(index))
            }
        }
    }

    func child(named name: String) -> Any? {
        assert(names.contains(name), "a template asks for \(name), which its struct does not name")
        return values[name]
    }
}
