import Foundation
import Models
import Mustache

/// All templates compiled for one language: `[[key]]` has been replaced by the language's text
/// before compiling, so that words cost nothing when a page is rendered. So has what is the same on
/// all pages of the language: `[[page.assets]]`, `[[page.language]]`, `[[page.direction]]`.
struct TemplateSet: Sendable {
    let text: LanguageText
    let library: MustacheLibrary
    private let rows: RowTemplates

    /// - Parameter assets: where the stylesheet, the scripts and the icons are.
    init(_ sources: [String: String], _ text: LanguageText, assets: String = "") throws {
        self.text = text
        let constants = [
            "page.assets": assets, "page.language": text.code, "page.direction": text.direction,
        ]
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                try library.register(PageText.pragma + Self.insert(text, constants, into: source, name), named: name)
            } catch let error as TemplateError {
                throw error
            } catch {
                throw TemplateError(name: name, problem: "does not compile: \(error)")
            }
        }
        self.library = library
        rows = RowTemplates(library)
    }

    /// The page as HTML; nothing when there is no such template.
    func render(_ page: any Page, _ frame: Frame, template: String) -> String? {
        library.render(View(page, frame, rows), withTemplate: template)
    }

    /// A page that names its fields.
    func render(_ page: some Page & Fielded, _ frame: Frame) -> String { rows.markup(page, in: frame) }

    /// Rows by themselves, for a page that is open already.
    func markup(_ rows: [any Row]) -> String { self.rows.markup(rows) }

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

    private static func insert(
        _ text: LanguageText, _ constants: [String: String], into source: String, _ name: String
    ) throws -> String {
        var result = ""
        var rest = source[...]
        while let open = rest.range(of: "[["), let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex)
        {
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let words = constants[key] ?? text.find(key) else {
                throw TemplateError(name: name, problem: "asks for \(key), which languages/\(text.code).json lacks")
            }
            result += rest[..<open.lowerBound] + PageText.escape(words)
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
