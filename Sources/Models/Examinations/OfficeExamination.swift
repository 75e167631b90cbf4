import Foundation
import GRDB

/// Checks an office while it works: its database, its files, its clock, its last backup.
package struct OfficeExamination: Sendable {
    private let database: OfficeDatabase
    private let folder: URL
    private let now: Date

    /// - Parameter folder: the data folder.
    package init(_ database: OfficeDatabase, folder: URL, at now: Date) {
        (self.database, self.folder, self.now) = (database, folder, now)
    }

    /// - Parameter isDeep: whether to read every byte of every file.
    package func findings(isDeep: Bool) async throws -> [Finding] {
        let files = folder.appendingPathComponent("files", isDirectory: true)
        let (inside, named, last) = try await database.read { [self] db in
            let database = try DatabaseExamination.findings(db)
            guard database.allSatisfy({ $0.level != .problem }) else {
                return (database, nil as [FilesExamination.Named]?, [Finding]())
            }
            let last = try [FilesExamination.orphans(db, in: files, at: now), clock(db), backup(db)]
            return (database, try FilesExamination.named(db), last)
        }
        let found = named.map { FilesExamination.findings(of: $0, in: files, isDeep: isDeep) } ?? []
        let quarantine = FilesExamination.quarantine(in: files)
        return try await [version(), durability()] + inside + found + last + [quarantine, log()]
    }

    /// sqlite.org/wal.html, "The WAL-Reset Bug": in 3.7.0 to 3.51.2, fixed in 3.51.3, 3.50.7 and 3.44.6.
    private func version() async throws -> Finding {
        let text = try await database.sqliteVersion()
        let parts = text.split(separator: ".").compactMap { Int($0) }
        let version = parts.reduce(0) { $0 * 1000 + $1 }
        let isMended =
            version >= 3_051_003 || (3_050_007..<3_051_000).contains(version)
            || (3_044_006..<3_045_000).contains(version)
        if isMended { return Finding(.fine, "SQLite", text) }
        return Finding(
            .fine, "SQLite",
            """
            \(text) has the WAL-reset bug, which can destroy a database that two processes use at once; skrytka keeps \
            a second one out by its lock, so never open office.sqlite with another program, a replicator or a shell
            """
        )
    }

    private func durability() async throws -> Finding {
        let synchronous = try await database.write { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") }
        guard synchronous == 2 else {
            return Finding(
                .problem, "Durability", "a power cut could lose what was answered (synchronous is not FULL)",
                advice: "stop the server and report this as a bug"
            )
        }
        return Finding(.fine, "Durability", "what is answered is on the disk (WAL, synchronous=FULL)")
    }

    private func log() -> Finding {
        let size = FileBytes.size(folder.appendingPathComponent("office.sqlite-wal").path) ?? 0
        let text = size.formatted(.byteCount(style: .file))
        guard size > 256 * 1024 * 1024 else { return Finding(.fine, "Write-ahead log", text) }
        return Finding(
            .warning, "Write-ahead log", "\(text): it could not be folded into the database for long",
            advice: "start the server anew, and look again"
        )
    }

    private func clock(_ db: Database) throws -> Finding {
        let advice = "set the machine's clock, and let it be kept right (timedatectl set-ntp true)"
        let last = try Int64.fetchOne(db, sql: "SELECT max(at) FROM auditEvent").map(Date.init(milliseconds:))
        if let last, last.timeIntervalSince(now) > 60 {
            let sentence =
                "it says \(now.formatted(.iso8601)), and the journal has an entry of \(last.formatted(.iso8601))"
            return Finding(.problem, "Clock", sentence, advice: advice)
        }
        let zone = try Office.find(db)?.timeZone ?? "?"
        guard TimeZone(identifier: zone) != nil else {
            return Finding(
                .problem, "Clock", "the office's time zone \(zone) is not known here", advice: "install tzdata")
        }
        return Finding(.fine, "Clock", "\(now.formatted(.iso8601)), shown in \(zone)")
    }

    private func backup(_ db: Database) throws -> Finding {
        if try Office.find(db)?.isDemo == true { return Finding(.fine, "Backup", "the demo needs none") }
        let advice = "run «skrytka backup DIR» daily, onto another disk"
        let last = try Int64.fetchOne(
            db, sql: "SELECT at FROM auditEvent WHERE action = ? ORDER BY id DESC LIMIT 1",
            arguments: [AuditEvent.Action.backedUp]
        ).map(Date.init(milliseconds:))
        guard let last else { return Finding(.warning, "Backup", "none was ever made", advice: advice) }
        let hours = Int(now.timeIntervalSince(last) / 3600)
        let sentence = "the last one was made \(last.formatted(.iso8601)), \(Finding.ago(hours: hours))"
        return Finding(hours > 48 ? .warning : .fine, "Backup", sentence, advice: hours > 48 ? advice : nil)
    }
}
