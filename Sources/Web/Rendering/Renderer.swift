import Foundation
import Hummingbird
import Models
import NIOCore

/// Turns page structs into HTML, in each person's language.
package struct Renderer: Sendable {
    let assets: Assets
    private let sets: [Language: TemplateSet]

    /// Reads and compiles everything once.
    /// - Parameters: the folders `Templates` and `Public`.
    /// - Throws: `TemplateError` naming the template or the missing language key.
    package init(templates: URL, assets: URL) throws {
        let files = try Assets(folder: assets)
        self.assets = files
        let sources = try TemplateSet.sources(in: templates)
        sets = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (
                    language,
                    try TemplateSet(
                        sources, LanguageText(language, folder: templates), assets: files.prefix)
                )
            }
        )
    }

    func text(_ language: Language) -> LanguageText { set(language).text }

    /// Returns the page in UTF-8.
    func html(_ page: some Page, _ frame: Frame, _ language: Language) throws -> [UInt8] {
        guard let html = set(language).render(page, frame, template: page.template) else {
            throw TemplateError(name: page.template, problem: "does not exist")
        }
        return html
    }

    /// A part of a page that is open already.
    func html(part: some Encodable, _ template: String, _ language: Language) -> String {
        guard let html = set(language).render(part, Frame(title: "", csrf: ""), template: template) else {
            preconditionFailure("there is no template \(template)")
        }
        return String(decoding: html, as: UTF8.self)
    }

    private func set(_ language: Language) -> TemplateSet {
        guard let set = sets[language] else { preconditionFailure("every language has been loaded") }
        return set
    }
}

extension Request {
    /// Whether a script of ours asks, which takes a short answer for a page.
    var isForScript: Bool { headers[.accept]?.contains("application/json") == true }
}

extension Response {
    static func html(_ html: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html))
        )
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value)))
        )
    }

    /// After a change: the browser fetches the next page by GET.
    static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location])
    }

    static var noContent: Response { Response(status: .noContent) }
}
