import Dates
import GRDB
import Synchronization

/// Tells open pages that their data has changed. A verb records inside its transaction which people a change concerns
/// and its topic (`conversation/8`, `broadcast/3`, `questions`); the people's streams are told after the commit.
package final class LiveChanges: Sendable {
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
    /// The tables are in the writer's temporary schema, so that rolling back a savepoint also removes its rows.
    static let schema = """
        CREATE TEMP TABLE liveChange (
            personId INTEGER NOT NULL,
            about TEXT NOT NULL,
            PRIMARY KEY (personId, about)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE changedConversation (
            conversationId INTEGER NOT NULL,
            day TEXT NOT NULL,
            PRIMARY KEY (conversationId, day)
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

    /// Records, in a verb's transaction, that conversations have changed, for everyone who may see them. The people are
    /// looked up once for all verbs of a commit.
    /// - Parameter conversations: a query of their ids.
    static func record(_ db: Database, conversations: SQL, on day: Day) throws {
        try db.executeCached(
            "INSERT OR IGNORE INTO temp.changedConversation SELECT *, \(day) FROM (\(conversations))")
    }

    static func record(_ db: Database, conversation: Int64, on day: Day) throws {
        try record(db, conversations: "VALUES (\(conversation))", on: day)
    }

    static func record(_ db: Database, about: String, person: Int64) throws {
        try db.executeCached("INSERT OR IGNORE INTO temp.liveChange VALUES (\(person), \(about))")
    }

    static func take(_ db: Database) throws -> [Int64: Set<String>] {
        try tellReaders(db)
        var changes: [Int64: Set<String>] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT personId, about FROM temp.liveChange"))
        while let row = try rows.next() {
            changes[row[0], default: []].insert(row[1])
        }
        if !changes.isEmpty { try db.cachedStatement(sql: "DELETE FROM temp.liveChange").execute() }
        return changes
    }

    /// Finds the people who may see the changed conversations, and tells the office's lists as well, and for a notice
    /// its report.
    private static func tellReaders(_ db: Database) throws {
        let any = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM temp.changedConversation)")
        guard try Bool.fetchOne(any) == true else { return }
        let changed: SQL = "temp.changedConversation CROSS JOIN conversation ON conversation.id = conversationId"
        try db.executeCached(
            """
            INSERT OR IGNORE INTO temp.liveChange WITH colleague AS (
                SELECT conversation.id, broadcastId, staff.personId
                FROM \(changed) CROSS JOIN \(FirmScope.colleagues(on: "day"))
            )
            SELECT personId, 'conversation/' || conversation.id
            FROM \(changed) CROSS JOIN reader ON \(FirmScope.readsConversation)
            UNION ALL SELECT personId, 'conversation/' || id FROM colleague
            UNION ALL SELECT personId, 'questions' FROM colleague UNION ALL SELECT personId, 'firms' FROM colleague
            UNION ALL SELECT personId, 'broadcast/' || broadcastId FROM colleague WHERE broadcastId IS NOT NULL
            """)
        try db.cachedStatement(sql: "DELETE FROM temp.changedConversation").execute()
    }
}
