import Foundation
import GRDB
import Secrets

/// Verifies a backup: that its bytes are those that were written, and that an office can be opened from it.
package struct BackupCheck {
    private let backup: BackupFolder
    private let report: (String) -> Void
    private var (files, bytes, problems) = (0, Int64(0), 0)

    /// Reads every byte of the backup, and opens a copy of its database in a spare folder as a server would.
    ///
    /// - Parameters:
    ///   - spare: a folder with space for a second database; the copy is removed afterwards.
    ///   - report: receives a sentence about each problem.
    /// - Throws: `BackupError.damaged` when there was any.
    package static func run(_ backup: BackupFolder, spare: URL, report: @escaping (String) -> Void) throws {
        var check = BackupCheck(backup: backup, report: report)
        try check.checkSums()
        let trial = try TrialFolder(in: spare)
        if try check.checkDatabase(trial) {
            try OfficeCopy.open(check.path(BackupItem.database)).read { db in try check.checkRows(db) }
            try OfficeCopy.open(trial.database).read { db in
                try check.checkFiles(db)
                try check.checkStrangers(db)
            }
        }
        guard check.problems == 0 else { throw BackupError.damaged(backup.url.path, check.problems) }
    }

    private init(backup: BackupFolder, report: @escaping (String) -> Void) {
        self.backup = backup
        self.report = report
    }

    private mutating func checkSums() throws {
        let digest = try? FileBytes.sha256(path(BackupManifest.sums))
        if digest == nil { problem("\(BackupManifest.sums) is missing or cannot be read") }
        if let digest, digest != backup.manifest.sumsSHA256 { problem("\(BackupManifest.sums) has changed") }
    }

    /// - Returns: whether the database can be queried about the files.
    private mutating func checkDatabase(_ trial: TrialFolder) throws -> Bool {
        guard let digest = try? FileBytes.sha256(path(BackupItem.database)) else {
            problem("\(BackupItem.database) is missing or cannot be read")
            return false
        }
        guard digest == backup.manifest.databaseSHA256 else {
            problem("\(BackupItem.database) has changed or is cut off")
            return false
        }
        for finding in try trial.findings(path(BackupItem.database)) where finding.level == .problem {
            problem("\(finding.subject.lowercased()): \(finding.sentence)")
        }
        return problems == 0
    }

    private mutating func checkFiles(_ db: Database) throws {
        try backup.eachLine { line in
            guard let line else { return problem("\(BackupManifest.sums) has a line that is none") }
            files += 1
            let path = path(line.item.path)
            guard let size = FileBytes.size(path) else { return problem("\(line.item.path) is missing") }
            bytes += size
            guard let digest = try? FileBytes.sha256(path), digest == line.sha256 else {
                return problem("\(line.item.path) has changed: its bytes are not those that were written")
            }
            guard let key = line.item.key else { return }
            if try StoredFile.sha256(db, key: key) != digest {
                problem("\(line.item.path) is not the file that the database names")
            }
        }
        if files != backup.manifest.files || bytes != backup.manifest.bytes {
            problem("the manifest counts \(backup.manifest.files) files of \(backup.manifest.bytes) bytes, not these")
        }
        let folder = backup.url.appendingPathComponent("files")
        for finding in FilesExamination.findings(of: try FilesExamination.named(db), in: folder, isDeep: false)
        where finding.level == .problem {
            problem(finding.sentence)
        }
    }

    /// Checks the database as it was written, whatever its schema.
    private mutating func checkRows(_ db: Database) throws {
        let manifest = backup.manifest
        if try BackupManifest.rows(db) != manifest.rows {
            problem("the database has not as many rows as the manifest says")
        }
        // The chain itself was verified in the examination of the database.
        let entries = try AuditChain.counted(db)
        let head = Hex.text(try AuditChain.last(db).hash)
        if entries != manifest.journalEntries || head != manifest.journalHead {
            problem("the journal does not end as the manifest says: \(manifest.journalSummary)")
        }
    }

    private mutating func checkStrangers(_ db: Database) throws {
        let own: Set = [BackupManifest.name, BackupManifest.sums, BackupItem.database, BackupItem.settings]
        let base = backup.url.resolvingSymlinksInPath().path
        let found = FileManager.default.enumerator(
            at: URL(fileURLWithPath: base), includingPropertiesForKeys: [.isDirectoryKey])
        while let url = found?.nextObject() as? URL {
            guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else { continue }
            let place = String(url.path.dropFirst(base.count + 1))
            let key = BackupItem(path: place).isProper ? url.lastPathComponent : ""
            if !own.contains(place), try !StoredFile.isKnown(db, key: key) {
                problem("\(place) does not belong to the backup")
            }
        }
    }

    private func path(_ place: String) -> String { backup.url.appendingPathComponent(place).path }

    private mutating func problem(_ sentence: String) {
        problems += 1
        report(sentence)
    }
}
