import Testing

/// A language is a case of `Language` and a file in `Templates/languages`: whoever adds one looks for no list of them.
@Suite("The languages")
struct LanguagePlacesTests {
    /// Files that name a language for a reason of their own. Hebrew stands in every list of languages.
    private static let reasons = [
        "Language.swift": "is the list",
        "ImportWords.swift": "knows what languages are called in tables",
        "ImportSample.swift": "shows one person who reads Hebrew",
        "FirmPeopleController.swift": "offers the language of the firm's country",
        "Authentication.swift": "knows the code that Hebrew had before",
    ]

    @Test("Are listed in one place; other sources name one only for a reason of their own")
    func listed() throws {
        let naming = try SourceTree.files(in: "Sources", "swift").filter {
            $0.target != "Demo" && $0.text.contains(/\.he\b|"he"|\bcase .*\bhe\b/.wordBoundaryKind(.simple))
        }
        #expect(
            Set(naming.compactMap { $0.path.split(separator: "/").last.map(String.init) }) == Set(Self.reasons.keys))
    }

    @Test("Are checked by no column of the database")
    func columns() throws {
        let schema = try SourceTree.files(in: "Tests/ModelsTests/Database", "sql")
        let columns = schema.flatMap { $0.text.matches(of: /\n +language .*/).map { String($0.output) } }
        #expect(columns.count == 4)
        #expect(columns.filter { !$0.hasSuffix("language TEXT NOT NULL,") } == [])
    }
}
