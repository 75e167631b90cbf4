import Mustache

/// A page in its frame, as the templates see them: `frame` beside the page's own properties.
///
/// The template library finds a name in a struct by reflecting on all its properties, for each name
/// again. So each struct is reflected on once here, and names are then found in dictionaries.
struct View: MustacheParent {
    private let frame: Node
    private let page: Node

    init(_ page: any Page, _ frame: Frame) {
        self.page = Node(page)
        self.frame = Node(frame)
    }

    func child(named name: String) -> Any? {
        name == "frame" ? frame : page.child(named: name)
    }
}

/// One struct's properties by name. An optional that holds nothing is missing: wrapped in `Any` it
/// would count as something.
private final class Node: MustacheParent {
    private let properties: [String: Any]

    init(_ value: Any) {
        properties = Mirror(reflecting: value).children.reduce(into: [:]) { properties, child in
            guard let name = child.label, let value = Self.plain(child.value) else { return }
            properties[name] = value
        }
    }

    func child(named name: String) -> Any? { properties[name] }

    private static func plain(_ value: Any) -> Any? {
        switch value {
        case is String, is Bool, is Int, is Int64: return value
        case let text as String?: return text
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
