import Mustache

/// A template that was read once, as steps that are taken for each page: its markup, and where which values go.
final class CompiledTemplate: Sendable {
    enum Step: Sendable {
        /// A piece of ``markup``.
        case markup(Range<Int>)
        case text(NamePath, isEscaped: Bool)
        /// The steps up to `end` are taken where there is a value, for each element of a list.
        case section(NamePath, end: Int)
        /// The steps up to `end` are taken where there is none.
        case inverted(NamePath, end: Int)
    }

    let steps: [Step]
    let markup: [UInt8]

    /// Reads what the template library has made of a template for which ``Marks`` stood in.
    init(_ marked: String, _ names: Names) {
        var (steps, open, markup): ([Step], [Int], [UInt8]) = ([], [], [])
        for piece in marked.split(separator: Marks.begin, omittingEmptySubsequences: false) {
            let end = piece.firstIndex(of: Marks.end)
            switch end.map({ Mark(piece[..<$0], names) }) {
            case .text(let path, let isEscaped)?: steps.append(.text(path, isEscaped: isEscaped))
            case .begin(let path, let isInverted)?:
                open.append(steps.count)
                steps.append(isInverted ? .inverted(path, end: 0) : .section(path, end: 0))
            case .end?:
                if let start = open.popLast() { steps[start] = Self.step(steps[start], end: steps.count) }
            case nil: break
            }
            let start = markup.count
            markup += (end.map { piece[piece.index(after: $0)...] } ?? piece).utf8
            if markup.count > start { steps.append(.markup(start..<markup.count)) }
        }
        (self.steps, self.markup) = (steps, markup)
    }

    private static func step(_ step: Step, end: Int) -> Step {
        switch step {
        case .section(let path, _): .section(path, end: end)
        case .inverted(let path, _): .inverted(path, end: end)
        case .markup, .text: step
        }
    }
}

/// `name`, `name.name`, or `.`, which has none.
struct NamePath: Sendable {
    var first: Names.Number?
    var second: Names.Number?
}

private enum Mark {
    case text(NamePath, isEscaped: Bool)
    case begin(NamePath, isInverted: Bool)
    case end

    init(_ text: Substring, _ names: Names) {
        let content = text.dropFirst().prefix { $0 != "&" }
        let parts = content.split(separator: Marks.dot).map { names.number(of: String($0)) }
        let path = NamePath(first: parts.first, second: parts.dropFirst().first)
        switch text.first {
        case "#": self = .begin(path, isInverted: false)
        case "^": self = .begin(path, isInverted: true)
        case "/": self = .end
        default: self = .text(path, isEscaped: text.hasSuffix("&amp;"))
        }
    }
}

/// Stands in for a page where the library renders a template to find out what is in it. The library shows nobody what it
/// has read, but asks for each name: it gets a lambda, which leaves a mark in the place of a text, and two around
/// a section. No template has the two private characters around a mark, and its ampersand shows whether the place escapes.
struct Marks: MustacheParent, MustacheCustomRenderable {
    static let begin: Character = "\u{E000}"
    static let end: Character = "\u{E001}"
    static let dot: Character = "-"
    private static let inverted = "not-"

    var renderText: String { Self.text("") }
    var isNull: Bool { false }

    func child(named name: String) -> Any? {
        MustacheLambda { source in
            if source.isEmpty { return Self.text(name) }
            let isInverted = name.hasPrefix(Self.inverted)
            let mark = isInverted ? "^\(name.dropFirst(Self.inverted.count))" : "#\(name)"
            return "\(Self.begin)\(mark)\(Self.end)\(source)\(Self.begin)/\(Self.end)"
        }
    }

    private static func text(_ name: String) -> String { "\(begin)=\(name)&\(end)" }

    /// A template in a form in which the library asks for all of it: an inverted section is one of another name, and two
    /// names with a dot between them are one.
    static func prepared(_ source: String) -> String {
        var open: [String] = []
        return source.replacing(/\{\{([\{#^$\/]?)([A-Za-z][\w.]*)(\}?\}\})/) { tag in
            let name = String(tag.2).replacing(".", with: "\(dot)")
            switch tag.1 {
            case "$": open.append(name)
            case "#": open.append(name)
            case "^": open.append(inverted + name)
            case "/":
                let begun = open.popLast()
                return "{{/\(begun == inverted + name ? inverted : "")\(name)}}"
            default: return "{{\(tag.1)\(name)\(tag.3)"
            }
            return "{{\(tag.1 == "$" ? "$" : "#")\(open.last ?? name)}}"
        }
    }
}
