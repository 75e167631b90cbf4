import Foundation
import Models
import Mustache

/// All templates compiled for one language: `[[key]]` has been replaced by the language's text
/// before compiling, so that words cost nothing when a page is rendered.
struct TemplateSet: Sendable {
    let text: LanguageText
    private let library: MustacheLibrary

    init(_ sources: [String: String], _ text: LanguageText) throws {
        self.text = text
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                try library.register(PageText.pragma + Self.insert(text, into: source, name), named: name)
            } catch let error as TemplateError {
                throw error
            } catch {
                throw TemplateError(name: name, problem: "does not compile: \(error)")
            }
        }
        self.library = library
    }

    func render(_ view: View, _ template: String) -> String? { library.render(view, withTemplate: template) }

    /// Every `*.mustache` below a folder, named by its path: `firms/index`.
    static func sources(in folder: URL) throws -> [String: String] {
        var sources: [String: String] = [:]
        let base = folder.standardizedFileURL.path
        let files = FileManager.default.enumerator(at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == "mustache" else { continue }
            let name = url.deletingPathExtension().path.dropFirst(base.count).drop { $0 == "/" }
            sources[String(name)] = try String(contentsOf: url, encoding: .utf8)
        }
        guard !sources.isEmpty else { throw TemplateError(name: "", problem: "holds no template") }
        return sources
    }

    private static func insert(_ text: LanguageText, into source: String, _ name: String) throws -> String {
        var result = ""
        var rest = source[...]
        while let open = rest.range(of: "[["), let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex)
        {
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard text.has(key) else {
                throw TemplateError(name: name, problem: "asks for \(key), which languages/\(text.language).json lacks")
            }
            result += rest[..<open.lowerBound] + PageText.escape(text(key))
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
