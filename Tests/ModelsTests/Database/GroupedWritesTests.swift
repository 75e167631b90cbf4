import Foundation
import GRDB
import Models
import Synchronization
import TestSupport
import Testing

/// A savepoint for each verb, a commit for each group, answers after the commit.
@Suite("Writes that arrive together")
struct GroupedWritesTests {
    @Test("Two hundred writes share one commit, and each is answered with its own value")
    func shareCommit() async throws {
        try await TestOffice.with { office in
            let group = try await Group(office)
            let commits = group.watch.commits
            let ids = try await group.write((0..<200).map { number in { db in try Self.insert(db, "\(number)") } })
            // One commit of the write that blocked the others, and one of all the others.
            #expect(group.watch.commits == commits + 2)
            let stored = try await office.texts("SELECT id || '=' || body FROM content ORDER BY id")
            #expect(Set(stored) == Set(try ids.enumerated().map { "\(try $1.get())=\($0)" }))
        }
    }

    @Test("None is answered before the commit")
    func answeredAfterCommit() async throws {
        try await TestOffice.with { office in
            let group = try await Group(office)
            _ = try await group.write((0..<20).map { number in { db in try Self.insert(db, "\(number)") } })
            #expect(group.watch.readyAtCommit == [0, 0])
        }
    }

    @Test("One that fails undoes itself alone")
    func failsAlone() async throws {
        try await TestOffice.with { office in
            let results = try await Group(office).write([
                { db in try Self.insert(db, "first") },
                { db in
                    _ = try Self.insert(db, "broken")
                    throw NotFound()
                },
                { db in
                    _ = try Self.insert(db, "twice")
                    try db.execute(sql: "INSERT INTO office (id, name) VALUES (1, 'x')")
                    return 0
                },
                { db in try Self.insert(db, "last") },
            ])
            #expect(throws: Never.self) { try results[0].get() }
            #expect(throws: NotFound.self) { try results[1].get() }
            #expect(throws: DatabaseError.self) { try results[2].get() }
            #expect(throws: Never.self) { try results[3].get() }
            #expect(try await office.texts("SELECT body FROM content ORDER BY id") == ["first", "last"])
        }
    }

    @Test("When the commit itself fails, all are told so, nothing remains, and the next write works")
    func commitFails() async throws {
        try await TestOffice.with { office in
            let results = try await Group(office).write([
                { db in try Self.insert(db, "good") },
                { db in
                    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                    try db.execute(sql: "INSERT INTO staff (personId, role) VALUES (999999, 'head')")
                    return 0
                },
            ])
            for result in results { #expect(throws: DatabaseError.self) { try result.get() } }
            #expect(try await office.texts("SELECT body FROM content") == [])
            try await office.execute("INSERT INTO content (body) VALUES ('next')")
            #expect(try await office.texts("SELECT body FROM content") == ["next"])
        }
    }

    @Test("More than one group is written too, in the order in which they came")
    func manyGroups() async throws {
        try await TestOffice.with { office in
            let results = try await Group(office).write(
                (0..<600).map { number in { try Self.insert($0, "\(number)") } })
            let ids = try results.map { try $0.get() }
            #expect(ids == ids.sorted() && Set(ids).count == 600)
        }
    }

    private static func insert(_ db: Database, _ body: String) throws -> Int64 {
        try db.execute(sql: "INSERT INTO content (body) VALUES (?)", arguments: [body])
        return db.lastInsertedRowID
    }
}

/// Blocks the writer with a first write until all other writes of a test are queued.
private struct Group {
    let office: TestOffice
    let executor = StepExecutor()
    let watch: CommitWatch

    init(_ office: TestOffice) async throws {
        self.office = office
        let watch = CommitWatch(executor)
        self.watch = watch
        try await office.database.write { db in db.add(transactionObserver: watch, extent: .databaseLifetime) }
    }

    func write(_ verbs: [@Sendable (Database) throws -> Int64]) async throws -> [Result<Int64, any Error>] {
        let (database, gate) = (office.database, Gate())
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let holder = Task {
            try await database.write { _ in
                begin.finish()
                gate.pass()
            }
        }
        for await _ in begun {}
        var ends = watch.transactions().makeAsyncIterator()
        let tasks = verbs.map { verb in Task(executorPreference: executor) { try await database.write(verb) } }
        await executor.settle()
        gate.open()
        // The blocking transaction, and the first one of the others.
        await ends.next()
        await ends.next()
        executor.free()
        try await holder.value
        var results: [Result<Int64, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
    }
}

/// Counts commits, and at each one the tasks that are resumed but have not run yet.
private final class CommitWatch: TransactionObserver, Sendable {
    private struct State {
        var commits = 0
        var ready: [Int] = []
        var ends: AsyncStream<Void>.Continuation?
    }

    private let executor: StepExecutor
    private let state = Mutex(State())

    init(_ executor: StepExecutor) { self.executor = executor }

    var commits: Int { state.withLock { $0.commits } }
    var readyAtCommit: [Int] { state.withLock { $0.ready } }

    /// Reports the end of each transaction from now on, committed or rolled back.
    func transactions() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        state.withLock { $0.ends = continuation }
        return stream
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseWillCommit() throws {
        let ready = executor.ready
        state.withLock { if $0.ends != nil { $0.ready.append(ready) } }
    }

    func databaseDidCommit(_ db: Database) {
        state.withLock { state in
            state.commits += 1
            state.ends?.yield()
        }
    }

    func databaseDidRollback(_ db: Database) { state.withLock { _ = $0.ends?.yield() } }
}
