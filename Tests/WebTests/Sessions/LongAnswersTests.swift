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

/// Every long response ends with the session that requested it.
@Suite("A long answer")
struct LongAnswersTests {
    /// Takes a response piece by piece, and runs a closure after the first.
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

    /// - Parameters:
    ///   - person: by default the head.
    ///   - upload: the body, as the page's script sends it; `nil` for a GET.
    ///   - ends: whether the session ends after the first piece.
    private static func take(
        _ path: String, _ office: TestOffice, as person: Int64? = nil, upload: Data? = nil, ends: Bool
    ) async throws -> Taken {
        let (person, now) = (person ?? office.cast.anna, office.now)
        let (token, session) = try await office.database.write { db in
            let opened = try Session.open(
                db, for: Person.find(db, person), device: "Firefox", address: "192.0.2.9", at: now)
            return (opened.token.text, try #require(try Session.find(db, opened.token, at: now)))
        }
        let request = request(path, cookie: token, formToken: session.formToken, upload)
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "tests"))
        let response = try await buildRouter(office.portal).router.buildResponder().respond(
            to: request, context: AppContext(source: source))
        #expect(response.status == .ok)
        let taken = Taken()
        let reader = SlowReader(
            after: {
                guard ends else { return }
                try await office.database.write { db in try Session.end(db, session.id, of: person, at: now) }
                office.pass(4)
            }, taken: taken)
        try? await response.body.write(reader)
        return taken
    }

    private static func request(_ path: String, cookie: String, formToken: String, _ upload: Data?) -> Request {
        var fields: HTTPFields = [.cookie: "skrytka=\(cookie)"]
        if let upload {
            fields[.contentType] = "application/octet-stream"
            fields[.origin] = "http://localhost"
            fields[HTTPField.Name("X-CSRF-Token").unsafelyUnwrapped] = formToken
            fields[.contentLength] = "\(upload.count)"
        }
        let head = HTTPRequest(
            method: upload == nil ? .get : .post, scheme: "http", authority: "localhost",
            path: AddressNumbers.coded(path),
            headerFields: fields)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: upload ?? Data())))
    }

    private static func check(
        _ path: String, _ office: TestOffice, as person: Int64? = nil, uploads: [Data] = []
    ) async throws {
        let whole = try await take(path, office, as: person, upload: uploads.first, ends: false)
        #expect(whole.isWhole && whole.pieces > 2, "\(path): \(whole.pieces)")
        let broken = try await take(path, office, as: person, upload: uploads.last, ends: true)
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
    @Test("of a report's table ends with the session")
    func report() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.database.write { db in
                try db.execute(
                    sql: """
                        WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
                        INSERT INTO firm (id, name, country, taxIdentifier, currency, nameKey, searchText, createdAt)
                        SELECT i, 'Firma ' || i, 'PL', i, 'PLN', 'firma ' || i, 'firma', 0 FROM n;
                        INSERT INTO everyConversation (id, firmId, subject, broadcastId, startedAt, startedBy, lastMessageAt)
                        SELECT firm.id, firm.id, notice.subject, broadcastId, startedAt, startedBy, lastMessageAt
                        FROM firm JOIN conversation AS notice ON notice.id = \(world.conversation) WHERE firm.id >= 1000;
                        INSERT INTO everyMessage (conversationId, firmId, contentId, personId, side, kind, sentAt)
                        SELECT firm.id, firm.id, contentId, personId, side, kind, sentAt
                        FROM firm JOIN message AS notice ON notice.id = \(world.message) WHERE firm.id >= 1000;
                        """)
            }
            try await Self.check("/office/broadcasts/\(world.broadcast)/report.csv", office)
        }
    }

    @Test("with all files of a client ends with the session, in the middle of a file")
    func files() async throws {
        try await TestOffice.with { office in
            _ = try await AccessWorld(office)
            try await Self.check("/files.zip", office, as: office.cast.piotr)
            let downloads = try await office.database.read { db in
                try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM download) + count(*) FROM printoutDownload")
            }
            #expect(downloads == 3, "two of the whole archive, and the one that was begun")
        }
    }

    @Test("of an import ends with the session: what is left of the archive is not taken in")
    func imports() async throws {
        try await TestOffice.with { office in
            let archives = try [[1, 2, 3], [4, 5, 6]].map { numbers in
                try ZipFile(
                    numbers.map {
                        ZipFile.Entry("\($0).xml", try TaxFileText.jpk(nip: String(repeating: "\($0)", count: 10)))
                    }
                ).data
            }
            try await Self.check("/office/imports?name=jpk.zip", office, uploads: archives)
            let taken = try await office.database.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM taxImport")
            }
            #expect(taken == 4)
        }
    }
}
