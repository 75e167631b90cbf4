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

@Suite("Security events")
struct SecurityEventsTests {
    /// Facts that must not be in a log: people, addresses, keys, typed text.
    private static let personal = [
        "piotr@piekarnia.example", "piotr", "Kłos", "192.0.2.", "198.51.100.", "424242", "kluczyk", "hasło", "Mozilla",
    ]
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For").unsafelyUnwrapped
    private static let headers: HTTPFields = [
        .userAgent: "Mozilla/5.0 piotr@piekarnia.example", Self.forwardedFor: "198.51.100.7",
        .origin: "http://localhost",
        .contentType: "application/x-www-form-urlencoded",
    ]
    private static let form = ByteBuffer(string: "email=piotr%40piekarnia.example&password=has%C5%82o&kluczyk=Kłos")

    @Test(
        "each kind is counted once and logged once, with the pattern of the address and nothing of anybody",
        arguments: SecurityEvent.allCases)
    func once(event: SecurityEvent) async throws {
        try await TestOffice.with { office in
            let lines = LogLines()
            try await Self.provoke(event, office, lines)
            for other in SecurityEvent.allCases {
                #expect(office.portal.securityEvents.count(of: other) == (other == event ? 1 : 0), "\(other)")
            }
            let found = lines.all.filter { $0.contains(" security ") }
            let line = try #require(found.first)
            #expect(
                found.count == 1 && line.hasPrefix("warning") && line.contains("\"kind\": \(event.rawValue)"),
                "\(found)")
            for name in ["hb.request.id", "method", "route", "status"] {
                #expect(line.contains("\"\(name)\""), "\(line)")
            }
            for text in Self.personal { #expect(!line.contains(text), "\(text) in \(line)") }
            var metrics = MetricsText()
            metrics.add(office.portal.securityEvents)
            for other in SecurityEvent.allCases {
                let sample = "skrytka_security_events_total{kind=\"\(other.rawValue)\"} \(other == event ? 1 : 0)\n"
                #expect(metrics.text.contains(sample))
            }
        }
    }

    @Test("what is refused by the router is one: wrong roles, foreign and missing alike; an unknown address is none")
    func refused() async throws {
        try await TestOffice.with { office in
            let (piotr, ewa, carrier, now) = (office.cast.piotr, office.cast.ewa, office.cast.carrier, office.now)
            let foreign = try await office.database.write { db in
                try Conversation.ask(
                    db, "Pytanie", NewContent(body: "Kiedy?"), firm: carrier, by: ewa, on: Cast.day, at: now
                ).id
            }
            let lines = LogLines()
            let logger = Logger(label: "test") { _ in lines }
            try await buildApplication(office.portal, logger: logger).test(.router) { client in
                let browser = try await office.browser(client, as: piotr)
                for path in ["/office/firms", "/conversations/\(foreign)", "/conversations/999999"] {
                    #expect(try await browser.get(path).status == .notFound)
                }
                let events = office.portal.securityEvents
                #expect(events.count(of: .refusedAccess) == 3)
                for path in ["/wp-login.php", "/assets/0/nothing.css"] {
                    #expect(try await browser.get(path).status == .notFound)
                }
                _ = try await Browser(client: client).get("/")
                #expect(events.count(of: .refusedAccess) == 3, "\(lines.all)")
            }
        }
    }

    @Test("a proxy that is not named is told, and one that is named is not")
    func proxies() async throws {
        for (trusted, address, forwarded, count) in [
            (["127.0.0.1"], "127.0.0.1", true, 0), (["127.0.0.1"], "192.0.2.9", true, 1),
            (["127.0.0.1"], "192.0.2.9", false, 0), ([], "127.0.0.1", true, 0),
        ] {
            let events = SecurityEvents()
            let watch = WatchedRequests(events: events, trustedProxies: Set(trusted))
            let headers: HTTPFields = forwarded ? [Self.forwardedFor: "198.51.100.7"] : [:]
            var context = Self.context(LogLines())
            context.address = address
            _ = try await watch.handle(Self.request("/sign-in", headers), context: context) { _, _ in
                Response(status: .ok)
            }
            #expect(events.count(of: .proxy) == count, "\(trusted) \(address) \(forwarded)")
        }
    }

