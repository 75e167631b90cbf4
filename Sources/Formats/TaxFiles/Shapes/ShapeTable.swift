import CXML

/// A ``Shape`` made flat for one reading: each child of each group has one slot, which holds what was read of it last.
/// No structure contains itself, so the slots can be counted beforehand.
final class ShapeTable {
    struct Group {
        /// The slots of its children.
        let children: Range<Int>
        let role: Shape.Role?
        let rules: [Rule]
        let isOpen: Bool
        let isFree: Bool
        let name: String
    }

    struct Child {
        /// The parser's own pointer for the name.
        let name: UnsafePointer<UInt8>?
        let content: Shape.Content
        let isRequired: Bool
        let repeats: Bool
        /// Its group, or -1.
        let group: Int
    }

    struct Slot {
        var isPresent = false
        /// Hundredths, a number, or a day as year, month and day side by side.
        var value: Int64 = 0
        /// Where its text is among the texts of the reader.
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// A ``Shape/Rule`` with slots in place of names.
    enum Rule {
        case together([Int])
        case oneOf([Int])
        case needs(Int, [Int])
    }

    private(set) var groups: [Group] = []
    private(set) var names: [String] = []
    private var building: [Child] = []
    let children: UnsafeMutableBufferPointer<Child>
    let slots: UnsafeMutableBufferPointer<Slot>

    init(_ root: Shape, _ pointer: (String) -> UnsafePointer<UInt8>?) {
        children = .allocate(capacity: Self.count(root))
        slots = .allocate(capacity: children.count)
        slots.initialize(repeating: Slot())
        _ = add(root, pointer)
        _ = children.initialize(from: building)
        building = []
    }

    deinit {
        children.deallocate()
        slots.deallocate()
    }

    /// The slot of a child of the group with a role; the first of several such groups.
    func slot(_ name: String, of role: Shape.Role) -> Int? {
        groups.lazy.filter { $0.role == role }.compactMap { self.slot(name, in: $0) }.first
    }

    func slot(_ name: String, in group: Group) -> Int? {
        group.children.first { names[$0] == name }
    }

    private static func count(_ shape: Shape) -> Int {
        shape.children.count + shape.children.reduce(0) { $0 + count($1) }
    }

    /// Adds a group with everything below it.
    private func add(_ shape: Shape, _ pointer: (String) -> UnsafePointer<UInt8>?) -> Int {
        let index = groups.count
        let first = building.count
        let slots = first..<(first + shape.children.count)
        names += shape.children.map(\.name)
        building += shape.children.map { child in
            Child(
                name: pointer(child.name), content: child.content, isRequired: child.occurrence.isRequired,
                repeats: child.occurrence.repeats, group: -1)
        }
        let found = { (name: String) in slots.first { self.names[$0] == name } }
        groups.append(
            Group(
                children: slots, role: shape.role, rules: shape.rules.map { Self.rule($0, found) },
                isOpen: shape.isOpen, isFree: shape.isFree, name: shape.name))
        for (offset, child) in shape.children.enumerated() where child.content == .group {
            let plain = building[first + offset]
            let group = add(child, pointer)
            building[first + offset] = Child(
                name: plain.name, content: .group, isRequired: plain.isRequired, repeats: plain.repeats, group: group)
        }
        return index
    }

    private static func rule(_ rule: Shape.Rule, _ slot: (String) -> Int?) -> Rule {
        switch rule {
        case .together(let names): .together(names.compactMap(slot))
        case .oneOf(let names): .oneOf(names.compactMap(slot))
        case .needs(let name, let others): slot(name).map { .needs($0, others.compactMap(slot)) } ?? .together([])
        }
    }
}
