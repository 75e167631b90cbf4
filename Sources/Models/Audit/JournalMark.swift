import Foundation
import GRDB
import Secrets
import Synchronization

/// Notes the end of the journal in a file beside the database, `journal.head`: a line with the number of the last
/// entry, its hash, and the number of the last write-ahead log that the database's file contains in full. With it the
/// server notices on opening an older database, one whose log was lost, and one beside which lies another database's
/// log.
///
/// It follows the commits, a moment later: a database that is ahead of it is right, one that is behind is not.
package final class JournalMark: DatabaseMark {
    static let name = "journal.head"
    /// The file is written at most this often, so that no response waits for it and the disk is not kept busy.
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

    func begin(_ db: Database, inFile: Int64?, salt: UInt64?) throws {
        let (newest, last) = (try AuditChain.state(db), try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
        state.withLock { state in
            state.newest = newest
            state.logs = LogGenerations(inFile: inFile ?? Mark(path)?.log ?? 0, last: last, salt: salt)
        }
        flush()
    }

    func willCommit(_ db: Database) throws -> @Sendable (UInt64?) -> Void {
        let (newest, log) = (try AuditChain.state(db), state.withLock { $0.logs.next })
        if let log { try db.execute(sql: "PRAGMA user_version = \(log)") }
        return { salt in self.note(newest, log: log, salt: salt) }
    }

    /// Notes the last entry of a commit that is on the disk, and returns at once.
    /// - Parameters:
    ///   - log: the number that it wrote for its log.
    ///   - salt: of that log.
    private func note(_ newest: AuditChain.State, log: Int64?, salt: UInt64?) {
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

    /// Writes the noted state before the process ends.
    func flush() { queue.sync { write() } }

    private func write() {
        let line: String? = state.withLock { state in
            state.isAwaited = false
            state.lastWrite = .now()
            let line = state.newest?.line(log: state.logs.inFile)
            return line == state.written ? nil : line
        }
        // A write error is harmless here: the file is then behind the database, which is allowed, and the next commit
        // tries again.
        guard let line, (try? DurableFile.write(Data(line.utf8), to: path)) != nil else { return }
        state.withLock { $0.written = line }
    }
}

extension JournalMark {
    /// Passes where there is no mark.
    func check(_ db: Database) throws {
        guard FileBytes.size(path) != nil else { return }
        guard let mark = Mark(path) else { throw OlderDatabase.unreadable(path) }
        let last = try db.tableExists("auditEvent") ? AuditChain.state(db).count : 0
        guard last >= mark.count else { throw OlderDatabase.behind(entries: last, expected: mark.count) }
        guard mark.count > 0 else { return }
        let hash = try Data.fetchOne(db, sql: "SELECT hash FROM auditEvent WHERE id = ?", arguments: [mark.count])
        guard hash.map(Hex.text) == mark.head else { throw OlderDatabase.another(entry: mark.count) }
    }

    func check(_ files: LoggedFiles) -> OlderDatabase? {
        guard files.hasLog, let expected = Mark(path)?.log, files.generation < expected else { return nil }
        return .foreignLog(held: files.generation, expected: expected)
    }

    func accept(_ older: OlderDatabase, _ db: Database, at now: Date) throws {
        try AuditEvent.write(db, .olderAccepted, by: nil, older.facts, at: now)
    }

    /// Writes the mark of a database that was never opened.
    /// - Throws: `StorageFailure` when the disk refuses.
    static func write(_ db: Database, in folder: URL) throws {
        let line = try AuditChain.state(db).line(log: try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
        try DurableFile.write(Data(line.utf8), to: folder.appendingPathComponent(name).path)
    }
}

extension AuditChain.State {
    /// Returns the line of the file: `1234 ab12… 7`.
    fileprivate func line(log: Int64) -> String { "\(count) \(Hex.text(head)) \(log)\n" }
}

/// The parsed line of the file.
private struct Mark {
    let count: Int64
    /// In hexadecimal digits.
    let head: String
    let log: Int64

    init?(_ path: String) {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        let parts = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 3, let count = Int64(parts[0]), count >= 0,
            parts[1].utf8.count == 2 * SHA256Digest.count, let log = Int64(parts[2])
        else { return nil }
        (self.count, head, self.log) = (count, String(parts[1]), log)
    }
}