    @Test("thousands in a minute are all counted, and some lines of them written; the next one says how many were not")
    func flood() {
        let (events, start) = (SecurityEvents(), ContinuousClock.now)
        let written = (0..<1000).compactMap { events.add(.throttled, at: start + .milliseconds($0)) }
        #expect(written == Array(repeating: 0, count: SecurityEvents.linesAMinute))
        #expect(events.add(.disk, at: start) == 0, "each kind has lines of its own")
        #expect(events.add(.throttled, at: start + .seconds(61)) == 1000 - SecurityEvents.linesAMinute)
        #expect(events.add(.throttled, at: start + .seconds(62)) == 0)
        #expect(events.count(of: .throttled) == 1002)
    }

    @Test("a verb that somebody made up stands in no log")
    func verbs() throws {
        for (verb, shown) in [("POST", "POST"), ("PIOTR.PIEKARNIA", "-")] {
            let method = try #require(HTTPRequest.Method(verb))
            let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/")
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            #expect("\(RequestFacts(request, Self.context(LogLines())).metadata["method"] ?? "")" == shown)
        }
    }

    private static func provoke(_ event: SecurityEvent, _ office: TestOffice, _ lines: LogLines) async throws {
        let portal = office.portal
        let piotr = office.cast.piotr
        let logger = Logger(label: "test") { _ in lines }
        switch event {
        case .refusedAccess:
            try await buildApplication(portal, logger: logger).test(.router) { client in
                let browser = try await office.browser(client, as: piotr)
                _ = try await browser.get("/conversations/424242?kluczyk=has%C5%82o", headers)
            }
        case .forgedForm:
            try await buildApplication(portal, logger: logger).test(.router) { client in
                _ = try await Browser(client: client).send(
                    .post, "/activation/kluczyk", headers.with(.origin, "https://evil.example"), body: form)
            }
        case .throttled:
            try await buildApplication(portal, logger: logger).test(.router) { client in
                let token = try #require(VisitorToken.find(in: try await Browser(client: client).get("/sign-in").text))
                let browser = Browser(client: client, formToken: token, visitorToken: token)
                for _ in 0..<50 {
                    let answer = try await browser.post(
                        "/sign-in", ["email": "piotr@piekarnia.example", "password": "hasło"])
                    if answer.status == .tooManyRequests { return }
                }
            }
        case .disk: try await pass(portal, lines, path: "/uploads?name=Kłos") { throw StorageFailure(code: ENOSPC) }
        case .proxy: try await pass(portal, lines, host: "piotr.example", path: "/kluczyk") { Response(status: .ok) }
        }
    }

    /// Sends a request through the middleware around every handler.
    private static func pass(
        _ portal: Portal, _ lines: LogLines, host: String = "localhost", path: String,
        _ handler: @escaping @Sendable () throws -> Response
    ) async throws {
        let watch = WatchedRequests(events: portal.securityEvents, trustedProxies: [])
        let (strict, pages) = (
            StrictRequests(settings: portal.settings), ErrorPages(portal: portal, methods: KnownMethods([]))
        )
        let address = Browser.encode(path).replacing("%2F", with: "/").replacing("%3F", with: "?")
        _ = try await watch.handle(request(address, headers, host: host), context: context(lines)) { request, context in
            try await strict.handle(request, context: context) { request, context in
                try await pages.handle(request, context: context) { _, _ in try handler() }
            }
        }
    }

    private static func request(_ path: String, _ headers: HTTPFields, host: String = "localhost") -> Request {
        var head = HTTPRequest(method: .get, scheme: "http", authority: host, path: path)
        head.headerFields = headers
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    private static func context(_ lines: LogLines) -> AppContext {
        AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test") { _ in lines }))
    }
}

private enum VisitorToken {
    static func find(in page: String) -> String? {
        page.firstMatch(of: /<meta name="csrf" content="([^"]*)">/).map { String($0.output.1) }
    }
}
