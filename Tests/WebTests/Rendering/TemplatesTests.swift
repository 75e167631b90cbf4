import Foundation
import Models
import TestSupport
import Testing

@testable import Web

@Suite("Templates")
struct TemplatesTests {
    private static let folder = TestOffice.root.appendingPathComponent("Templates")

    /// Parts of pages that are open already.
    private static let parts = ["taximports/_file": "TaxImportRow", "taximports/_refused": "RefusedFileRow"]

    @Test("Compile in every language", arguments: Language.allCases)
    func compile(language: Language) throws {
        let sources = try TemplateSet.sources(in: Self.folder)
        #expect(sources.count > 20)
        #expect(throws: Never.self) { try TemplateSet(sources, LanguageText(language, folder: Self.folder)) }
    }

    @Test(
        "That ask for a text that is missing, or do not parse, fail the start in words that name them",
        arguments: [
            ("<p>[[firms.noSuchText]]</p>", "firms.noSuchText"), ("{{#rows}}", "x"), ("{{#a}}{{/b}}", "x"),
        ])
    func fail(source: String, named: String) throws {
        let text = try LanguageText(.pl, folder: Self.folder)
        let error = try #require(throws: TemplateError.self) { try TemplateSet(["x": source], text) }
        #expect(error.description.contains(named) && error.description.hasPrefix("Templates/x"))
    }

    @Test("Take in only templates that exist, and each partial is taken in by one")
    func partials() throws {
        let sources = try TemplateSet.sources(in: Self.folder)
        let included = Set(sources.values.flatMap { TemplateNode.parse($0).flatMap(\.included) })
        #expect(included.subtracting(sources.keys) == [])
        let parts = sources.keys.filter { $0.contains("/_") || $0.hasPrefix("layout-") }
        #expect(Set(parts).subtracting(included) == ["taximports/_refused"])
    }

    @Test("Belong to one page each, and no page is without one")
    func pages() throws {
        let (sources, structs) = (try TemplateSet.sources(in: Self.folder), try PageStructs())
        let whole = Set(sources.keys.filter { !$0.contains("/_") && !$0.hasPrefix("layout-") })
        #expect(Set(structs.pages.keys).subtracting(whole) == [])
        // The account page has its layout as a property.
        #expect(structs.told == ["AccountPage"])
        #expect(whole.subtracting(structs.pages.keys) == ["account/client-show", "account/office-show"])
    }

    @Test("Use only names that are stored properties of their page, its rows, or the frame")
    func names() throws {
        let (sources, structs) = (try TemplateSet.sources(in: Self.folder), try PageStructs())
        let pages = structs.pages.merging(["account/client-show": "AccountPage", "account/office-show": "AccountPage"])
        { $1 }.merging(Self.parts) { $1 }
        for (template, page) in pages {
            var reader = NameReader(sources: sources, structs: structs)
            reader.read(template, of: page)
            #expect(reader.problems.sorted() == [], "\(template)")
            #expect(reader.count > 1)
        }
    }

    @Test("Would be caught with a name that no struct has, at any depth")
    func wrongNames() throws {
        let structs = try PageStructs()
        for (source, problem) in [
            ("{{naem}}", "naem"), ("{{{emptyText}}}", "emptyText is no markup"), ("{{^nobody}}x{{/nobody}}", "nobody"),
            ("{{frame.titel}}", "frame.titel"), ("{{#tabs}}{{#count}}{{contu}}{{/count}}{{/tabs}}", "contu"),
        ] {
            var reader = NameReader(sources: ["x": source], structs: structs)
            reader.read("x", of: "QuestionsPage")
            #expect(reader.problems == [problem])
        }
    }

    @Test("Show nothing for a value that is absent, false or empty, and the rest for its absence")
    func absence() throws {
        let text = try LanguageText(.en, folder: Self.folder)
        let source =
            "{{#error}}error:{{.}}{{/error}}{{^error}}none{{/error}}|{{#demoPeople}}p{{/demoPeople}}{{^demoPeople}}empty{{/demoPeople}}|{{error}}"
        let set = try TemplateSet(["x": source], text)
        let frame = Frame(title: "", csrf: "")
        let absent = SignInPage(fields: SignInFields(), error: nil)
        #expect(set.html(absent, frame, template: "x") == "none|empty|")
        let present = SignInPage(
            fields: SignInFields(), error: "<b>", demoPeople: [.init(name: "", role: "", email: "")], demoPassword: nil
        )
        #expect(set.html(present, frame, template: "x") == "error:&lt;b&gt;|p|&lt;b&gt;")
    }

    @Test("Hold words of a language as text, whatever characters those have")
    func escaped() throws {
        let text = try LanguageText(.pl, folder: Self.folder)
        let set = try TemplateSet(["x": "<p title=\"[[errors.passwordContext]]\">"], text)
        let frame = Frame(title: "", csrf: "")
        let html = set.html(LinkEndedPage(), frame, template: "x")
        #expect(html?.dropFirst("<p title=\"".count).dropLast("\">".count).contains("\"") == false)
    }
}

/// Resolves the names of a template through sections and partials, with the enclosing structs of each.
private struct NameReader {
    let sources: [String: String]
    let structs: PageStructs
    var problems: [String] = []
    var count = 0

    mutating func read(_ template: String, of page: String) { read(template, ["Framed", page]) }

    private mutating func read(_ template: String, _ stack: [String]) {
        read(TemplateNode.parse(sources[template] ?? ""), stack)
    }

    private mutating func read(_ nodes: [TemplateNode], _ stack: [String]) {
        for node in nodes {
            switch node {
            case .variable(let name): _ = owner(of: name, stack)
            case .markup(let name):
                _ = owner(of: name, stack)
                if name != "bodyHTML" { problems.append("\(name) is no markup") }
            case .block(let inner): read(inner, stack)
            case .partial(let name): read(name, stack)
            case .layout(let name, let inner):
                read(name, stack)
                read(inner, stack)
            case .section(let name, let isInverted, let inner):
                let inside = owner(of: name, stack).flatMap { structs.element(of: $0.property, in: $0.owner) }
                read(inner, isInverted ? stack : stack + [inside].compactMap { $0 })
            }
        }
    }

    /// Returns the innermost struct that has the name.
    private mutating func owner(of name: String, _ stack: [String]) -> (owner: String, property: String)? {
        count += 1
        if name == "." { return nil }
        let parts = name.split(separator: ".").map(String.init)
        if let owner = stack.last(where: { structs.properties[$0]?[parts[0]] != nil }) {
            if parts.count == 1 { return (owner, name) }
            if parts[0] == "place", MenuPlace.allCases.contains(where: { $0.flag == parts[1] }) { return nil }
            if let inner = structs.element(of: parts[0], in: owner), structs.properties[inner]?[parts[1]] != nil {
                return (inner, parts[1])
            }
        }
        problems.append(name)
        return nil
    }
}
