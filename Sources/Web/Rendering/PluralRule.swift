/// How a language counts, by CLDR's plural categories for whole numbers. Its file names one of these as
/// `languagePlurals`.
enum PluralRule: String, CaseIterable, Sendable {
    case english, hebrew, polish

    /// - Parameters:
    ///   - phrases: those of the language.
    ///   - file: its name below `Templates`.
    /// - Throws: `TemplateError` when they name none of these.
    init(of phrases: [String: Phrase], in file: String) throws {
        guard let rule = PluralRule(rawValue: phrases["languagePlurals"]?.text ?? "") else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw TemplateError(name: file, problem: "has to name as languagePlurals one of \(known)")
        }
        self = rule
    }

    /// The forms that every counted text has.
    var categories: [String] {
        switch self {
        case .english: ["one", "other"]
        case .hebrew: ["one", "two", "other"]
        case .polish: ["one", "few", "many", "other"]
        }
    }

    func category(of number: Int) -> String {
        switch self {
        case .english: number == 1 ? "one" : "other"
        case .hebrew: number == 1 ? "one" : number == 2 ? "two" : "other"
        case .polish: Self.polish(number)
        }
    }

    private static func polish(_ number: Int) -> String {
        if number == 1 { return "one" }
        let isFew = (2...4).contains(number % 10) && !(12...14).contains(number % 100)
        return isFew ? "few" : "many"
    }
}
