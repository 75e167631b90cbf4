import Foundation
import HTTPTypes
import HummingbirdTesting
import Models
import NIOCore
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("Addresses")
struct AddressTests {
    /// Sends a request unchanged, without the tests' exchange of numbers and codes.
    private static func ask(_ browser: Browser, _ path: String, _ form: String? = nil) async throws -> (
        status: HTTPResponse.Status, text: String
    ) {
        var headers: HTTPFields = [.cookie: "skrytka=\(browser.session ?? "")", .origin: "http://localhost"]
        if form != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let body = form.map { ByteBuffer(string: "\($0)&csrf=\(browser.formToken)") }
        let response = try await browser.client.executeRequest(
            uri: path, method: form == nil ? .get : .post, headers: headers, body: body)
        return (response.status, String(buffer: response.body))
    }

    private static func question(_ office: TestOffice) async throws -> Int64 {
        let (cast, now) = (office.cast, office.now)
        return try await office.database.write { db in
            try Conversation.ask(
                db, TypedLine("Pytanie"), NewContent(body: "Treść"), firm: cast.bakery, by: cast.piotr, on: Cast.day,
                at: now
            ).id
        }
    }

    @Test("have codes for the numbers of rows: the number itself leads to nothing")
    func codes() async throws {
        try await TestOffice.with { office in
            let (conversation, codes) = (try await Self.question(office), office.portal.codes)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let list = try await Self.ask(piotr, "/conversations").text
                #expect(list.contains("href=\"/conversations/\(codes.code(conversation))\""))
                #expect(try await Self.ask(piotr, "/conversations/\(codes.code(conversation))").status == .ok)
                for wrong in [
                    "\(conversation)", codes.code(conversation).uppercased(), codes.code(conversation + 1),
                    codes.code(0),
                    codes.code(-1), codes.code(.min), "0000000000000", "zzzzzzzzzzzzz", "\(codes.code(conversation))0",
                    "%30",
                ] {
                    #expect(try await Self.ask(piotr, "/conversations/\(wrong)").status == .notFound, "\(wrong)")
                }
            }
        }
    }

    @Test("have codes in their queries and forms too: a number there is no row")
    func fields() async throws {
        try await TestOffice.with { office in
            let (cast, codes) = (office.cast, office.portal.codes)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let bakery = codes.code(cast.bakery.id)
                let page = try await Self.ask(anna, "/office/firms").text
                #expect(
                    page.contains("value=\"\(bakery)\" data-select")
                        && !page.contains("value=\"\(cast.bakery.id)\" data"))
                let coded = try await Self.ask(anna, "/office/audit?firm=\(bakery)").text
                #expect(coded.contains("Piekarnia Kłos") && coded.contains("name=\"firm\" value=\"\(bakery)\""))
                #expect(
                    !(try await Self.ask(anna, "/office/audit?firm=\(cast.bakery.id)").text.contains("name=\"firm\"")))
                let start = "subject=Temat&body=Tekst&all=0&firm="
                let chosen = try await Self.ask(anna, "/office/broadcasts/check", start + bakery)
                #expect(chosen.status == .seeOther)
                let bare = try await Self.ask(anna, "/office/broadcasts/check", "\(start)\(cast.bakery.id)")
                #expect(bare.status == .unprocessableContent, "nobody is ticked")
            }
        }
    }

    @Test("are those of one office: its key goes with its database, and another office has another")
    func keys() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("skrytka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func open(_ name: String) throws -> String {
            let database = try OfficeDatabase(path: folder.appendingPathComponent(name).path)
            defer { try? database.close() }
            return try database.addressCodes().code(7)
        }
        let first = try open("one.sqlite")
        #expect(try open("one.sqlite") == first)
        #expect(try open("other.sqlite") != first)
    }

    @Test("are told to open pages by codes too")
    func topics() {
        AddressCodes.$current.withValue(AddressNumbers.codes) {
            #expect("conversation/8".codedTopic == "conversation/\(AddressNumbers.codes.code(8))")
            #expect("questions".codedTopic == "questions")
        }
    }
}
