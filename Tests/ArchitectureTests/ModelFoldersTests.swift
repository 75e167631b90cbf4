import Testing

/// Each folder of Models may use those that stand before it in a fixed order, so that no two of them need each other.
/// A type is known by its name: what a member of an extension is called says nothing.
@Suite("The folders of Models")
struct ModelFoldersTests {
    /// From what knows nothing of an office to what knows all of it.
    private static let order = [
        "Money", "Texts", "Database", "Audit", "Offices", "People", "Staff", "Sessions", "Deliveries", "Founding",
        "Firms", "SearchIndex", "Attachments", "FileTexts", "TaxImports", "Printouts", "FirmSettings", "Conversations",
        "Search", "NoticeTemplates", "Broadcasts", "Files", "Archive", "ClientView", "FirmImports", "FirstSteps",
        "Examinations",
        "Backups",
    ]

    @Test("Stand in an order in which each uses only those before it")
    func arrows() throws {
        let files = try Self.files()
        let homes = Self.homes(of: files)
        for file in files {
            let place = try #require(Self.order.firstIndex(of: file.folder), "\(file.folder) belongs in the order")
            let foreign = file.used.compactMap { name in homes[name].map { (name: name, folder: $0) } }
                .filter { Self.order.firstIndex(of: $0.folder).map { $0 > place } ?? true }
            #expect(foreign.map { "\($0.name) of \($0.folder)" }.sorted() == [], "\(file.path)")
        }
    }

    @Test("Are all in the order, and none that is gone")
    func complete() throws {
        #expect(try SourceTree.folders(in: "Sources/Models").sorted() == Self.order.sorted())
    }

    @Test("Are read with the types that they declare and use")
    func reading() {
        let file = File(
            SourceTree.File(
                path: "Sources/Models/Firms/X.swift",
                text: """
                    // Of a Broadcast.
                    package final class X: Sendable {
                        private struct Note { let text = "Draft \\(Staff.count) of Archive" }
                        let note: Note, person: Person
                        let outer: Outer.Inner
                    }
                    """))
        #expect(file.declared == ["X"])
        #expect(file.used.isSuperset(of: ["Person", "Staff", "Outer"]))
        #expect(file.used.isDisjoint(with: ["Broadcast", "Note", "Inner", "Draft", "Archive"]))
    }

    private struct File {
        let path: String
        let folder: String
        /// Names of types that the file declares at the top for others.
        let declared: Set<String>
        /// Names that it uses and does not declare.
        let used: Set<String>

        init(_ file: SourceTree.File) {
            path = file.path
            folder = String(file.path.split(separator: "/")[2])
            let declaration = /(?m)^([\w ()]*)\b(?:struct|enum|class|actor|protocol|typealias)\s+(\w+)/
            let code = file.text.replacing(/\/\/.*/, with: "")
            let all = code.matches(of: declaration)
            declared = Set(all.filter { !$0.1.hasPrefix(" ") && !$0.1.contains("private") }.map { String($0.2) })
            let own = Set(all.map { String($0.2) })
            // What stands in a literal is code only between `\(` and `)`.
            let literals = /"""(?s:.*?)"""|"(?:\\.|[^"\\\n])*"/
            let plain = code.replacing(literals) { literal in
                literal.0.matches(of: /\\\(([^()]*(?:\([^()]*\)[^()]*)*)\)/).map { " \($0.1) " }.joined()
            }
            used = Set(plain.matches(of: /(?:^|[^.\w])([A-Z]\w+)/).map { String($0.1) }).subtracting(own)
        }
    }

    private static func files() throws -> [File] {
        // What stands in Models itself puts its folders together.
        try SourceTree.files(in: "Sources/Models", "swift").filter { $0.path.split(separator: "/").count > 3 }
            .map(File.init)
    }

    /// The folder of each type. Where two folders have a type of one name, it is nobody's.
    private static func homes(of files: [File]) -> [String: String] {
        var homes: [String: Set<String>] = [:]
        for file in files { for name in file.declared { homes[name, default: []].insert(file.folder) } }
        return homes.compactMapValues { $0.count == 1 ? $0.first : nil }
    }
}
