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
        self.page = Node(page) { rows.markup($0, formToken: frame.csrf) }
        self.frame = FrameNode(frame)
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
        let frame: Frame

        init(_ frame: Frame) {
            self.frame = frame
        }
    }

    init(_ frame: Frame) {
        box = Box(frame)
        assert(Self.forgotten(in: frame) == [], "Frame.property(_:) forgets \(Self.forgotten(in: frame))")
    }

    func child(named name: String) -> Any? { box.frame.property(name).flatMap { Node.plain($0) { _ in "" } } }

    /// The properties that reflection sees and the frame does not name.
    private static func forgotten(in frame: Frame) -> [String] {
        Mirror(reflecting: frame).children.compactMap { child in
            guard let name = child.label, Node.plain(child.value, { _ in "" }) != nil else { return nil }
            return frame.property(name) == nil ? name : nil
        }
    }
}

/// One struct's properties by name. An optional that holds nothing is missing: wrapped in `Any` it
/// would count as something.
private struct Node: MustacheParent {
    typealias Markup = ([any Row]) -> String

    private let properties: [String: Any]

    init(_ value: Any, _ markup: Markup) {
        properties = Mirror(reflecting: value).children.reduce(into: [:]) { properties, child in
            guard let name = child.label, let value = Self.plain(child.value, markup) else { return }
            properties[name] = value
        }
    }

    func child(named name: String) -> Any? { properties[name] }

    static func plain(_ value: Any, _ markup: Markup) -> Any? {
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
        case .optional: return mirror.children.first.flatMap { plain($0.value, markup) }
        case .collection: return mirror.children.compactMap { plain($0.value, markup) }
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
