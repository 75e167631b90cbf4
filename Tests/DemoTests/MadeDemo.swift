import Dates
import Demo
import Foundation
import GRDB
import Models
import Secrets
import Testing

/// A demo office in a separate folder.
struct MadeDemo: Sendable {
    let database: OfficeDatabase
    let files: AttachmentStore
    let hash: PasswordHash
    let now: Date

    var day: Day { Day(now, in: TimeZone(identifier: "Europe/Warsaw") ?? .gmt) }

    /// Friday, 20 November 2026, 12:00 UTC.
    static let friday = Date(timeIntervalSince1970: 1_795_176_000)

    /// Made once for all tests that only read.
    static let shared = Task { try await make(at: friday) }

    /// Makes another one, which is deleted afterwards.
    static func with<Value>(at now: Date, _ test: (MadeDemo) async throws -> Value) async throws -> Value {
        let made = try await make(at: now)
        defer { try? FileManager.default.removeItem(at: made.files.folder.deletingLastPathComponent()) }
        let value = try await test(made)
        try made.database.close()
        return value
    }

    private static func make(at now: Date) async throws -> MadeDemo {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("skrytka-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = MadeDemo(
            database: try OfficeDatabase(path: folder.appendingPathComponent("office.sqlite").path),
            files: try AttachmentStore(folder: folder.appendingPathComponent("files")),
            hash: PasswordHash(phc: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA"), now: now
        )
        try await DemoOffice.create(made.database, made.files, passwordHash: made.hash, at: now)
        return made
    }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { db in try String.fetchAll(db, sql: sql) }
    }

    func numbers(_ sql: String) async throws -> [Int64] {
        try await database.read { db in try Int64.fetchAll(db, sql: sql) }
    }

    /// Returns a client's unread conversations, and the names of the client's firms.
    func inbox(_ email: String) async throws -> (unread: [Inbox.Entry], firms: [String]) {
        try await database.read { db in
            let person = try #require(try Person.find(db, email: EmailAddress(email)))
            let firms = try HeaderCounts.client(db, person.id).firms.map(\.name)
            return (try Inbox.fetch(db, of: person.id).unread, firms)
        }
    }

    /// A query of everything that people wrote, read, downloaded and did, with the times.
    static let everything = """
        SELECT at || ' ' || action || ' ' || ifnull(personId, '') || ' ' || ifnull(firmId, '') || ' '
            || ifnull(subject, '') FROM auditEvent
        UNION ALL SELECT message.id || sentAt || personId || body FROM message JOIN content ON content.id = contentId
        UNION ALL SELECT id || name || taxIdentifier FROM firm
        UNION ALL SELECT id || name || hex(sha256) FROM storedFile
        UNION ALL SELECT personId || ' ' || messageId FROM unread
        """
}
