import Foundation
import GRDB
import Synchronization

/// One office's database: many readers, one writer.
///
/// A write returns when it is on the disk (WAL with `synchronous=FULL`). Writes that arrive together share one commit:
/// each runs in a savepoint of its own and is answered after the fsync.
package final class OfficeDatabase: Sendable {
    package let changes = LiveChanges()
    package let condition = DatabaseCondition()

    /// A verb or a query, run in a transaction.
    package typealias Verb<Value> = @Sendable (Database) throws -> Value

    /// A verb that continues with the result of an earlier read.
    package typealias Next<Found, Value> = @Sendable (Database, Found) throws -> Value

    private let pool: DatabasePool
    private let logged: LoggedFiles
    /// `nil` where no server has to continue on a full disk.
    private let ballast: Ballast?
    private let mark: (any DatabaseMark)?
    /// In the order in which they take part in a commit; ``changes`` is the last.
    private let hooks: [any CommitHook]
    private let queue = Mutex(Queue())

    private struct Queue {
        var waiting: [any PendingWrite] = []
        var isDraining = false
    }

    /// The most verbs that share a commit; limits how long the first of them waits.
    private static let groupLimit = 256

    /// See ``init(path:ballast:mark:acceptingOlderAt:)``, which knows the hooks.
    init(
        path: String, ballast: Bool, mark: (any DatabaseMark)?, acceptingOlderAt acceptance: Date?,
        hooks: [any CommitHook]
    ) throws {
        FsyncFailure.endsTheProcess()
        logged = LoggedFiles(path: path)
        let foreign = mark?.check(logged)
        if let foreign {
            guard acceptance != nil else { throw foreign }
            logged.setLogAside()
        }
        // Without a log, the file contains everything. Opening it begins a log.
        let inFile = logged.hasLog ? nil : logged.generation
        pool = try DatabasePool(path: path, configuration: Self.configuration)
        self.mark = mark
        let hooks = hooks + [changes]
        self.hooks = hooks
        let older = try foreign ?? Self.older(pool, mark)
        if let older, acceptance == nil {
            // Empties the log beside a file that somebody is about to replace: SQLite would apply it to the new file.
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
            throw older
        }
        try pool.writeWithoutTransaction { db in
            try Self.makeDurable(db)
            for hook in hooks { try hook.prepare(db) }
        }
        self.ballast = ballast ? Ballast(in: (path as NSString).deletingLastPathComponent) : nil
        switch try pool.read(Migrations.otherVersion) {
        case .newer: throw OfficeDatabaseError.newerSchema
        case .unreleased: throw OfficeDatabaseError.unreleasedSchema
        case nil: try Migrations.all.migrate(pool)
        }
        if let older, let acceptance { try pool.write { db in try mark?.accept(older, db, at: acceptance) } }
        if let mark { try pool.read { db in try mark.begin(db, inFile: inFile, salt: logged.salt) } }
        for hook in hooks { try hook.begin(pool) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000")
        }
        return configuration
    }

    /// Returns the disagreement between the database and its mark, if any.
    private static func older(_ pool: DatabasePool, _ mark: (any DatabaseMark)?) throws -> OlderDatabase? {
        do {
            try pool.read { db in try mark?.check(db) }
            return nil
        } catch let older as OlderDatabase {
            return older
        }
    }

    /// GRDB sets `synchronous=NORMAL` for WAL after its own preparation, which loses acknowledged
    /// commits at a power cut. So it is set here, on the opened writer, and read back.
    private static func makeDurable(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
            try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
        else { throw OfficeDatabaseError.notDurable }
    }

    /// Reads in one consistent snapshot.
    package func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        // A reader is free again when its query is done, not when the task that asked continues: tasks may all be
        // waiting for a reader in `readHere`.
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { database in
                continuation.resume(with: Result { try self.condition.watching { try query(database.get()) } })
            }
        }
    }

    /// Reads in one consistent snapshot on the calling thread: for lookups by key that take less time than a switch of
    /// threads. Not for queries that grow with the office.
    package func readHere<Value>(_ query: (Database) throws -> Value) throws -> Value {
        try condition.watching { try pool.read(query) }
    }

    /// Frees cached database pages as soon as nobody reads them: after work that read much of the database, which other
    /// requests do not need.
    package func releaseMemory() {
        pool.releaseMemoryEventually()
    }

    /// Runs a verb as one transaction of its own and returns when it is on the disk.
    /// - Parameter urgent: for the few writes that must succeed on a full disk and need almost no space: the end of a
    ///   session. Reserved space is released for them.
    package func write<Value: Sendable>(
        urgent: Bool = false, _ verb: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(verb, isUrgent: urgent, continuation)
            let mustStart = queue.withLock { queue in
                queue.waiting.append(write)
                defer { queue.isDraining = true }
                return !queue.isDraining
            }
            if mustStart { drain() }
        }
    }

    /// Returns the version of SQLite, for the log at start.
    package func sqliteVersion() async throws -> String {
        try await read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?" }
    }

    /// Reserves again the space that was released on a full disk, when there is enough.
    package func fillBallast() { ballast?.fill() }

    /// Copies a consistent snapshot into a new file at `path`, while reads and writes continue. The copy is made inside
    /// this process, because a second process on the file could trigger SQLite's WAL-reset bug. The copy is a single
    /// file, without the WAL mode and its two other files.
    package func copy(to path: String) async throws {
        try await pool.read { source in
            let copy = try DatabaseQueue(path: path)
            try copy.writeWithoutTransaction { target in
                try source.backup(to: target)
                try target.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
        }
    }

    /// The hook of a kind that the database was opened with.
    func hook<Hook: CommitHook>(_ kind: Hook.Type) -> Hook? {
        for case let hook as Hook in hooks { return hook }
        return nil
    }

    /// Interrupts every running statement; its transaction is rolled back.
    package func interrupt() { pool.interrupt() }

    /// Checkpoints the log into the database file and closes it.
    package func close() throws {
        changes.finish()
        try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        mark?.flush()
        try pool.close()
    }

    private func drain() {
        pool.asyncWriteWithoutTransaction { db in
            while let group = self.nextGroup() {
                self.commit(group, db)
            }
        }
    }

    private func nextGroup() -> [any PendingWrite]? {
        queue.withLock { queue in
            guard !queue.waiting.isEmpty else {
                queue.isDraining = false
                return nil
            }
            let group = Array(queue.waiting.prefix(Self.groupLimit))
            queue.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: [any PendingWrite], _ db: Database) {
        if let failure = tryCommit(group, db) {
            let urgent = group.filter { $0.isUrgent }
            for write in group where !write.isUrgent { write.answer(failure) }
            if !urgent.isEmpty { commit(urgent: urgent, after: failure, db) }
        }
    }

    /// Commits urgent writes again after releasing reserved space, up to four times, since others may use the first.
    private func commit(urgent group: [any PendingWrite], after failure: any Error, _ db: Database) {
        var failure = failure
        for _ in 0..<4 where StorageFailure(failure) != nil && ballast?.release() == true {
            guard let again = tryCommit(group, db) else { return }
            failure = again
        }
        for write in group { write.answer(failure) }
    }

    /// - Returns: the error when nothing of the group is on the disk and nobody has been answered; `nil` when all are.
    private func tryCommit(_ group: [any PendingWrite], _ db: Database) -> (any Error)? {
        var (noteMark, afterwards): ((@Sendable (UInt64?) -> Void)?, [@Sendable () -> Void]) = (nil, [])
        do {
            try condition.watching {
                try db.inTransaction(.immediate) {
                    for write in group {
                        write.run(db)
                        // On a full or failing disk SQLite rolls back the whole transaction.
                        guard db.isInsideTransaction else { throw OfficeDatabaseError.transactionLost }
                    }
                    afterwards = try hooks.compactMap { try $0.willCommit(db) }
                    noteMark = try mark?.willCommit(db)
                    return .commit
                }
            }
            for write in group { write.answer(nil) }
            noteMark?(logged.salt)
            for action in afterwards { action() }
            return nil
        } catch {
            return error
        }
    }
}

package enum OfficeDatabaseError: Error, CustomStringConvertible {
    case newerSchema, unreleasedSchema, notDurable, transactionLost

    package var description: String {
        switch self {
        case .newerSchema: "the data folder was used by a newer version of skrytka; install that version or a later one"
        case .unreleasedSchema:
            """
            the data folder was made by a skrytka from before the first release, and only that one opens it; \
            begin with a new folder
            """
        case .notDurable: "SQLite does not confirm synchronous=FULL with WAL on this disk; choose a local disk"
        case .transactionLost: "the disk is full or failing; free space or change the disk"
        }
    }
}
