/// Thrown for input that cannot be accepted: each problem names the field, and a key of the language files whose text
/// says what is wrong and what to do. Nothing has been stored.
package struct Invalid: Error, Equatable {
    package struct Problem: Equatable, Sendable {
        package let field: String
        package let key: String
        package let values: [String: String]
    }

    package private(set) var problems: [Problem] = []

    package init() {}

    package init(_ field: String, _ key: String, _ values: [String: String] = [:]) {
        add(field, key, values)
    }

    package mutating func add(_ field: String, _ key: String, _ values: [String: String] = [:]) {
        problems.append(Problem(field: field, key: key, values: values))
    }

    /// Adds a problem when the field's text is too long. Counts code points, as `length()` in the schema's CHECKs does,
    /// so that what passes here passes there.
    package mutating func limit(_ field: String, _ text: String, to limit: Int) {
        if text.unicodeScalars.count > limit { add(field, "errors.tooLong", ["limit": "\(limit)"]) }
    }

    /// Throws when there is any problem.
    package func check() throws {
        if !problems.isEmpty { throw self }
    }
}

/// Thrown when a record does not exist or is not this person's; the two are never distinguished.
package struct NotFound: Error {
    package init() {}
}
