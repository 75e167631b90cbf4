import Mustache
import Synchronization

/// The templates of rows in one language. The template library spends microseconds on each tag, and a
/// list has hundreds; so it renders a row's template once for each combination of flags, with marks
/// where texts go, and every further row is its texts between those pieces.
final class RowTemplates: Sendable {
    private enum Piece: Sendable {
        case markup(String)
        /// The text of a field, to be escaped or not.
        case field(Int, isEscaped: Bool)
        case formToken
    }

    /// A template, and the flags and optional texts that a row has, a bit each.
    private struct Shape: Hashable {
        let named: String
        let bits: UInt64
    }

    private let library: MustacheLibrary
    private let pieces = Mutex<[Shape: [Piece]]>([:])

    init(_ library: MustacheLibrary) {
        self.library = library
    }

    /// - Parameter formToken: what `frame.csrf` stands for.
    func markup(_ rows: [any Row], formToken: String) -> String {
        rows.reduce(into: "") { markup, row in write(row, type(of: row).template, formToken, into: &markup) }
    }

    /// One struct by any template that knows nothing but its fields.
    func markup(_ value: any Fielded, template: String) -> String {
        var markup = ""
        write(value, template, "", into: &markup)
        return markup
    }

    private func write(_ row: any Fielded, _ template: String, _ formToken: String, into markup: inout String) {
        let values = row.values { self.markup($0, formToken: formToken) }
        for piece in pieces(type(of: row), Shape(named: template, bits: values.bits)) {
            switch piece {
            case .markup(let text): markup += text
            case .field(let index, let isEscaped):
                markup += isEscaped ? PageText.escape(values.texts[index]) : values.texts[index]
            case .formToken: markup += PageText.escape(formToken)
            }
        }
    }

    private func pieces(_ type: any Fielded.Type, _ shape: Shape) -> [Piece] {
        if let known = pieces.withLock({ $0[shape] }) { return known }
        guard let markup = library.render(Marks(of: type, shape.bits), withTemplate: shape.named) else {
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
            let mark = part[..<end]
            let piece: Piece =
                mark.first == Mark.formToken
                ? .formToken
                : .field(Int(mark.prefix { $0.isNumber }) ?? 0, isEscaped: mark.hasSuffix(Mark.escapedTail))
            return [piece, .markup(String(part[part.index(after: end)...]))]
        }
    }
}

/// What stands for a text in a row's template. No template has the two private characters around it, and
/// the ampersand shows whether the place escapes.
private enum Mark {
    static let begin: Character = "\u{E000}"
    static let end: Character = "\u{E001}"
    static let formToken: Character = "t"
    static let tail = "&"
    static let escapedTail = "&amp;"

    static func text(_ content: String) -> Words { Words(renderText: "\(begin)\(content)\(tail)\(end)") }
}

/// A row as its template sees it: flags as they are, marks for texts.
private struct Marks: MustacheParent {
    private let values: [String: Any]
    private let names: Set<String>

    init<R: Fielded>(of type: R.Type, _ bits: UInt64) {
        precondition(type.fields.count <= UInt64.bitWidth)
        var values: [String: Any] = ["frame": ["csrf": Mark.text("\(Mark.formToken)")]]
        for (index, field) in type.fields.enumerated() {
            let isThere = bits & 1 << index != 0
            switch field.value {
            case .flag: values[field.name] = isThere
            case .optional: values[field.name] = isThere ? Mark.text("\(index)") : nil
            case .plain, .markup, .rows: values[field.name] = Mark.text("\(index)")
            }
        }
        self.values = values
        names = Set(type.fields.map(\.name)).union(["frame"])
    }

    func child(named name: String) -> Any? {
        assert(names.contains(name), "a row's template asks for \(name), which the row does not name")
        return values[name]
    }
}
