import Foundation
import Testing

@Suite("Style sheets")
struct StyleSheetTests {
    @Test("Are each listed once in the order of loading")
    func order() throws {
        let sheets = try Self.sheets().map(\.name)
        let order = try #require(try SourceTree.files(in: "Public/css", "txt").first).text
        #expect(order.split(separator: "\n").map { String($0.dropLast(4)) }.sorted() == sheets.sorted())
    }

    @Test("Of a feature hold the classes of its own pages, and those of parts that all pages share")
    func words() throws {
        let classes = try Self.classesByFolder()
        for sheet in try Self.sheets() where sheet.file.text.contains("@layer features") {
            // `broadcasts-report` belongs to `broadcasts`.
            let word = String(sheet.name.prefix { $0 != "-" })
            let known = (classes[word] ?? []).union(classes["shared"] ?? [])
            let foreign = sheet.classes.filter { name in
                !known.contains(name) && !known.contains { $0.hasSuffix("*") && name.hasPrefix($0.dropLast()) }
            }
            #expect(foreign.sorted() == [], "\(sheet.file.path)")
        }
    }

    @Test("Style a class by itself in one of them alone")
    func homes() throws {
        var homes: [String: Set<String>] = [:]
        for sheet in try Self.sheets() where sheet.name != "print" {
            for name in sheet.plain { homes[name, default: []].insert(sheet.name) }
        }
        #expect(homes.filter { $0.value.count > 1 } == [:])
        #expect(homes.count > 150)
    }

    private struct Sheet {
        let file: SourceTree.File
        let name: String
        /// The classes in any selector.
        let classes: Set<String>
        /// The classes that a rule selects by themselves.
        let plain: Set<String>

        init(_ file: SourceTree.File) {
            self.file = file
            name = String((file.path.split(separator: "/").last ?? "").dropLast(".css".count))
            let rules = file.text.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
            let selectors = rules.matches(of: /([^{};]+)\{/)
                .map { $0.1.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.hasPrefix("@") }
            let bare = selectors.map { $0.replacing(/\[[^\]]*\]/, with: "") }
            classes = Set(bare.flatMap { $0.matches(of: /\.([a-zA-Z][\w-]*)/) }.map { String($0.1) })
            plain = Set(selectors.compactMap { $0.wholeMatch(of: /\.([a-zA-Z][\w-]*)/).map { String($0.1) } })
        }
    }

    private static func sheets() throws -> [Sheet] { try SourceTree.files(in: "Public/css", "css").map(Sheet.init) }

    /// Returns the classes of the templates by folder, with those of the layouts as shared. A class completed by a
    /// page's value is its beginning with a star: `state--*`.
    private static func classesByFolder() throws -> [String: Set<String>] {
        var classes: [String: Set<String>] = [:]
        for file in try SourceTree.files(in: "Templates", "mustache") {
            let parts = file.path.split(separator: "/")
            let folder = parts.count > 2 ? String(parts[1]) : "shared"
            for match in file.text.matches(of: /class="([^"]*)"/) {
                // A section makes a class conditional, a value completes one.
                let list = match.1.replacing(/\{\{[#^\/][^}]*\}\}/, with: " ").replacing(/\{\{[^}]*\}\}/, with: "* ")
                classes[folder, default: []].formUnion(list.split(separator: " ").map(String.init).filter { $0 != "*" })
            }
        }
        return classes
    }
}
