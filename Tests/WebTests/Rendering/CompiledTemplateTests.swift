import Foundation
import Models
import Mustache
import TestSupport
import Testing

@testable import Web

@Suite("Compiled templates")
struct CompiledTemplateTests {
    private struct Inner: Encodable {
        let name: String
        var remark: String?
    }

    private struct Sample: Encodable {
        let text: String
        let number: Int
        var absent: String?
        let isOn: Bool
        let isOff: Bool
        let nobody: [Inner]
        let people: [Inner]
        let words: [String]
        let inner: Inner
    }

    private static let sources = [
        "x": """
        {{text}}|{{{text}}}|{{number}}|{{absent}}|{{inner.name}}
        {{#text}}<{{.}}>{{/text}}{{#absent}}never{{/absent}}{{^absent}}none{{/absent}}
        {{#isOn}}on {{#isOff}}never{{/isOff}}{{^isOff}}not off{{/isOff}}{{/isOn}}{{^isOn}}never{{/isOn}}
        {{#people}}{{> row}}{{/people}}{{^people}}never{{/people}}{{#nobody}}never{{/nobody}}{{^nobody}}nobody{{/nobody}}
        {{#inner}}{{name}} of {{number}}{{/inner}}{{^inner.remark}}, no remark{{/inner.remark}}{{#inner.name}} {{.}}{{/inner.name}}
        {{#words}}<i>{{.}}</i>{{/words}}
        {{<frame}}{{$content}}{{^isOff}}{{text}}{{/isOff}}{{/content}}{{/frame}}
        """,
        "row": "<li>{{name}}{{#remark}} ({{.}}){{/remark}}{{^remark}} {{text}}{{/remark}}</li>",
        "frame": "<main>{{$content}}{{/content}}</main>",
    ]

    private func compiled() throws -> TemplateSet {
        let folder = TestOffice.root.appendingPathComponent("Templates")
        return try TemplateSet(Self.sources, LanguageText(.pl, folder: folder))
    }

    private func library() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, source) in Self.sources { try library.register(PageText.pragma + source, named: name) }
        return library
    }

    @Test(
        "Show what the template library itself shows, whatever a page holds",
        arguments: ["Zwykły", "<b>&\"'</b> {{x}} {{{x}}}", "\u{E000}=0&amp;\u{E001}", ""])
    func same(text: String) throws {
        let (set, frame) = (try compiled(), Frame(title: "", csrf: ""))
        let page = Sample(
            text: text, number: 7, isOn: true, isOff: false, nobody: [],
            people: [Inner(name: text, remark: "r"), Inner(name: "b")], words: [text, "w"],
            inner: Inner(name: text))
        let values: [String: Any] = [
            "text": text, "number": 7, "isOn": true, "isOff": false, "nobody": [String](),
            "people": [["name": text, "remark": "r"], ["name": "b"]], "words": [text, "w"],
            "inner": ["name": text],
        ]
        let expected = try library().render(values, withTemplate: "x")
        // The second time its names are known.
        for _ in 1...2 { #expect(set.html(page, frame, template: "x") == expected) }
    }

    @Test("Look for what is absent in a row nowhere else")
    func absence() throws {
        struct Page: Encodable {
            let name = "page"
            let remark: String? = "of the page"
            let people = [Inner(name: "row")]
            let text = "-"
        }
        let folder = TestOffice.root.appendingPathComponent("Templates")
        let sources = Self.sources.merging(["y": "{{#people}}{{> row}}{{/people}}"]) { $1 }
        let set = try TemplateSet(sources, LanguageText(.pl, folder: folder))
        #expect(set.html(Page(), Frame(title: "", csrf: ""), template: "y") == "<li>row -</li>")
    }

    @Test("Are not there for a name that no file has")
    func missing() throws {
        #expect(try compiled().html(Inner(name: ""), Frame(title: "", csrf: ""), template: "z") == nil)
    }
}
