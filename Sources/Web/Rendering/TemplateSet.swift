import Foundation
import Models
import Mustache
import Synchronization

/// All templates compiled for one language: `[[key]]` has been replaced by the language's text
/// before compiling, so that words cost nothing when a page is rendered. So has what is the same on
/// all pages of the language: `[[page.assets]]`, `[[page.language]]`, `[[page.direction]]`.
final class TemplateSet: Sendable {
    let text: LanguageText
    let library: MustacheLibrary
    private let names = Names()
    /// Compiled when they are asked for: a start would wait for all.
    private let compiled = Mutex<[String: CompiledTemplate]>([:])

    /// - Parameter assets: where the stylesheet, the scripts and the icons are.
    init(_ sources: [String: String], _ text: LanguageText, assets: String = "") throws {
        self.text = text
        let constants = [
            "page.assets": assets, "page.language": text.code, "page.direction": text.direction,
        ]
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                let words = try Self.insert(text, constants, into: source, name)
                try library.register(PageText.pragma + Marks.prepared(words), named: name)
            } catch let error as TemplateError {
                throw error
            } catch {
                throw TemplateError(name: name, problem: "does not compile: \(error)")
            }
        }
        self.library = library
    }

    /// The page as HTML in UTF-8; nothing when there is no such template.
    func render(_ page: some Encodable, _ frame: Frame, template: String) -> [UInt8]? {
        guard let template = find(template) else { return nil }
        let values = [PageEncoder.values(of: Framed(frame: frame), names), PageEncoder.values(of: page, names)]
        return PageWriter.html(template, values)
    }

    /// The values around each page.
    private struct Framed: Encodable {
        let frame: Frame
    }

    private func find(_ name: String) -> CompiledTemplate? {
        if let known = compiled.withLock({ $0[name] }) { return known }
        guard let marked = library.render(Marks(), withTemplate: name) else { return nil }
        let template = CompiledTemplate(marked, names)
        compiled.withLock { $0[name] = template }
        return template
    }

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
