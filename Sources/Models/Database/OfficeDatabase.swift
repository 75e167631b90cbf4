import Foundation
import GRDB
import Synchronization

/// One office's database: many readers, one writer.
///
/// What a write has answered is on the disk (WAL with `synchronous=FULL`). Writes that arrive
/// together share one commit: each runs in a savepoint of its own and is answered after the fsync.
package final class OfficeDatabase: Sendable {
    package let changes = LiveChanges()
    package let condition = DatabaseCondition()
    let signedInPeople = SignedInPeople()

    /// A verb, or a query, in a transaction.
    package typealias Verb<Value> = @Sendable (Database) throws -> Value

    /// A verb that goes on from something found before.
    package typealias Next<Found, Value> = @Sendable (Database, Found) throws -> Value

    private let pool: DatabasePool
    private let logged: LoggedFiles
    /// Nothing where no server is to go on when the disk is full.
    private let ballast: Ballast?
    private let mark: JournalMark?
    private let queue = Mutex(Queue())

    private struct Queue {
        var waiting: [any PendingWrite] = []
        var isDraining = false
    }

    /// The most verbs that share a commit: bounds how long the first of them waits.
    private static let groupLimit = 256

    /// Opens or makes the database at `path` and brings its schema up to date.
    /// - Parameters:
    ///   - ballast: whether space is held beside it for what has to be written on a full disk too.
    ///   - mark: what the journal must have come to; it follows the commits from here on.
    ///   - acceptance: the moment at which a database that does not agree with the mark is taken nevertheless, which is
    ///     written down in it. Nothing: it is refused.
    /// - Throws: when the file cannot be opened, was made by a newer version or before the first release, or when SQLite
    ///   does not confirm that commits reach the disk; `OlderDatabase`, with everything left as it was.
    package init(
        path: String, ballast: Bool = false, mark: JournalMark? = nil, acceptingOlderAt acceptance: Date? = nil
    ) throws {
        FsyncFailure.endsTheProcess()
        logged = LoggedFiles(path: path)
        let foreign = mark?.check(logged)
        if let foreign {
            guard acceptance != nil else { throw foreign }
            logged.setLogAside()
        }
        // Where there is no log, the file holds everything. Opening it begins one.
        let inFile = logged.hasLog ? nil : logged.generation
        pool = try DatabasePool(path: path, configuration: Self.configuration)
        self.mark = mark
        let older = try foreign ?? Self.older(pool, mark)
        if let older, acceptance == nil {
            // Leaves nothing in the log beside a file that somebody is about to replace: SQLite would take it for the
            // new file's.
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
            throw older
        }
        try pool.writeWithoutTransaction { db in
            try Self.makeDurable(db)
            try db.execute(sql: LiveChanges.schema)
            try db.execute(sql: SearchIndex.schema)
        }
        self.ballast = ballast ? Ballast(in: (path as NSString).deletingLastPathComponent) : nil
        switch try pool.read(Migrations.otherVersion) {
        case .newer: throw OfficeDatabaseError.newerSchema
        case .unreleased: throw OfficeDatabaseError.unreleasedSchema
        case nil: try Migrations.all.migrate(pool)
        }
        try pool.write { db in
            if let older, let acceptance {
                try AuditEvent.write(db, .olderAccepted, by: nil, older.facts, at: acceptance)
            }
        }
        if let mark { try pool.read { db in try mark.begin(db, inFile: inFile, salt: logged.salt) } }
        pool.add(transactionObserver: signedInPeople, extent: .databaseLifetime)
        // What was written by others than the verbs.
        while try pool.write(SearchIndex.follow) {}
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

    /// What speaks against the database, if anything.
    private static func older(_ pool: DatabasePool, _ mark: JournalMark?) throws -> OlderDatabase? {
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

    /// Reads one consistent state.
    package func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        // A reader is free again when its query is done, not when the task that asked goes on: tasks may
        // all be waiting for a reader in `readHere`.
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { database in
                continuation.resume(with: Result { try self.condition.watching { try query(database.get()) } })
            }
        }
    }

    /// Reads one consistent state on the thread that asks: for what is found by keys in less time than it
    /// takes to hand the work to another thread and back. Not for queries that grow with the office.
    package func readHere<Value>(_ query: (Database) throws -> Value) throws -> Value {
        try condition.watching { try pool.read(query) }
    }

    /// Forgets pages of the database that are held to be read again, as soon as nobody reads them: after work that
    /// went through much of it, which is not what is asked for next.
    package func releaseMemory() {
        pool.releaseMemoryEventually()
    }

    /// Runs a verb as one transaction of its own and returns when it is on the disk.
    /// - Parameter urgent: for the few that a full disk must not stop, and that need next to no room: the end of a
    ///   session. Space is given back to the disk for them.
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

    /// The SQLite that is in use, for the log at start.
    package func sqliteVersion() async throws -> String {
        try await read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?" }
    }

    /// Holds the space again that was given back to a full disk, when there is room.
    package func fillBallast() { ballast?.fill() }

    /// Copies one consistent state into a new file at `path`, while reads and writes go on. The copy is made from
    /// inside of this process: a second process on the file is what SQLite's WAL-reset bug needs. It stands alone,
    /// without the WAL mode and its two other files.
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

    /// Breaks off every statement that runs; a transaction in which one is broken off is rolled back.
    package func interrupt() { pool.interrupt() }

    /// Moves the log into the database file and closes it.
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

    /// Once more, with space that is given back for it. A few pieces: others may take the first.
    private func commit(urgent group: [any PendingWrite], after failure: any Error, _ db: Database) {
        var failure = failure
        for _ in 0..<4 where StorageFailure(failure) != nil && ballast?.giveBack() == true {
            guard let again = tryCommit(group, db) else { return }
            failure = again
        }
        for write in group { write.answer(failure) }
    }

    /// - Returns: why nothing of the group is on the disk, and nobody has been answered; nothing when all are.
    private func tryCommit(_ group: [any PendingWrite], _ db: Database) -> (any Error)? {
        var changed: [Int64: Set<String>] = [:]
        var (last, log): (AuditChain.State?, Int64?) = (nil, nil)
        do {
            try condition.watching {
                try db.inTransaction(.immediate) {
                    for write in group {
                        write.run(db)
                        // A full disk or a failing one makes SQLite give up the whole transaction.
                        guard db.isInsideTransaction else { throw OfficeDatabaseError.transactionLost }
                    }
                    try SearchIndex.follow(db)
                    changed = try LiveChanges.take(db)
                    if mark != nil {
                        last = try AuditChain.state(db)
                        log = mark?.nextLog
                        if let log { try db.execute(sql: "PRAGMA user_version = \(log)") }
                    }
                    return .commit
                }
            }
            for write in group { write.answer(nil) }
            if let last { mark?.note(last, log: log, salt: logged.salt) }
            changes.publish(changed)
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
