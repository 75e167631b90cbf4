import Foundation
import TestSupport

/// The structs in the sources of `Sources/Web`, with their stored properties, which alone are visible to templates.
struct PageStructs {
    /// The types by property, by struct: `CheckPage.Preview`.
    private(set) var properties: [String: [String: String]] = [:]
    /// The page struct of each template.
    private(set) var pages: [String: String] = [:]
    /// The page structs whose template is a stored property.
    private(set) var told: [String] = []

    init() throws {
        let folder = TestOffice.root.appendingPathComponent("Sources/Web")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            read(try String(contentsOf: url, encoding: .utf8))
        }
    }

    /// Returns the struct that a property contains, singly or in an array, if any.
    func element(of name: String, in owner: String) -> String? {
        guard let type = properties[owner]?[name]?.filter({ !"[]? ".contains($0) }) else { return nil }
        var scope = owner.split(separator: ".").map(String.init)
        while true {
            let full = (scope + [type]).joined(separator: ".")
            if properties[full] != nil { return full }
            if scope.isEmpty { return nil }
            scope.removeLast()
        }
    }

    private mutating func read(_ source: String) {
        var (depth, open): (Int, [(name: String, depth: Int)]) = (0, [])
        for line in source.split(separator: "\n") {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("//") { continue }
            if let match = text.firstMatch(of: /^(?:package |private |fileprivate )?struct (\w+)/), text.hasSuffix("{")
            {
                let name = (open.map { String($0.name.split(separator: ".").last ?? "") } + [String(match.1)])
                    .joined(separator: ".")
                open.append((name, depth))
                properties[name] = [:]
            } else if let owner = open.last, depth == owner.depth + 1 {
                readMember(text, of: owner.name)
            }
            depth += text.count { $0 == "{" } - text.count { $0 == "}" }
            while let last = open.last, depth <= last.depth { open.removeLast() }
        }
    }

    private mutating func readMember(_ text: Substring, of owner: String) {
        if let match = text.firstMatch(of: /var template: String \{ "([^"]+)" \}/) {
            pages[String(match.1)] = owner
            return
        }
        guard let match = text.firstMatch(of: /^(?:private )?(?:let|var) (\w+)(?:: ([^={]+))?(.*)$/) else { return }
        let isComputed = match.3.hasPrefix("{")
        if isComputed { return }
        if match.1 == "template" { told.append(owner) }
        properties[owner]?[String(match.1)] = match.2.map { $0.trimmingCharacters(in: .whitespaces) } ?? "String"
    }
}
