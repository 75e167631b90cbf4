import Foundation
import GRDB
import Transports

/// A test of the mail settings: what the server said when it was asked last.
package struct MailTest: Sendable, Equatable {
    package let at: Date
    /// `nil` where the server took the mail.
    package let failure: MailFailure.Reason?
    /// The server's own words, cut to a line.
    package let reply: String?

    /// How many tests may be made within ten minutes: each connects to whatever was typed.
    package static let most = 10
    private static let window: TimeInterval = 600

    /// - Throws: `Invalid` when there were too many of late.
    package static func checkPace(_ db: Database, at now: Date) throws {
        let since = now.addingTimeInterval(-window)
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM auditEvent WHERE action = ? AND at > ?",
            arguments: [AuditEvent.Action.mailTested, since.milliseconds])
        if (count ?? 0) >= most { throw Invalid("test", "errors.mailTestsTooMany") }
    }

    /// Writes the test into the journal, which is where its outcome is kept.
    package static func record(
        _ db: Database, _ result: MailResult, server: String, by head: Int64, at now: Date
    ) throws {
        var facts = ["subject": server, "outcome": accepted]
        switch result {
        case .accepted(let reply): facts["reply"] = reply.line
        case .failed(let failure): (facts["outcome"], facts["reply"]) = (failure.reason.rawValue, failure.reply?.line)
        }
        try AuditEvent.write(db, .mailTested, by: head, facts, at: now)
    }

    /// Finds the last test of the settings that are in force; `nil` where they were changed since.
    package static func last(_ db: Database) throws -> MailTest? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT at, detail ->> 'outcome' AS outcome, detail ->> 'reply' AS reply FROM auditEvent
                    WHERE action = ? AND id > ifnull((SELECT max(id) FROM auditEvent WHERE action = ?), 0)
                    ORDER BY id DESC LIMIT 1
                    """,
                arguments: [AuditEvent.Action.mailTested, AuditEvent.Action.mailChanged])
        else { return nil }
        let outcome: String = row["outcome"] ?? ""
        return MailTest(
            at: Date(milliseconds: row["at"]),
            failure: outcome == accepted ? nil : MailFailure.Reason(rawValue: outcome) ?? .cannotConnect,
            reply: row["reply"])
    }

    private static let accepted = "accepted"
}
