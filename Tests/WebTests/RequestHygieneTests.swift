import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import Web

@Suite("Requests that no page of ours makes")
struct RequestHygieneTests {
    @Test("another host, two hosts, doubled and trailing slashes are refused")
    func hosts() async throws {
        try await TestOffice.with { office in
            let guardian = StrictRequests(settings: WebSettings(origins: ["https://localhost"]))
            for (authority, extra, path, status) in [
                ("localhost", nil, "/sign-in", HTTPResponse.Status.ok), ("LOCALHOST", nil, "/sign-in", .ok),
                ("evil.example", nil, "/sign-in", .misdirectedRequest), (nil, nil, "/sign-in", .misdirectedRequest),
                ("localhost", "evil.example", "/sign-in", .misdirectedRequest),
                ("localhost:81", nil, "/sign-in", .misdirectedRequest), ("localhost", nil, "//sign-in", .notFound),
                ("localhost", nil, "/sign-in/", .notFound), ("localhost", nil, "/a//b", .notFound),
            ] as [(String?, String?, String, HTTPResponse.Status)] {
                var head = HTTPRequest(method: .get, scheme: "http", authority: authority, path: path)
                if let extra { head.headerFields.append(HTTPField(name: .host, value: extra)) }
                let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
                let response = try await guardian.handle(request, context: Self.context) { _, _ in Response(status: .ok)
                }
                #expect(response.status == status, "\(authority ?? "none") \(path)")
                #expect(response.headers[.strictTransportSecurity] != nil)
                #expect(response.headers[.contentSecurityPolicy] != nil)
            }
        }
    }

    @Test("an error outside of every page still gets an answer with the headers, and without its text")
    func lastResort() async throws {
        struct Secret: Error {}
        let guardian = StrictRequests(settings: WebSettings(origins: ["http://localhost"]))
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let response = try await guardian.handle(request, context: Self.context) { _, _ in throw Secret() }
        #expect(response.status == .internalServerError)
        #expect(response.headers[.contentSecurityPolicy] != nil)
        #expect(response.headers[.strictTransportSecurity] == nil)
    }

    @Test("a failure is logged by the pattern of its address: one of a first sign-in carries a key")
    func logged() async throws {
        struct Broken: Error {}
        try await TestOffice.with { office in
            let pages = ErrorPages(portal: office.portal, methods: KnownMethods([]))
            let lines = LogLines()
            let context = AppContext(
                source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test") { _ in lines }))
            context.coreContext.endpointPath.value = Path.activation(nil).text
            let head = HTTPRequest(
                method: .get, scheme: "http", authority: "localhost", path: "/activation/thisisasecret")
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            let response = try await pages.handle(request, context: context) { _, _ in throw Broken() }
            #expect(response.status == .internalServerError)
            let logged = lines.all.joined(separator: "\n")
            #expect(logged.contains("/activation/:token") && !logged.contains("thisisasecret"))
        }
    }

    @Test("only a disk without room, or one that fails, is reported as such")
    func storage() {
        for (code, status) in [(ENOSPC, 507), (EDQUOT, 507), (EIO, 507), (ENOENT, 500), (EACCES, 500), (EMFILE, 500)] {
            let failure = Failure(StorageFailure(code: code), allowed: [], method: .post)
            #expect(failure.status.code == status, "\(code)")
        }
    }

    @Test("a wrong method gets 405 with what is allowed; an unknown address stays 404")
    func methods() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let get = try await browser.get("/sign-out")
                #expect(get.status == .methodNotAllowed)
                #expect(get.headers[.allow] == "POST")
                let post = try await browser.post("/account")
                #expect(post.status == .methodNotAllowed)
                #expect(post.headers[.allow] == "GET, HEAD")
                #expect(try await browser.get("/nowhere").status == .notFound)
                for method in [HTTPRequest.Method.put, .delete, .patch, .trace, .options] {
                    #expect(try await browser.send(method, "/account").status == .methodNotAllowed)
                }
            }
        }
    }

    @Test("HEAD answers as GET does, without a body")
    func head() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let response = try await browser.send(.head, "/account")
                #expect(response.status == .ok)
                #expect(response.body.readableBytes == 0)
            }
        }
    }

    @Test("a change from another site, without a token, or with another session's, changes nothing")
    func forged() async throws {
        try await TestOffice.with { office in
            let (piotr, ewa) = (office.cast.piotr, office.cast.ewa)
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let other = try await office.browser(client, as: ewa)
                let form = ByteBuffer(string: "language=he&csrf=\(browser.formToken)")
                let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                var refused: [(HTTPFields, ByteBuffer)] = [(type, form)]
                for origin in ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:81"] {
                    refused.append((type.with(.origin, origin), form))
                }
                refused.append((type.with(.secFetchSite, "cross-site").with(.origin, "http://localhost"), form))
                refused.append((type.with(.secFetchSite, "same-site"), form))
                let ours = type.with(.origin, "http://localhost")
                refused.append((ours, ByteBuffer(string: "language=he")))
                refused.append((ours, ByteBuffer(string: "language=he&csrf=\(other.formToken)")))
                refused.append((ours, ByteBuffer(string: "language=he&csrf=")))
                for (headers, body) in refused {
                    let response = try await browser.send(.post, "/account/language", headers, body: body)
                    #expect(response.status == .forbidden, "\(headers) \(String(buffer: body))")
                }
                #expect(try await browser.get("/").text.contains("<html lang=\"pl\""))
                let taken = try await browser.send(.post, "/account/language", ours, body: form)
                #expect(taken.status == .seeOther)
            }
        }
    }

    @Test("numbers beyond all bounds and text that is no UTF-8 never fail the server")
    func extremes() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let browser = try await office.browser(client, as: anna)
                for id in ["0", "-1", "9223372036854775807", "9223372036854775808", "1e309", "%00", "%ff", "x", "٣"] {
                    for path in ["/office/firms/", "/office/conversations/", "/office/broadcasts/", "/attachments/"] {
                        let status = try await browser.get(path + id).status
                        #expect(status == .notFound, "\(path)\(id)")
                    }
                }
                for id in ["-1", "9223372036854775808", "%ff", "%00"] {
                    for query in ["after=\(id)", "before=\(id)", "q=\(id)", "sort=\(id)"] {
                        #expect(try await browser.get("/office/firms?\(query)").status == .ok, "\(query)")
                    }
                    for query in ["after=\(id)", "show=\(id)"] {
                        #expect(try await browser.get("/office/questions?\(query)").status == .ok, "\(query)")
                    }
                }
                let nul = try await browser.send(
                    .post, "/office/templates",
                    [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"],
                    body: ByteBuffer(string: "body=a%00b&csrf=\(browser.formToken)")
                )
                #expect(nul.status == .badRequest)
                let large = try await browser.post(
                    "/office/templates", ["body": String(repeating: "a", count: 600_000)])
                #expect(large.status == .contentTooLarge)
            }
        }
    }

    private static var context: AppContext {
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "1"
        return AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger))
    }
}

extension HTTPFields {
    func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}
