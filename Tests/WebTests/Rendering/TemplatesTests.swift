import Foundation
import Models
import TestSupport
import Testing

@testable import Web

@Suite("Templates")
struct TemplatesTests {
    private static let folder = TestOffice.root.appendingPathComponent("Templates")

    private static let rows: [any Row.Type] = [
        ClientRow.self, FileRow.self, MessageView.self, MessageView.File.self, MessageView.Receipt.self,
        QuestionsPage.Question.self,
        FirmListRow.self, FirmListRow.Firms.self, FirmListRow.Bookkeeping.self, FirmListRow.Payroll.self,
        FirmListRow.Taxes.self, FirmListRow.Missing.self, Frame.Switch.self, Frame.LanguageLink.self,
        TaxImportRow.self, RefusedFileRow.self, Contact.self, UploadRow.self,
    ]

    /// The pages that name their fields, and their templates.
    private static let named: [(any Fielded.Type, template: String)] = [
        (ClientHomePage.self, "conversations/client-home"),
        (ClientConversationsPage.self, "conversations/client-index"),
        (ClientConversationPage.self, "conversations/client-show"),
    ]

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
        #expect(Set(parts).subtracting(included) == Set(Self.rows.map { $0.template } + Frame.parts.values))
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
        { $1 }
        #expect(structs.named == Set(Self.named.map { "\($0.0)" }))
        for (template, page) in pages where !structs.named.contains(page) {
            var reader = NameReader(sources: sources, structs: structs)
            reader.read(template, [page])
            #expect(reader.problems.sorted() == [], "\(template)")
            #expect(reader.count > 3)
        }
    }

    @Test("Of rows use only names that the row names itself, as it names them", arguments: rows)
    func rowNames(row: any Row.Type) throws {
        let sources = try TemplateSet.sources(in: Self.folder)
        #expect(RowReader(row, row.template, sources).problems == [])
    }

    @Test(
        "Of pages that name their fields use only those names, as they are named, and few of the frame",
        arguments: named)
    func pageNames(page: any Fielded.Type, template: String) throws {
        let reader = RowReader(page, template, try TemplateSet.sources(in: Self.folder), isPage: true)
        #expect(reader.problems == [])
    }

    @Test("Of the frame use only names that the frame names itself, and it names all it has")
    func frameNames() throws {
        let sources = try TemplateSet.sources(in: Self.folder)
        for template in Frame.parts.values { #expect(RowReader(Frame.self, template, sources).problems == []) }
        let stored = Mirror(reflecting: Frame(title: "", csrf: "")).children.compactMap(\.label)
        let places = MenuPlace.allCases.map(\.flag)
        #expect(Set(stored).subtracting(["place"]).union(places) == Set(Frame.fields.map(\.name)))
    }

    @Test("Would be caught with a name that no struct has, at any depth")
    func wrongNames() throws {
        let structs = try PageStructs()
        for (source, problem) in [
            ("{{naem}}", "naem"), ("{{{emptyText}}}", "emptyText is no rows"), ("{{^nobody}}x{{/nobody}}", "nobody"),
            ("{{frame.titel}}", "frame.titel"), ("{{#filters}}{{#count}}{{contu}}{{/count}}{{/filters}}", "contu"),
        ] {
            var reader = NameReader(sources: ["x": source], structs: structs)
            reader.read("x", ["QuestionsPage"])
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
        #expect(set.render(absent, frame, template: "x") == "none|empty|")
        let present = SignInPage(
            fields: SignInFields(), error: "<b>", demoPeople: [.init(name: "", role: "", email: "")], demoPassword: nil
        )
        #expect(set.render(present, frame, template: "x") == "error:&lt;b&gt;|p|&lt;b&gt;")
    }

    @Test("Hold words of a language as text, whatever characters those have")
    func escaped() throws {
        let text = try LanguageText(.pl, folder: Self.folder)
        let set = try TemplateSet(["x": "<p title=\"[[errors.passwordContext]]\">"], text)
        let frame = Frame(title: "", csrf: "")
        let html = set.render(LinkEndedPage(), frame, template: "x")
        #expect(html?.dropFirst("<p title=\"".count).dropLast("\">".count).contains("\"") == false)
    }
}

/// Resolves the names of a template through sections and partials, with the enclosing structs of each.
private struct NameReader {
    let sources: [String: String]
    let structs: PageStructs
    var problems: [String] = []
    var count = 0

    mutating func read(_ template: String, _ stack: [String]) {
        read(TemplateNode.parse(sources[template] ?? ""), stack)
    }

    private mutating func read(_ nodes: [TemplateNode], _ stack: [String]) {
        for node in nodes {
            switch node {
            case .variable(let name): _ = owner(of: name, stack)
            case .markup(let name):
                if name == "bodyHTML" || Frame.parts["\(name.trimmingPrefix("frame."))"] != nil { continue }
                guard let place = owner(of: name, stack) else { continue }
                if !structs.holdsRows(place.property, in: place.owner) { problems.append("\(name) is no rows") }
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
        if parts[0] == "frame" {
            if parts.count == 2, structs.properties["Frame"]?[parts[1]] != nil { return ("Frame", parts[1]) }
        } else if parts.count == 1, let owner = stack.last(where: { structs.properties[$0]?[name] != nil }) {
            // For a missing value in a row the library would use the enclosing page's value.
            let others = stack.filter { $0 != owner && structs.properties[$0]?[name] != nil }
            if structs.isOptional(name, in: owner), !others.isEmpty {
                problems.append("\(name): absent in \(owner), it would be that of \(others[0])")
            }
            return (owner, name)
        }
        problems.append(name)
        return nil
    }
}
