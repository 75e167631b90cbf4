import Foundation
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("The fields of a form")
struct FormTests {
    private static let marks = "a" + String(repeating: "\u{345}\u{301}\u{316}\u{327}", count: 15_000)

    @Test("are read as browsers write them")
    func read() throws {
        let form = try Form(
            encoded: "subject=Za%C5%BC%C3%B3%C5%82%C4%87+g%c4%99%C5%9Bl%C4%85&&files=a&files=b&q&body==x&csrf=")
        #expect(form["subject"] == "Zażółć gęślą" && form["body"] == "=x" && form.has("q") && form.has("csrf"))
        #expect(form.all("files") == ["a", "b"] && form["files"] == "" && !form.has("name"))
    }

    @Test("come with many numbers in one: ten thousand ticked firms are one field")
    func numbers() throws {
        let codes = AddressNumbers.codes
        let code = { (number: Int64) in codes.code(number) }
        try AddressCodes.$current.withValue(codes) {
            let form = try Form(
                encoded: "firm=\(code(3))%2B\(code(7))+\(code(11))&firm=\(code(12))&firm=x&firm=8&firm=")
            #expect(form.ids("firm") == [3, 7, 11, 12])
            let many = (100_000..<110_000).map(code).joined(separator: "%2B")
            let large = try Form(encoded: "firm=\(many)")
            try large.check()
            #expect(large.ids("firm").count == 10_000)
            #expect("firm=\(many)".utf8.count < PostedForms.bodyLimit / 2)
        }
    }

    @Test("that are none of ours are passed over, whatever their names and values are")
    func foreign() throws {
        for name in [
            Self.marks, "unknown", "%ff", "%zz", "%00", "firm-", "firm-x", "subject%CC%81",
            String(repeating: "a", count: 500_000),
        ] {
            let form = try Form(encoded: "\(name)=%ff\(Self.marks)&subject=Temat")
            try form.check()
            #expect(form["subject"] == "Temat")
        }
    }

    @Test("hold no more bytes than they may, and their runs of marks are cut")
    func limits() throws {
        for (field, limit) in [
            ("subject", 1_024), ("email", 254), ("body", 80_000), ("note", 20_000), ("firm-0123456789abc", 1_024),
        ] {
            let fits = try Form(encoded: "\(field)=\(String(repeating: "a", count: limit))")
            try fits.check()
            #expect(fits[field].utf8.count == limit)
            let over = try Form(encoded: "\(field)=\(String(repeating: "a", count: limit + 1))")
            #expect(throws: BadRequest.self) { try over.check() }
        }
        let marked = try Form(encoded: "body=\(Self.marks.unicodeScalars.prefix(30_000).map(String.init).joined())")
        try marked.check()
        #expect(marked["body"].unicodeScalars.count == 31)
    }

    @Test(
        "are refused with a NUL, bytes that are no UTF-8, or half an escape",
        arguments: ["a%00b", "%ff", "%C5", "%", "%4", "%zz"])
    func encoding(value: String) {
        #expect(throws: BadRequest.self) { try Form(encoded: "subject=\(value)") }
    }

    @Test("are at most five thousand")
    func count() throws {
        try Form(encoded: Array(repeating: "files=a", count: 5_000).joined(separator: "&")).check()
        #expect(throws: BadRequest.self) {
            try Form(encoded: Array(repeating: "x=a", count: 5_001).joined(separator: "&"))
        }
    }

    @Test("are all declared: those in the templates, those that handlers ask for, and no others")
    func declared() throws {
        let names = try Self.named(#"\bname="([a-z][A-Za-z-]*)""#, in: "Templates", ending: "mustache")
            .subtracting(["color-scheme", "theme-color", "rejected", "viewport", "csrf-token", "selection", "username"])
        for name in names where name != "firm-" { #expect(FormFields.limit(name) != nil, "\(name)") }
        let asked = try Self.named(
            #"(?:form|query)(?:\.(?:all|has|id|ids))?[\[(]"([A-Za-z]+)"[\])]"#, in: "Sources/Web", ending: "swift")
        for name in asked { #expect(FormFields.limit(name) != nil, "\(name)") }
        // Fields that no handler names by a literal: of filters, of the list of staff, of authors.
        let others: Set = [
            "csrf", "shown", "q", "tab", "sort", "order", "supervisor", "form", "vat", "tag", "state", "after",
            "printout",
            "deputiesAfter", "printouts", "unfinished",
        ]
        #expect(FormFields.names.subtracting(asked).subtracting(others) == [])
    }

    private static func named(_ pattern: String, in folder: String, ending: String) throws -> Set<String> {
        let files = FileManager.default.enumerator(
            at: TestOffice.root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        var names: Set<String> = []
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == ending else { continue }
            let text = try String(contentsOf: url, encoding: .utf8)
            names.formUnion(
                text.matches(of: try Regex(pattern, as: (Substring, Substring).self)).map { String($0.output.1) })
        }
        return names
    }
}
