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

@Suite("What watches the server")
struct MetricsTests {
    private static let token = "a-token-of-more-than-twenty-letters"

    @Test("gets figures with the token, and nothing with another one or none")
    func token() async throws {
        try await TestOffice.with { office in
            let settings = Self.settings { $0.metricsToken = Self.token }
            for (header, status) in [
                ("Bearer \(Self.token)", HTTPResponse.Status.ok), ("Bearer \(Self.token)x", .notFound),
                (Self.token, .notFound), ("", .notFound), (nil, .notFound),
            ] as [(String?, HTTPResponse.Status)] {
                var request = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/metrics")
                request.headerFields[.authorization] = header
                let answer = try await Self.status(office, settings, request)
                #expect(answer == status, "\(header ?? "none")")
            }
        }
    }

    @Test("without a token is this machine, asking directly: no proxy, no other host, no other address")
    func local() async throws {
        try await TestOffice.with { office in
            let settings = Self.settings { $0.localHosts = ["127.0.0.1:8080"] }
            for (address, authority, header, status) in [
                ("127.0.0.1", "127.0.0.1:8080", nil, HTTPResponse.Status.ok), ("::1", "127.0.0.1:8080", nil, .ok),
                ("192.0.2.1", "127.0.0.1:8080", nil, .notFound), ("127.0.0.1", "localhost", nil, .notFound),
                ("127.0.0.1", "127.0.0.1:8080", "X-Forwarded-For", .notFound),
                ("127.0.0.1", "127.0.0.1:8080", "Forwarded", .notFound),
                ("127.0.0.1", "127.0.0.1:8080", "Via", .notFound),
                ("127.0.0.1", "127.0.0.1:8080", "X-Real-IP", .notFound),
            ] as [(String, String, String?, HTTPResponse.Status)] {
                var request = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/metrics")
                if let header { request.headerFields[try #require(HTTPField.Name(header))] = "127.0.0.1" }
                let answer = try await Self.status(office, settings, request, from: address)
                #expect(answer == status, "\(address) \(authority) \(header ?? "")")
            }
        }
    }

    @Test("may ask for health by the machine's own host, and for nothing else")
    func hosts() async throws {
        var settings = WebSettings(origins: ["https://portal.example"])
        settings.localHosts = ["127.0.0.1:8080"]
        let guardian = StrictRequests(settings: settings)
        for (path, status) in [
            ("/healthz", HTTPResponse.Status.ok), ("/metrics", .ok), ("/sign-in", .misdirectedRequest),
            ("/", .misdirectedRequest),
        ] {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:8080", path: path)
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            let response = try await guardian.handle(request, context: Self.context()) { _, _ in Response(status: .ok) }
            #expect(response.status == status, "\(path)")
        }
    }

    @Test("counts each answer once, by its status and in the bucket of its time")
    func meter() throws {
        let meter = RequestMeter()
        meter.add(.ok, .milliseconds(3))
        meter.add(.ok, .milliseconds(30))
        meter.add(.notFound, .seconds(60))
        var text = MetricsText()
        text.add(meter.counts)
        for line in [
            "skrytka_requests_total{code=\"200\"} 2", "skrytka_requests_total{code=\"404\"} 1",
            "skrytka_request_seconds_bucket{le=\"0.005\"} 1", "skrytka_request_seconds_bucket{le=\"0.05\"} 2",
            "skrytka_request_seconds_bucket{le=\"10.0\"} 2", "skrytka_request_seconds_bucket{le=\"+Inf\"} 3",
            "skrytka_request_seconds_sum 60.033", "skrytka_request_seconds_count 3",
        ] {
            #expect(text.text.contains("\(line)\n"), "\(line) in\n\(text.text)")
        }
    }

    @Test("finds every figure described, named once, and no name of anybody")
    func figures() async throws {
        try await TestOffice.with { office in
            let settings = Self.settings { $0.metricsToken = Self.token }
            let portal = try Self.portal(office, settings)
            let text = try await buildApplication(portal).test(.router) { client in
                try await Browser(client: client).get("/metrics", [.authorization: "Bearer \(Self.token)"]).text
            }
            let names = text.matches(of: #/# TYPE (\w+) /#).map { $0.output.1 }
            #expect(names.count > 12 && Set(names).count == names.count)
            #expect(text.firstMatch(of: /skrytka_firms [1-9]/) != nil)
            #expect(!text.contains("NaN") && !text.contains("Piekarnia") && !text.contains("@"))
            let resident = text.firstMatch(of: /skrytka_resident_bytes (\d+)\n/).flatMap { Int($0.output.1) }
            let bytes = try #require(resident)
            #expect(bytes > 1_000_000)
        }
    }

    private static func settings(_ change: (inout WebSettings) -> Void) -> WebSettings {
        var settings = WebSettings(origins: ["http://localhost"])
        change(&settings)
        return settings
    }

    private static func portal(_ office: TestOffice, _ settings: WebSettings) throws -> Portal {
        let now = office.now
        return try Portal(
            database: office.database, files: office.files, passwords: office.portal.passwords,
            renderer: office.portal.renderer, sealing: office.portal.sealing, settings: settings, now: { now })
    }

    private static func status(
        _ office: TestOffice, _ settings: WebSettings, _ request: HTTPRequest, from address: String = "192.0.2.1"
    ) async throws -> HTTPResponse.Status {
        let controller = HealthController(portal: try portal(office, settings))
        do {
            let request = Request(head: request, body: RequestBody(buffer: ByteBuffer()))
            return try await controller.metrics(request, VisitorContext(context: context(address))).status
        } catch is NotFound {
            return .notFound
        }
    }

    private static func context(_ address: String = "192.0.2.1") -> AppContext {
        var context = AppContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        context.address = address
        return context
    }
}
