import Foundation
import GRDB
import Secrets
import Synchronization

/// How far the journal had come, in a file beside the database: `journal.head`, a line with the number of the last entry,
/// its hash, and the number of the last write-ahead log that the database's file holds whole. By it an older database,
/// one whose log was lost, and one beside which another's log lies are noticed when they are opened.
///
/// It follows the commits, a moment later: a database that is ahead of it is right, one that is behind is not.
package final class JournalMark: Sendable {
    static let name = "journal.head"
    /// The file is written at most this often, so that no answer waits for it and no disk is kept busy by it.
    private static let pause = DispatchTimeInterval.milliseconds(500)

    private let path: String
    private let queue = DispatchQueue(label: "journal.head")
    private let state = Mutex(State())

    private struct State {
        var newest: AuditChain.State?
        var logs = LogGenerations()
        var written: String?
        var isAwaited = false
        var lastWrite: DispatchTime?
    }

    /// - Parameter folder: the data folder.
    package init(in folder: URL) { path = folder.appendingPathComponent(Self.name).path }

    /// Takes what an opened database says.
    /// - Parameters:
    ///   - inFile: the number of the last log that its file holds; nothing when it was opened with a log.
    ///   - salt: of its log.
    func begin(_ db: Database, inFile: Int64?, salt: UInt64?) throws {
        let (newest, last) = (try AuditChain.state(db), try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
        state.withLock { state in
            state.newest = newest
            state.logs = LogGenerations(inFile: inFile ?? Mark(path)?.log ?? 0, last: last, salt: salt)
        }
        flush()
    }

    /// The number that the next commit has to write for its log, if any.
    var nextLog: Int64? { state.withLock { $0.logs.next } }

    /// Notes the last entry of a commit that is on the disk, and returns at once.
    /// - Parameters:
    ///   - log: the number that it wrote for its log.
    ///   - salt: of that log.
    func note(_ newest: AuditChain.State, log: Int64?, salt: UInt64?) {
        let deadline: DispatchTime? = state.withLock { state in
            state.logs.committed(log, salt: salt)
            guard state.newest != newest else { return nil }
            state.newest = newest
            if state.isAwaited { return nil }
            state.isAwaited = true
            return max(.now(), state.lastWrite.map { $0 + Self.pause } ?? .now())
        }
        guard let deadline else { return }
        queue.asyncAfter(deadline: deadline) { self.write() }
    }

    /// Writes what was noted, before the process ends.
    func flush() { queue.sync { write() } }

    private func write() {
        let line: String? = state.withLock { state in
            state.isAwaited = false
            state.lastWrite = .now()
            let line = state.newest?.line(log: state.logs.inFile)
            return line == state.written ? nil : line
        }
        // A disk that refuses is no matter here: the file is behind then, which is right, and the next commit says more.
        guard let line, (try? DurableFile.write(Data(line.utf8), to: path)) != nil else { return }
        state.withLock { $0.written = line }
    }
}

extension JournalMark {
    /// Holds a database to the mark, before anything in it is changed. Where there is no mark, none is asked for.
    /// - Throws: `OlderDatabase`.
    func check(_ db: Database) throws {
        guard FileBytes.size(path) != nil else { return }
        guard let mark = Mark(path) else { throw OlderDatabase.unreadable(path) }
        let last = try db.tableExists("auditEvent") ? AuditChain.state(db).count : 0
        guard last >= mark.count else { throw OlderDatabase.behind(entries: last, expected: mark.count) }
        guard mark.count > 0 else { return }
        let hash = try Data.fetchOne(db, sql: "SELECT hash FROM auditEvent WHERE id = ?", arguments: [mark.count])
        guard hash.map(Hex.text) == mark.head else { throw OlderDatabase.another(entry: mark.count) }
    }

    /// Holds the database's file to the log beside it, before SQLite has seen either.
    /// - Returns: what speaks against the two.
    func check(_ files: LoggedFiles) -> OlderDatabase? {
        guard files.hasLog, let expected = Mark(path)?.log, files.generation < expected else { return nil }
        return .foreignLog(held: files.generation, expected: expected)
    }

    /// Writes the mark of a database that nobody has opened yet.
    /// - Throws: `StorageFailure` when the disk refuses.
    static func write(_ db: Database, in folder: URL) throws {
        let line = try AuditChain.state(db).line(log: try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
        try DurableFile.write(Data(line.utf8), to: folder.appendingPathComponent(name).path)
    }
}

/// A database that is not the one which its folder's mark speaks of.
package enum OlderDatabase: Error, Equatable, CustomStringConvertible {
    case behind(entries: Int64, expected: Int64)
    case another(entry: Int64)
    case unreadable(String)
    /// Logs are told apart by numbers: that of the last one that the file holds, and that which it held.
    case foreignLog(held: Int64, expected: Int64)

    package var description: String {
        switch self {
        case .behind(let entries, let expected):
            """
            office.sqlite is older than what this folder has answered: its journal ends at entry \(entries), and \
            \(expected) were written; \(Self.wayOn)
            """
        case .another(let entry):
            """
            office.sqlite is not the database of this folder: entry \(entry) of its journal is another one than was \
            written; \(Self.wayOn)
            """
        case .unreadable(let path):
            "\(path) cannot be read or understood, so nothing proves this database; \(Self.wayOn)"
        case .foreignLog:
            """
            office.sqlite is older than the office.sqlite-wal beside it, which belongs to another state of the database: \
            the two must not be put together; \(Self.wayOn), which sets that log aside as office.sqlite-wal.aside
            """
        }
    }

    /// For the journal of the database that was accepted.
    var facts: [String: String] {
        switch self {
        case .behind(let entries, let expected): ["entries": "\(entries)", "expected": "\(expected)"]
        case .another(let entry): ["otherEntry": "\(entry)"]
        case .unreadable: ["mark": "unreadable"]
        case .foreignLog(let held, let expected): ["log": "\(held)", "expectedLog": "\(expected)"]
        }
    }

    private static let wayOn = """
        put the newest office.sqlite back together with its office.sqlite-wal, or restore the last backup; to go on with \
        this one and without what is newer, start the server once with --accept-older
        """
}

extension AuditChain.State {
    /// `1234 ab12… 7`
    fileprivate func line(log: Int64) -> String { "\(count) \(Hex.text(head)) \(log)\n" }
}

/// The line as it is read again.
private struct Mark {
    let count: Int64
    /// In hexadecimal digits.
    let head: String
    /// Nothing in a mark from before logs were numbered.
    let log: Int64?

    init?(_ path: String) {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        let parts = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard (2...3).contains(parts.count), let count = Int64(parts[0]), count >= 0,
            parts[1].utf8.count == 2 * SHA256Digest.count
        else { return nil }
        (self.count, head, log) = (count, String(parts[1]), parts.count == 3 ? Int64(parts[2]) : nil)
    }
}
