import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// Restores an office from a backup.
package enum Restoration {
    /// Checks the backup, copies everything into an empty data folder, and verifies the result.
    ///
    /// A marker file stays when a restore is interrupted, so that no server opens an incomplete office.
    /// - Throws: `BackupError` when the folder is not empty or the backup is damaged; `StorageFailure`.
    package static func run(
        _ backup: BackupFolder, into folder: DataFolder, report: @escaping (String) -> Void
    ) throws {
        guard try folder.isEmpty() else { throw BackupError.notEmpty(folder.url.path) }
        try folder.markRestoring()
        do {
            try BackupCheck.run(backup, spare: folder.url, report: report)
        } catch {
            folder.unmarkRestoring()
            throw error
        }
        try copy(backup, to: CopiedFolder(folder.url))
        try prove(backup, folder, report)
        try OfficeCopy.open(folder.databasePath).read { db in try JournalMark.write(db, in: folder.url) }
        folder.unmarkRestoring()
        try DurableFile.sync(folder: folder.url.path)
    }

    private static func copy(_ backup: BackupFolder, to target: CopiedFolder) throws {
        try backup.eachLine { line in
            guard let line else { throw BackupError.badManifest(backup.url.appendingPathComponent("SHA256SUMS").path) }
            let file = try target.file(line.item.path)
            try FileBytes.each(backup.url.appendingPathComponent(line.item.path).path) { try file.write($0) }
            guard try file.finish() == line.sha256 else { throw BackupError.changedWhileCopied(line.item.path) }
        }
        try target.sync()
    }

    private static func prove(
        _ backup: BackupFolder, _ folder: DataFolder, _ report: @escaping (String) -> Void
    ) throws {
        // Examines a migrated copy: the restored files stay byte for byte what they were until the server opens them.
        let trial = try TrialFolder(in: folder.url)
        var findings = try trial.findings(folder.databasePath)
        if findings.allSatisfy({ $0.level != .problem }) {
            let named = try OfficeCopy.open(trial.database).read { db in try FilesExamination.named(db) }
            findings += FilesExamination.findings(of: named, in: folder.files, isDeep: true)
        }
        let problems = findings.filter { $0.level == .problem }
        for finding in problems { report(finding.sentence) }
        guard problems.isEmpty else { throw BackupError.damaged(folder.url.path, problems.count) }
    }
}
