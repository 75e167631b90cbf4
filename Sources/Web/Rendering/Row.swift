/// A struct whose properties are named by hand, so that templates find them without reflection. A name
/// forgotten here stops the tests.
protocol Fielded: Sendable {
    static var fields: [RowField<Self>] { get }

    /// The values of the fields. One function reads them, below; it is asked for here so that the compiler makes it for
    /// each struct: in code for any struct, finding out how its fields are laid out takes longer than reading them.
    func values(_ markup: ([any Row]) -> String) -> RowValues
}

/// The values of the fields of a row.
struct RowValues {
    /// A text for each field, empty for a flag and for what is not there.
    var texts: [String]
    /// A bit for each field: a flag that is set, an optional text that is there.
    var bits: UInt64
}

extension Fielded {
    func values(_ markup: ([any Row]) -> String) -> RowValues {
        let fields = Self.fields
        var values = RowValues(texts: [String](repeating: "", count: fields.count), bits: 0)
        for index in 0..<fields.count {
            switch fields[index].value {
            case .plain(let get), .markup(let get): values.texts[index] = get(self)
            case .rows(let get): values.texts[index] = markup(get(self))
            case .flag(let get): values.bits |= get(self) ? 1 << index : 0
            case .optional(let get):
                guard let text = get(self) else { continue }
                values.texts[index] = text
                values.bits |= 1 << index
            }
        }
        return values
    }
}

/// A struct that stands on a page by the dozen. Its template is rendered once for each combination of flags
/// (``RowTemplates``).
protocol Row: Fielded {
    /// The template of one row: `conversations/_client-row`. It knows the row, the language and `frame.csrf`.
    static var template: String { get }
}

/// A property of a row or of the frame, as templates name it.
struct RowField<Subject>: Sendable {
    enum Value: Sendable {
        /// A text that is always there; a page escapes it.
        case plain(@Sendable (Subject) -> String)
        /// A text or nothing: a section of its name is there with the text.
        case optional(@Sendable (Subject) -> String?)
        /// Whether a section is there.
        case flag(@Sendable (Subject) -> Bool)
        /// Finished markup, for `{{{name}}}`.
        case markup(@Sendable (Subject) -> String)
        /// Rows within the row, for `{{{name}}}`.
        case rows(@Sendable (Subject) -> [any Row])
    }

    let name: String
    let value: Value

    static func plain(_ name: String, _ get: @escaping @Sendable (Subject) -> String) -> Self {
        Self(name: name, value: .plain(get))
    }

    static func optional(_ name: String, _ get: @escaping @Sendable (Subject) -> String?) -> Self {
        Self(name: name, value: .optional(get))
    }

    static func flag(_ name: String, _ get: @escaping @Sendable (Subject) -> Bool) -> Self {
        Self(name: name, value: .flag(get))
    }

    static func markup(_ name: String, _ get: @escaping @Sendable (Subject) -> String) -> Self {
        Self(name: name, value: .markup(get))
    }

    static func rows(_ name: String, _ get: @escaping @Sendable (Subject) -> [any Row]) -> Self {
        Self(name: name, value: .rows(get))
    }
}

extension Array {
    /// A state as two texts, `readText` and `readTone`; a section of the former is there when the state is.
    static func state<Subject>(_ name: String, _ get: @escaping @Sendable (Subject) -> State?) -> Self
    where Element == RowField<Subject> {
        [.optional("\(name)Text") { get($0)?.text }, .plain("\(name)Tone") { get($0)?.tone ?? "" }]
    }
}
