import Testing

@Suite("The layout of the sources")
struct LayoutTests {
    @Test("Calls a feature the same in Web, Models, the templates and the style sheets")
    func features() throws {
        // Folders of Web that are not features: what every page needs, and what only the web has.
        let own: Set = [
            "Account", "CSV", "Contexts", "Errors", "Forms", "Health", "Live", "Middleware", "Questions", "Rendering",
        ]
        let (web, models) = try (SourceTree.folders(in: "Sources/Web"), SourceTree.folders(in: "Sources/Models"))
        #expect(web.subtracting(own).subtracting(models).isEmpty)
        #expect(own.subtracting(web).isEmpty, "the list names folders that are gone")
        let names = Set(web.map { $0.lowercased() })
        let templates = try SourceTree.folders(in: "Templates").subtracting(["languages", "open", "shared"])
        #expect(templates.subtracting(names).isEmpty)
    }

    @Test("Names each file for a type or an extension that stands in it")
    func fileNames() throws {
        // Files that collect several small types.
        let collections: Set = ["App", "Application+build", "Cookies", "PortalContexts", "Routes"]
        for file in try SourceTree.files(in: "Sources", "swift") {
            let name = (file.path.split(separator: "/").last ?? "").dropLast(".swift".count)
            let type = name.prefix { $0 != "+" }
            let pattern = try Regex("\\b(struct|class|enum|protocol|actor|extension) \(type)\\b").wordBoundaryKind(
                .simple)
            let isCollection = name.hasSuffix("Pages") || collections.contains(String(name))
            #expect(isCollection || file.text.contains(pattern), "\(file.path)")
        }
    }

    @Test("Has a test target for each target but the executable, and no empty one")
    func testTargets() throws {
        for target in try SourceTree.folders(in: "Sources") where !target.hasPrefix("C") && target != "App" {
            let tests = try SourceTree.files(in: "Tests/\(target)Tests", "swift")
            #expect(tests.contains { $0.text.contains("@Test") }, "\(target)")
        }
    }
}
