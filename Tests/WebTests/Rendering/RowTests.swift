import Foundation
import Models
import Mustache
import TestSupport
import Testing

@testable import Web

@Suite("Rows of lists")
struct RowTests {
    private let text: LanguageText
    private let sources: [String: String]
    private let library: MustacheLibrary

    init() throws {
        let folder = TestOffice.root.appendingPathComponent("Templates")
        text = try LanguageText(.he, folder: folder)
        sources = try TemplateSet.sources(in: folder)
        library = try TemplateSet(sources, text).library
    }

    private func row(_ words: String, isUnread: Bool, validity: State?) -> ClientRow {
        ClientRow(
            href: "/x?a=1&b=2", subject: words, detail: "dzisiaj", author: words, preview: words, isUnread: isUnread,
            unread: "3", firmName: validity == nil ? nil : words, isPayroll: isUnread, validity: validity
        )
    }

    @Test("Look as the template library itself renders them, whatever they hold")
    func same() throws {
        let templates = RowTemplates(library)
        let rows = [
            row("Zwykły", isUnread: true, validity: nil),
            row("<b>&\"'</b> {{x}} {{{x}}}", isUnread: false, validity: nil),
            row("\u{E000}0&amp;\u{E001}", isUnread: false, validity: State(text: "<do>", tone: "wait")),
            row("", isUnread: true, validity: State(text: "", tone: "")),
        ]
        for _ in 1...2 {
            let expected = try rows.map {
                try #require(library.render(values(of: $0), withTemplate: ClientRow.template))
            }
            #expect(templates.markup(rows) == expected.joined())
        }
    }

    @Test("Put the form's token and the rows within them in their places")
    func nested() {
        let file = MessageView.File(
            href: "/f", name: "<a>.pdf", kind: "PDF", detail: "1 KB", remark: nil, mark: nil, fullMark: "")
        let message = MessageView(
            id: 7, authorName: "A", authorInitials: "A", authorRole: "r", isOffice: true, isMine: false, isNotice: true,
            isReminder: false, sentAt: "s", fullSentAt: "f", sentAtISO: "i", bodyHTML: "<p>x</p>",
            attachments: [file, file],
            hasAttachments: true, isNew: true, receiptAction: "/r", receipts: [], hasReceipts: false, readState: nil
        )
        let templates = RowTemplates(library)
        let frame = templates.values(of: Frame(title: "", csrf: "to\"ken"))
        let markup = templates.markup([message], in: frame)
        #expect(markup.contains("value=\"to&quot;ken\"") && markup.contains("<p>x</p>"))
        #expect(markup.matches(of: /&lt;a&gt;\.pdf/).count == 2)
        #expect(!markup.contains("\u{E000}") && !markup.contains("\u{E001}"))
    }

    /// Returns the row as a dictionary, for the template library.
    private func values<R: Row>(of row: R) -> [String: Any] {
        R.fields.reduce(into: [:]) { values, field in
            switch field.value {
            case .plain(let get), .markup(let get): values[field.name] = get(row)
            case .optional(let get): values[field.name] = get(row)
            case .flag(let get): values[field.name] = get(row)
            case .rows: break
            }
        }
    }
}

/// Compares the names in a row's template with the row's fields.
struct RowReader {
    private(set) var problems: [String] = []
    private let sources: [String: String]
    private let kinds: [String: String]

    /// - Parameter isPage: whether it is a whole page, which also has the parts of the frame and some of its fields.
    init(_ row: any Fielded.Type, _ template: String, _ sources: [String: String], isPage: Bool = false) {
        self.sources = sources
        kinds = Self.kinds(row).merging(isPage ? Self.frame : ["frame.csrf": "text"]) { $1 }
        read(template)
    }

    private static let frame = kinds(Frame.self).filter { Frame.onPages.contains($0.key) }
        .merging(Frame.parts.mapValues { _ in "markup" }) { $1 }
        .reduce(into: [:]) { $0["frame.\($1.key)"] = $1.value }

    private static func kinds<R: Fielded>(_ row: R.Type) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: row.fields.map { field in
                switch field.value {
                case .plain: (field.name, "text")
                case .optional: (field.name, "section, text")
                case .flag: (field.name, "section")
                case .markup, .rows: (field.name, "markup")
                }
            })
    }

    private mutating func read(_ template: String) {
        for match in (sources[template] ?? "").matches(of: /\{\{(\{?)([#^><\/]?)\s*([\w.\/-]+)/) {
            let name = String(match.3)
            switch (match.1, match.2) {
            case (_, "/"): break
            case (_, ">"), (_, "<"): read(name)
            case ("{", _): expect(name, "markup")
            case (_, "#"), (_, "^"): expect(name, "section")
            default: if name != "." { expect(name, "text") }
            }
        }
    }

    private mutating func expect(_ name: String, _ kind: String) {
        if kinds[name]?.contains(kind) != true { problems.append("\(name) is no \(kind)") }
    }
}
