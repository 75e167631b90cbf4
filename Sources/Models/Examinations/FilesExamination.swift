import Foundation
import GRDB
import Secrets

/// Checks that each file that the database names is on the disk with its bytes, and that there are no others.
package struct FilesExamination {
    private let folder: URL
    private var shown: [Finding] = []
    private var damaged = 0
    private var count = 0

    /// The most files that are named individually.
    private static let limit = 20

    /// The columns of a stored file that are compared with the disk.
    package struct Named: StoredRow {
        let id: Int64
        let key: String
        let size: Int64
        let sha256: Data
        let name: String
    }

    private init(folder: URL) { self.folder = folder }

    /// Returns all files that the database names, except those declared lost. They are examined after the read
    /// transaction has ended: reading an office's files takes long, and an open transaction keeps the log from being
    /// checkpointed.
    package static func named(_ db: Database) throws -> [Named] {
        try Named.fetchAll(
            db,
            sql: """
                SELECT id, key, size, sha256, name FROM storedFile
                WHERE NOT EXISTS (SELECT 1 FROM lostFile WHERE fileId = storedFile.id) ORDER BY key
                """)
    }

    /// - Parameters:
    ///   - folder: the folder of files.
    ///   - isDeep: whether to read the bytes and compare their SHA-256, instead of comparing sizes only.
    package static func findings(of files: [Named], in folder: URL, isDeep: Bool) -> [Finding] {
        var examination = FilesExamination(folder: folder)
        for file in files { examination.examine(file, isDeep: isDeep) }
        return examination.result(isDeep: isDeep)
    }

    private mutating func examine(_ file: Named, isDeep: Bool) {
        count += 1
        let path = folder.appendingPathComponent(AttachmentStore.place(file.key)).path
        guard let fault = Self.fault(path, file.size, isDeep ? file.sha256 : nil) else { return }
        damaged += 1
        guard damaged <= Self.limit else { return }
        shown.append(
            Finding(
                .problem, "Files", "file \(file.id) («\(file.name)», \(path)) \(fault)",
                advice: "copy it back from a backup: it has the same place there"))
    }

    private static func fault(_ path: String, _ size: Int64, _ sha256: Data?) -> String? {
        guard let found = FileBytes.size(path) else { return "is missing" }
        guard found == size else { return "has \(found) bytes instead of \(size)" }
        guard let sha256 else { return nil }
        guard let digest = try? FileBytes.sha256(path) else { return "cannot be read" }
        return digest == Hex.text(sha256) ? nil : "has changed: its SHA-256 is not the one written down"
    }

    private func result(isDeep: Bool) -> [Finding] {
        guard damaged > 0 else {
            let how = isDeep ? "with the right bytes" : "with the right size (--deep reads the bytes as well)"
            return [Finding(.fine, "Files", "\(Finding.files(count)) there \(how)")]
        }
        guard damaged > Self.limit else { return shown }
        return shown + [Finding(.problem, "Files", "… and \(damaged - Self.limit) more of \(count)")]
    }
}

extension FilesExamination {
    /// Counts the files on the disk that no row names and that are too old to be uploads in progress.
    package static func orphans(_ db: Database, in folder: URL, at now: Date) throws -> Finding {
        var count = 0
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .contentModificationDateKey]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: Array(keys))
        while let url = files?.nextObject() as? URL {
            if url.lastPathComponent == Quarantine.name {
                files?.skipDescendants()
                continue
            }
            let values = try url.resourceValues(forKeys: keys)
            // The sweep runs once an hour and removes them after a day.
            guard values.isRegularFile == true, let changed = values.contentModificationDate,
                now.timeIntervalSince(changed) > 26 * 3600, try !StoredFile.isKnown(db, key: url.lastPathComponent)
            else { continue }
            count += 1
        }
        guard count > 0 else { return Finding(.fine, "Orphans", "no file is there that nothing names") }
        return Finding(
            .warning, "Orphans", "\(Finding.files(count)) there that nothing names",
            advice:
                "the running server puts them into files/.orphans within the hour; if they stay, look for its errors"
        )
    }

    /// Reports how many files are in quarantine, and when the first is removed.
    package static func quarantine(in folder: URL) -> Finding {
        let (count, next) = Quarantine(in: folder.path).contents
        guard count > 0, let next else { return Finding(.fine, "Quarantine", "no file waits in files/.orphans") }
        return Finding(
            .fine, "Quarantine",
            "\(Finding.files(count)) in files/.orphans without a row; the first is removed \(next.formatted(.iso8601))")
    }
}
