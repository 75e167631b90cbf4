import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import Models
import NIOCore
import NIOEmbedded
import Secrets
import TestSupport
import Testing

@testable import Web

/// Every answer that takes long ends with the session that asked for it.
@Suite("A long answer")
struct LongAnswersTests {
    /// Takes an answer piece by piece, and does something after the first.
    private struct SlowReader: ResponseBodyWriter {
        let after: @Sendable () async throws -> Void
        let taken: Taken

        mutating func write(_ buffer: ByteBuffer) async throws {
            taken.pieces += 1
            if taken.pieces == 1 { try await after() }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws { taken.isWhole = true }
    }

    private final class Taken: @unchecked Sendable {
        var pieces = 0
        var isWhole = false
    }

    /// - Parameter ends: whether the session ends after the first piece.
    private static func take(_ path: String, _ office: TestOffice, ends: Bool) async throws -> Taken {
        let (head, now) = (office.cast.anna, office.now)
        let (token, session) = try await office.database.write { db in
            let opened = try Session.open(
                db, for: Person.find(db, head), device: "Firefox", address: "192.0.2.9", at: now)
            return (opened.token.text, try #require(try Session.find(db, opened.token, at: now)).id)
        }
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost", path: AddressNumbers.coded(path),
                headerFields: [.cookie: "skrytka=\(token)"]),
            body: RequestBody(buffer: ByteBuffer()))
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "tests"))
        let response = try await buildRouter(office.portal).router.buildResponder().respond(
            to: request, context: AppContext(source: source))
        #expect(response.status == .ok)
        let taken = Taken()
        let reader = SlowReader(
            after: {
                guard ends else { return }
                try await office.database.write { db in try Session.end(db, session, of: head, at: now) }
                office.pass(4)
            }, taken: taken)
        try? await response.body.write(reader)
        return taken
    }

    private static func check(_ path: String, _ office: TestOffice) async throws {
        let whole = try await take(path, office, ends: false)
        #expect(whole.isWhole && whole.pieces > 2, "\(path): \(whole.pieces)")
        let broken = try await take(path, office, ends: true)
        #expect(!broken.isWhole && broken.pieces == 1, "\(path): \(broken.pieces)")
    }

    @Test("of the journal's export ends with the session")
    func journal() async throws {
        try await TestOffice.with { office in
            try await office.database.write { db in
                try db.execute(
                    sql: """
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3500)
                        INSERT INTO auditEvent (at, action, detail, hash) SELECT 1, 'signedIn', '{}', zeroblob(32) FROM n
                        """)
            }
            try await Self.check("/office/audit/export", office)
        }
    }

    @Test("of a firm's archive ends with the session")
    func archive() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                for number in 1...450 {
                    _ = try Conversation.ask(
                        db, "Pytanie \(number)", NewContent(body: "Treść"), firm: cast.bakery, by: cast.piotr,
                        on: Cast.day, at: now)
                }
            }
            try await Self.check("/office/firms/\(cast.bakery.id)/archive.csv", office)
        }
    }
}
