import Foundation
import GRDB

extension Office {
    /// The times that a send to many firms may wait, in seconds.
    package static let undoTimes = [0, 5, 10, 20, 30, 60, 120]

    /// Chooses for how long a send to many firms waits and can be undone.
    /// - Parameter seconds: one of ``undoTimes``; 0: it goes at once.
    package static func choose(_ db: Database, undoSeconds seconds: Int, by head: Int64, at now: Date) throws {
        try db.execute(sql: "UPDATE office SET undoSeconds = ?", arguments: [seconds])
        try AuditEvent.write(db, .undoTimeChosen, by: head, ["seconds": "\(seconds)"], at: now)
    }
}
