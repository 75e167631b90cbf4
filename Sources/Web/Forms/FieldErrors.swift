import Models

/// The error of each field of a form, in the person's language.
struct FieldErrors: Sendable {
    private var texts: [String: String] = [:]

    init() {}

    init(_ invalid: Invalid, _ text: LanguageText) {
        for problem in invalid.problems where texts[problem.field] == nil {
            texts[problem.field] = text(problem.key, problem.values)
        }
    }

    subscript(_ field: String) -> String? { texts[field] }
}
