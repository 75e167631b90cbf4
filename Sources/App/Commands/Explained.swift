import Models

/// Turns a verb's error into one of the command line, which names the option and the remedy.
enum Explained {
    static func run<Value>(_ verb: () async throws -> Value) async throws -> Value {
        do {
            return try await verb()
        } catch let invalid as Invalid {
            let problems = invalid.problems.map { "--\($0.field): \(remedy($0.key))" }
            throw SettingError(problems.joined(separator: "; "))
        }
    }

    static func remedy(_ key: String) -> String { remedies[key] ?? key }

    private static let remedies = [
        "errors.nameMissing": "a name is needed",
        "errors.emailWrong": "an e-mail address is needed, such as anna@biuro.example",
        "errors.phoneWrong": "7 to 15 digits are needed",
        "errors.nipWrong": "a NIP of ten digits with the right check digit is needed",
        "errors.companyNumberWrong": "a company number of nine digits with the right check digit is needed",
        "errors.personIsKnown": "this person is in the office, or is a client, already",
        "errors.tooLong": "this is too long",
    ]
}
