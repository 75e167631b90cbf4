import CXML

/// A ``Shape`` as flat arrays for one reading: each child of each group has one slot, which holds its last value. No
/// structure contains itself, so the slots can be counted in advance.
final class ShapeTable {
    struct Group {
        /// The slots of its children; of the required ones the fields and the groups.
        let children: Range<Int>
        let requiredFields: [Int]
        let requiredGroups: [Int]
        let role: Shape.Role?
        let rules: [Rule]
        let isOpen: Bool
        let isFree: Bool
        let name: String
    }

    struct Child {
        /// The parser's interned pointer for the name.
        let name: UnsafePointer<UInt8>?
        let content: Shape.Content
        let isRequired: Bool
        let repeats: Bool
        let mayBeEmpty: Bool
        /// The index of its group, or -1.
        let group: Int
    }

    struct Slot {
        var isPresent = false
        /// Hundredths, a number, or a day as concatenated year, month and day.
        var value: Int64 = 0
        /// The range of its text in the reader's texts.
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// A ``Shape/Rule`` with slots instead of names.
    enum Rule {
        case together([Int])
        case oneOf([Int])
        case anyOf([Int])
        case needs(Int, [Int])
    }

    private(set) var names: [String] = []
    private var building: [Child] = []
    private var buildingGroups: [Group] = []
    let groups: UnsafeMutableBufferPointer<Group>
    let children: UnsafeMutableBufferPointer<Child>
    let slots: UnsafeMutableBufferPointer<Slot>

    init(_ root: Shape, _ pointer: (String) -> UnsafePointer<UInt8>?) {
        children = .allocate(capacity: Self.count(root))
        slots = .allocate(capacity: children.count)
        slots.initialize(repeating: Slot())
        groups = .allocate(capacity: Self.countGroups(root))
        _ = add(root, pointer)
        _ = children.initialize(from: building)
        _ = groups.initialize(from: buildingGroups)
        (building, buildingGroups) = ([], [])
    }

    deinit {
        groups.deinitialize()
        groups.deallocate()
        children.deallocate()
        slots.deallocate()
    }

    /// Returns the slot of a child of the group with a role; the first of several such groups.
    func slot(_ name: String, of role: Shape.Role) -> Int? {
        groups.lazy.filter { $0.role == role }.compactMap { self.slot(name, in: $0.children) }.first
    }

    func slot(_ name: String, in children: Range<Int>) -> Int? {
        children.first { names[$0] == name }
    }

    private static func count(_ shape: Shape) -> Int {
        shape.children.count + shape.children.reduce(0) { $0 + count($1) }
    }

    private static func countGroups(_ shape: Shape) -> Int {
        shape.children.reduce(1) { $0 + ($1.content == .group ? countGroups($1) : 0) }
    }

    /// Adds a group with all groups below it.
    private func add(_ shape: Shape, _ pointer: (String) -> UnsafePointer<UInt8>?) -> Int {
        let index = buildingGroups.count
        let first = building.count
        let slots = first..<(first + shape.children.count)
        names += shape.children.map(\.name)
        building += shape.children.map { child in
            Child(
                name: pointer(child.name), content: child.content, isRequired: child.occurrence.isRequired,
                repeats: child.occurrence.repeats, mayBeEmpty: child.mayBeEmpty, group: -1)
        }
        let found = { (name: String) in slots.first { self.names[$0] == name } }
        buildingGroups.append(
            Group(
                children: slots,
                requiredFields: slots.filter { building[$0].isRequired && building[$0].content != .group },
                requiredGroups: slots.filter { building[$0].isRequired && building[$0].content == .group },
                role: shape.role, rules: shape.rules.map { Self.rule($0, found) },
                isOpen: shape.isOpen, isFree: shape.isFree, name: shape.name))
        for (offset, child) in shape.children.enumerated() where child.content == .group {
            let plain = building[first + offset]
            let group = add(child, pointer)
            building[first + offset] = Child(
                name: plain.name, content: .group, isRequired: plain.isRequired, repeats: plain.repeats,
                mayBeEmpty: false, group: group)
        }
        return index
    }

    private static func rule(_ rule: Shape.Rule, _ slot: (String) -> Int?) -> Rule {
        switch rule {
        case .together(let names): .together(names.compactMap(slot))
        case .oneOf(let names): .oneOf(names.compactMap(slot))
        case .anyOf(let names): .anyOf(names.compactMap(slot))
        case .needs(let name, let others): slot(name).map { .needs($0, others.compactMap(slot)) } ?? .together([])
        }
    }
}
