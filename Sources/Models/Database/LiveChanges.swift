import Dates
import GRDB
import Synchronization

/// Tells open pages that something of theirs has changed. A verb records, inside its own
/// transaction, whom a change concerns and what it is about (`conversation/8`, `broadcast/3`,
/// `questions`); the people's streams hear of it only after the commit.
package final class LiveChanges: CommitHook {
    package typealias Stream = AsyncStream<Set<String>>

    private struct State {
        var next = 0
        var listeners: [Int64: [Int: Stream.Continuation]] = [:]
    }

    private let state = Mutex(State())

    /// The most streams of one person at once, enough for a few browsers. One more ends the oldest.
    package static let limit = 20

    package init() {}

    /// Returns a stream of the changed topics for one person. A slow listener loses the oldest events.
    package func stream(for personId: Int64) -> Stream {
        let (stream, continuation) = Stream.makeStream(bufferingPolicy: .bufferingNewest(256))
        let (number, oldest) = state.withLock { state in
            state.next += 1
            var own = state.listeners[personId, default: [:]]
            let oldest = own.count < Self.limit ? nil : own.keys.min().flatMap { own.removeValue(forKey: $0) }
            own[state.next] = continuation
            state.listeners[personId] = own
            return (state.next, oldest)
        }
        oldest?.finish()
        continuation.onTermination = { [weak self] _ in self?.remove(number, of: personId) }
        return stream
    }

    /// How many streams are open.
    package var listeners: Int { state.withLock { $0.listeners.values.reduce(0) { $0 + $1.count } } }

    /// Sends every listener an empty event.
    package func tick() {
        let all = state.withLock { $0.listeners.values.flatMap(\.values) }
        for continuation in all { continuation.yield([]) }
    }

    /// Ends every stream, so that a shutdown need not wait for them.
    package func finish() {
        let all = state.withLock { state in
            defer { state.listeners = [:] }
            return state.listeners.values.flatMap(\.values)
        }
        for continuation in all { continuation.finish() }
    }

    func prepare(_ db: Database) throws { try db.execute(sql: Self.schema) }

    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? {
        let changes = try Self.take(db)
        if changes.isEmpty { return nil }
        return { self.publish(changes) }
    }

    func publish(_ changes: [Int64: Set<String>]) {
        for (person, about) in changes {
            let continuations = state.withLock { $0.listeners[person].map { Array($0.values) } ?? [] }
            for continuation in continuations { continuation.yield(about) }
        }
    }

    private func remove(_ number: Int, of personId: Int64) {
        state.withLock { state in
            state.listeners[personId]?[number] = nil
            if state.listeners[personId]?.isEmpty == true { state.listeners[personId] = nil }
        }
    }
}

extension LiveChanges {
    /// The tables stand in the writer's temporary schema: a rolled-back savepoint takes its rows along.
    private static let schema = """
        CREATE TEMP TABLE liveChange (
            personId INTEGER NOT NULL,
            about TEXT NOT NULL,
            PRIMARY KEY (personId, about)
        ) WITHOUT ROWID;
        """

    /// Records, in a verb's transaction, that something changed for the people that a query selects.
    /// - Parameter people: a query of `personId`, run once for all topics.
    static func record(_ db: Database, about topics: [String], people: SQL) throws {
        let values = topics.map { "(\($0))" as SQL }.joined(separator: ", ")
        try db.executeCached(
            """
            INSERT OR IGNORE INTO temp.liveChange
            SELECT personId, column1 FROM (\(people)) CROSS JOIN (VALUES \(values))
            """)
    }

    static func record(_ db: Database, about: String, person: Int64) throws {
        try db.executeCached("INSERT OR IGNORE INTO temp.liveChange VALUES (\(person), \(about))")
    }

    private static func take(_ db: Database) throws -> [Int64: Set<String>] {
        var changes: [Int64: Set<String>] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT personId, about FROM temp.liveChange"))
        while let row = try rows.next() {
            changes[row[0], default: []].insert(row[1])
        }
        if !changes.isEmpty { try db.cachedStatement(sql: "DELETE FROM temp.liveChange").execute() }
        return changes
    }
}
