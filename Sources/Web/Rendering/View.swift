import Mustache

/// A page in its frame, as the templates see them: `frame` beside the page's own properties.
///
/// The template library finds a name in a struct by reflecting on all its properties, for each name
/// again. So each struct is reflected on once here, and names are then found in dictionaries; rows
/// that stand on a page by the dozen are finished markup (``Row``).
struct View: MustacheParent {
    private let frame: FrameNode
    private let page: Node

    init(_ page: any Page, _ frame: Frame, _ rows: RowTemplates) {
        let around = rows.values(of: frame)
        self.page = Node(page) { rows.markup($0, in: around) }
        self.frame = FrameNode(around, rows)
    }

    func child(named name: String) -> Any? {
        name == "frame" ? frame : page.child(named: name)
    }
}

/// A finished text. The template library asks an unknown value what it might be before it writes it.
struct Words: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { false }
}

private struct FrameNode: MustacheParent {
    /// In a box: the template library copies a node for each name that it looks for.
    private let box: Box

    private final class Box {
        let values: RowValues
        let rows: RowTemplates

        init(_ values: RowValues, _ rows: RowTemplates) {
            (self.values, self.rows) = (values, rows)
        }
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: Frame.fields.enumerated().map { ($1.name, (index: $0, value: $1.value)) })

    init(_ values: RowValues, _ rows: RowTemplates) {
        box = Box(values, rows)
    }

    func child(named name: String) -> Any? {
        if let template = Frame.parts[name] {
            return Words(renderText: box.rows.markup(part: template, of: box.values))
        }
        guard let (index, value) = Self.places[name] else { return nil }
        let isThere = box.values.bits & 1 << index != 0
        let text = Words(renderText: box.values.texts[index])
        switch value {
        case .plain, .markup, .rows: return text
        case .optional: return isThere ? text : nil
        case .flag: return isThere
        }
    }
}

/// One struct's properties by name, made ready when a template asks. An optional that holds nothing is
/// missing: wrapped in `Any` it would count as something.
private struct Node: MustacheParent {
    typealias Markup = ([any Row]) -> String

    private let properties: [String: Any]
    private let markup: Markup

    init(_ value: Any, _ markup: @escaping Markup) {
        self.markup = markup
        properties = Mirror(reflecting: value).children.reduce(into: [:]) { properties, child in
            guard let name = child.label else { return }
            properties[name] = child.value
        }
    }

    func child(named name: String) -> Any? { properties[name].flatMap(plain) }

    private func plain(_ value: Any) -> Any? {
        switch value {
        case let text as String: return Words(renderText: text)
        case is Bool, is Int, is Int64: return value
        case let text as String?: return text.map(Words.init)
        case let list as any RowList: return Words(renderText: markup(list.rows))
        case let row as any Row: return Words(renderText: markup([row]))
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { plain($0.value) }
        case .collection: return mirror.children.compactMap { plain($0.value) }
        case .struct: return Node(value, markup)
        default: return value
        }
    }
}

/// An array of rows; an empty one too, which would pass as an array of anything.
private protocol RowList {
    var rows: [any Row] { get }
}

extension Array: RowList where Element: Row {
    var rows: [any Row] { self }
}
