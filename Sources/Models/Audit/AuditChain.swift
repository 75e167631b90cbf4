import Foundation
import GRDB
import Secrets

/// The journal as a chain: each entry holds the SHA-256 of the entry before it and of its own content,
/// so that whoever noted the last hash notices every later change, insertion and deletion.
///
/// The hash of an entry is SHA-256 over these bytes, in this order:
///
/// 1. the 32 bytes of the hash before; 32 zero bytes for the first entry;
/// 2. `id`, `at`, `personId`, `action`, `firmId`, `subject`, `detail`, each as `<length>:<text>,` where
///    the text is UTF-8 (a number in decimal digits), its length is the count of its bytes in decimal,
///    and NULL is `-,`.
///
/// `id` counts from 1 without gaps, `at` is milliseconds since 1970 in UTC, `detail` is the stored text,
/// byte for byte. In Python, `field(v)` being `b"-,"` for `None` and else
/// `b"%d:%s," % (len(b), b)` with `b = str(v).encode()`:
///
///     h = bytes(32)
///     columns = "id, at, personId, action, firmId, subject, detail, hash"
///     for row in db.execute(f"SELECT {columns} FROM auditEvent ORDER BY id"):
///         h = hashlib.sha256(h + b"".join(map(field, row[:7]))).digest()
///         assert h == row[7], row[0]
///
/// This form never changes: a change would invalidate every hash that was noted elsewhere.
package enum AuditChain {
    /// The previous hash of the first entry: 32 zero bytes.
    static let start = Data(count: SHA256Digest.count)

    /// How many entries the chain has, with the hash of the last, to be noted elsewhere.
    package struct State: Sendable, Equatable {
        /// The number of entries, which is also the number of the last one.
        package let count: Int64
        /// The hash of the last entry, of 32 bytes; zeros for an empty journal.
        package let head: Data
    }

    /// The number of the first entry that was changed or is missing.
    package struct Broken: Error, Equatable, CustomStringConvertible {
        package let row: Int64
        package var description: String { "the journal was changed: entry \(row) is not what was written" }
    }

    /// Verifies the whole journal, with one entry in memory at a time.
    /// - Throws: `Broken` naming the first entry that does not follow from those before.
    package static func verify(_ db: Database) throws -> State {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, at, personId, action, firmId, subject, detail, hash FROM auditEvent ORDER BY id"
        )
        var state = State(count: 0, head: start)
        while let row = try rows.next() {
            state = try next(state, row)
        }
        // SQLite's counter of ids also counts entries that were deleted at the end.
        guard try counted(db) == state.count else { throw Broken(row: state.count + 1) }
        return state
    }

    /// Returns the state after the entry of a row, or throws `Broken` when it does not follow from the state before.
    private static func next(_ state: State, _ row: Row) throws -> State {
        let values = Array(row.databaseValues)
        let id = state.count + 1
        guard values[0].storage == .int64(id), let content = canonical(values.prefix(7)),
            case .blob(let stored) = values[7].storage, hash(content, after: state.head) == stored
        else { throw Broken(row: id) }
        return State(count: id, head: stored)
    }
}

extension AuditChain {
    /// Returns the entry that the next one follows. Read inside the transaction, because a rollback takes entries and
    /// their numbers back.
    static func last(_ db: Database) throws -> (id: Int64, hash: Data) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT seq, (SELECT hash FROM auditEvent ORDER BY id DESC LIMIT 1)
                FROM sqlite_sequence WHERE name = 'auditEvent'
                """)
        guard let row = try Row.fetchOne(statement) else { return (0, start) }
        return (row[0], row[1] ?? start)
    }

    /// Returns the state of the chain without verifying the entries.
    static func state(_ db: Database) throws -> State {
        let last = try last(db)
        return State(count: last.id, head: last.hash)
    }

    /// Appends an entry and returns its hash.
    /// - Parameter values: `id`, `at`, `personId`, `action`, `firmId`, `subject`, `detail`.
    @discardableResult
    static func append(_ db: Database, _ values: [DatabaseValue], after previous: Data) throws -> Data {
        guard let content = canonical(values[...]) else {
            throw DatabaseError(message: "an entry of the journal holds numbers and texts only")
        }
        let hash = hash(content, after: previous)
        try db.cachedStatement(
            sql: """
                INSERT INTO auditEvent (id, at, personId, action, firmId, subject, detail, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: StatementArguments(values + [hash.databaseValue]))
        return hash
    }

    /// Returns the bytes to hash; `nil` for values of types that no entry has.
    static func canonical(_ values: ArraySlice<DatabaseValue>) -> Data? {
        var bytes = Data()
        for value in values {
            switch value.storage {
            case .null: bytes.append(contentsOf: "-,".utf8)
            case .int64(let number): append("\(number)", to: &bytes)
            case .string(let text): append(text, to: &bytes)
            case .double, .blob: return nil
            }
        }
        return bytes
    }

    static func hash(_ content: Data, after previous: Data) -> Data { SHA256Digest.of(previous + content) }

    private static func append(_ text: String, to bytes: inout Data) {
        bytes.append(contentsOf: "\(text.utf8.count):\(text),".utf8)
    }

    /// Returns how many entries were ever written.
    static func counted(_ db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'auditEvent'")
        return try Int64.fetchOne(statement) ?? 0
    }
}
