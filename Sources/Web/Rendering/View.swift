import Mustache

/// A page in its frame, as the templates see them: `frame` beside the page's own properties.
///
/// The template library finds a name in a struct by reflecting on all its properties, for each name
/// again. So each struct is reflected on once here, and names are then found in dictionaries; rows
/// that stand on a page by the dozen name their properties themselves (``Row``).
struct View: MustacheParent {
    private let frame: RowNode
    private let page: Node

    init(_ page: any Page, _ frame: Frame) {
        self.page = Node(page)
        self.frame = RowNode(frame)
    }

    func child(named name: String) -> Any? {
        name == "frame" ? frame : page.child(named: name)
    }
}

/// A finished text. The template library asks an unknown value what it might be before it writes it.
private struct Words: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { false }
}

private struct RowNode: MustacheParent {
    /// In a box: the template library copies a node for each name that it looks for.
    private let box: Box

    private final class Box {
        let row: any Row

        init(_ row: any Row) {
            self.row = row
        }
    }

    init(_ row: any Row) {
        box = Box(row)
        assert(Self.forgotten(in: row) == [], "\(type(of: row)).property(_:) forgets \(Self.forgotten(in: row))")
    }

    func child(named name: String) -> Any? { box.row.property(name).flatMap(Node.plain) }

    /// The properties that reflection sees and the row does not name.
    private static func forgotten(in row: any Row) -> [String] {
        Mirror(reflecting: row).children.compactMap { child in
            guard let name = child.label, Node.plain(child.value) != nil else { return nil }
            return row.property(name) == nil ? name : nil
        }
    }
}

/// One struct's properties by name. An optional that holds nothing is missing: wrapped in `Any` it
/// would count as something.
private struct Node: MustacheParent {
    private let properties: [String: Any]

    init(_ value: Any) {
        properties = Mirror(reflecting: value).children.reduce(into: [:]) { properties, child in
            guard let name = child.label, let value = Self.plain(child.value) else { return }
            properties[name] = value
        }
    }

    func child(named name: String) -> Any? { properties[name] }

    static func plain(_ value: Any) -> Any? {
        switch value {
        case let text as String: return Words(renderText: text)
        case is Bool, is Int, is Int64: return value
        case let text as String?: return text.map(Words.init)
        case let rows as [any Row]: return rows.map(RowNode.init)
        case let row as any Row: return RowNode(row)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { plain($0.value) }
        case .collection: return mirror.children.compactMap { plain($0.value) }
        case .struct: return Node(value)
        default: return value
        }
    }
}
