import GRDB
import Synchronization

/// A verb that waits for its commit.
protocol PendingWrite: Sendable {
    /// Whether it must succeed on a full disk.
    var isUrgent: Bool { get }
    /// Runs the verb in a savepoint of its own. Its failure rolls back this verb alone.
    func run(_ db: Database)
    /// Answers the caller, once the group's commit is on the disk or has failed.
    func answer(_ commitFailure: (any Error)?)
}

final class Write<Value: Sendable>: PendingWrite {
    let isUrgent: Bool
    private let verb: @Sendable (Database) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let result = Mutex<Result<Value, any Error>?>(nil)

    init(
        _ verb: @escaping @Sendable (Database) throws -> Value, isUrgent: Bool,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        self.isUrgent = isUrgent
        self.verb = verb
        self.continuation = continuation
    }

    func run(_ db: Database) {
        let outcome = Result { try inSavepoint(db) }
        result.withLock { $0 = outcome }
    }

    /// Uses cached statements: GRDB's own savepoints compile theirs each time, which takes longer than small verbs do.
    private func inSavepoint(_ db: Database) throws -> Value {
        try db.cachedStatement(sql: "SAVEPOINT verb").execute()
        do {
            let value = try verb(db)
            try db.cachedStatement(sql: "RELEASE SAVEPOINT verb").execute()
            return value
        } catch {
            // Both fail when SQLite has rolled back the whole transaction.
            try? db.cachedStatement(sql: "ROLLBACK TO SAVEPOINT verb").execute()
            try? db.cachedStatement(sql: "RELEASE SAVEPOINT verb").execute()
            throw error
        }
    }

    func answer(_ commitFailure: (any Error)?) {
        let outcome = result.withLock { $0 }
        switch (outcome, commitFailure) {
        case (.failure(let error), _): continuation.resume(throwing: error)
        case (_, let failure?): continuation.resume(throwing: failure)
        case (.success(let value), nil): continuation.resume(returning: value)
        case (nil, nil): continuation.resume(throwing: DatabaseError(message: "a verb was not run"))
        }
    }
}
