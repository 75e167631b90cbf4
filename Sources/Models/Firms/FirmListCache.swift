import Dates
import GRDB
import Synchronization

/// Keeps what the firm list is counted from, so that it is read once a change and not once a page.
///
/// Each commit that changes any of it counts `firmListVersion` up, in its own transaction. A page asks for that number
/// in the state of the database that it reads, and so never shows counts of another state.
package final class FirmListCache: CommitHook, TransactionObserver {
    private struct Key: Hashable {
        let scope: FirmScope
        let day: Day
    }

    private let kept = Mutex<[Key: (version: Int64, firms: ScopedFirms)]>([:])
    private let hasChanged = Mutex(false)

    /// One for each person of the office who looks at the list at the same time. With one more all are read again.
    private static let limit = 16

    /// The tables that the counts are read from.
    static let tables: Set = [
        "firm", "taxation", "assignment", "firmTag", "membership", "person", "unread", "readReceipt",
        "everyConversation",
    ]

    func firms(_ db: Database, of scope: FirmScope, on day: Day) throws -> ScopedFirms {
        let key = Key(scope: scope, day: day)
        let statement = try db.cachedStatement(sql: "SELECT number FROM firmListVersion")
        let version = try Int64.fetchOne(statement) ?? 0
        if let found = kept.withLock({ $0[key] }), found.version == version { return found.firms }
        let firms = try ScopedFirms.read(db, scope, on: day)
        kept.withLock { kept in
            if kept.count >= Self.limit { kept = [:] }
            kept[key] = (version, firms)
        }
        return firms
    }

    func begin(_ pool: DatabasePool) throws { pool.add(transactionObserver: self, extent: .databaseLifetime) }

    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? {
        guard hasChanged.withLock({ $0 }) else { return nil }
        try db.cachedStatement(sql: "UPDATE firmListVersion SET number = number + 1").execute()
        return nil
    }

    /// Notes each statement that may change any of it. The changed rows are not asked for: of tables without row numbers
    /// SQLite reports none.
    package func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
        if Self.changes(kind) { hasChanged.withLock { $0 = true } }
        return false
    }

    private static func changes(_ kind: DatabaseEventKind) -> Bool {
        switch kind {
        case .insert(let table), .delete(let table): tables.contains(table)
        // Of a conversation the list counts whether it waits, and not the messages.
        case .update("everyConversation", let columns): columns.contains("waitingSince")
        case .update(let table, _): tables.contains(table)
        }
    }

    package func databaseDidChange(with event: DatabaseEvent) {}

    package func databaseDidCommit(_ db: Database) { hasChanged.withLock { $0 = false } }

    package func databaseDidRollback(_ db: Database) { hasChanged.withLock { $0 = false } }
}

extension OfficeDatabase {
    package var firmListCache: FirmListCache? { hook(FirmListCache.self) }
}
