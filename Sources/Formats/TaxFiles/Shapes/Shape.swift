/// An element of a JPK: the part of its schema that is needed to read it, and to name a missing element.
struct Shape: Sendable {
    /// The type of an element's content. An empty element counts as absent.
    enum Content: Sendable {
        case group, text, day, moment, number
        /// Hundredths; whole złoty, in hundredths.
        case amount, whole
        /// The value is the attribute `kodSystemowy`, not the content.
        case systemCode
    }

    enum Occurrence: Sendable {
        case once, optional, many, atLeastOne

        var isRequired: Bool { self == .once || self == .atLeastOne }
        var repeats: Bool { self == .many || self == .atLeastOne }
    }

    /// A rule of a schema about several children.
    enum Rule: Sendable {
        case together([String])
        case oneOf([String])
        case anyOf([String])
        /// If the first is present, one of the others must be.
        case needs(String, [String])
    }

    /// The meaning of a group's fields, passed to the consumer.
    enum Role: Sendable {
        case header, person, firm, taxpayer, declarationHeader, declaration
        case sale, saleControl, purchase, purchaseControl
        case ledgerYear, stockTaking, ledgerRow, ledgerControl
        case revenueRow, revenueControl, asset, assetControl
        case balance, counterparty, journal, posting, journalControl, postingControl, booksControl, differences
        case receipt
    }

    let name: String
    let content: Content
    var occurrence = Occurrence.once
    var role: Role?
    var children: [Shape] = []
    var rules: [Rule] = []
    /// Unlisted children, and children of other namespaces, are skipped instead of refused.
    var isOpen = false
    /// It is required but may be empty, when its schema has a default. It then has no text and the value 0.
    var mayBeEmpty = false
    /// Its contents are not listed: ``FieldsReader`` reads them.
    var isFree = false

    static func group(
        _ name: String, _ role: Role? = nil, occurs occurrence: Occurrence = .once, isOpen: Bool = false,
        rules: [Rule] = [], _ children: [[Shape]]
    ) -> Shape {
        Shape(
            name: name, content: .group, occurrence: occurrence, role: role, children: children.flatMap { $0 },
            rules: rules, isOpen: isOpen)
    }

    static func texts(_ names: String...) -> [Shape] { fields(names, .text) }
    static func days(_ names: String...) -> [Shape] { fields(names, .day) }
    static func amounts(_ names: String...) -> [Shape] { fields(names, .amount) }
    static func numbers(_ names: String...) -> [Shape] { fields(names, .number) }

    static func optional(_ content: Content, _ names: [String]) -> [Shape] {
        fields(names, content).map { field in
            var field = field
            field.occurrence = .optional
            return field
        }
    }

    static func optional(_ content: Content, _ names: String...) -> [Shape] { optional(content, names) }

    /// Returns fields that have a default in the schema.
    static func defaulted(_ content: Content, _ names: String...) -> [Shape] {
        names.map { Shape(name: $0, content: content, mayBeEmpty: true) }
    }

    static func fields(_ names: [String], _ content: Content) -> [Shape] {
        names.map { Shape(name: $0, content: content) }
    }

    /// Returns `K_10`, `K_11`…
    static func names(_ prefix: String, _ range: ClosedRange<Int>) -> [String] { range.map { "\(prefix)\($0)" } }
}
