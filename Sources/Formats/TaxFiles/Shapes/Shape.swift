/// What an element of a JPK may be: the part of its schema that is needed to read it, and to name what lacks.
struct Shape: Sendable {
    /// How the content of an element without children is read. An empty element counts as absent.
    enum Content: Sendable {
        case group, text, day, moment, number
        /// Hundredths; whole złoty, in hundredths.
        case amount, whole
        /// The attribute `kodSystemowy`, and not the content.
        case systemCode
    }

    enum Occurrence: Sendable {
        case once, optional, many, atLeastOne

        var isRequired: Bool { self == .once || self == .atLeastOne }
        var repeats: Bool { self == .many || self == .atLeastOne }
    }

    /// What a schema says of several children at once.
    enum Rule: Sendable {
        case together([String])
        case oneOf([String])
        case anyOf([String])
        /// If the first is there, one of the others has to be.
        case needs(String, [String])
    }

    /// What a group's fields are for; told to whoever reads.
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
    /// Children that are not listed, and children of other namespaces, are passed over instead of refused.
    var isOpen = false
    /// It must be there, and may be empty: its schema says what it is then. It has no text and the value 0.
    var mayBeEmpty = false
    /// What is below it is not known here: ``FieldsReader`` reads it.
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

    /// Fields whose schema has a default for them.
    static func defaulted(_ content: Content, _ names: String...) -> [Shape] {
        names.map { Shape(name: $0, content: content, mayBeEmpty: true) }
    }

    static func fields(_ names: [String], _ content: Content) -> [Shape] {
        names.map { Shape(name: $0, content: content) }
    }

    /// `K_10`, `K_11`…
    static func names(_ prefix: String, _ range: ClosedRange<Int>) -> [String] { range.map { "\(prefix)\($0)" } }
}
