import Foundation
import GRDB
import Secrets

/// The contents of an office's backup: the copy of its database, its settings, and each file that the copy names.
package struct BackupSource: Sendable {
    private let snapshot: Snapshot
    private let folder: URL

    /// - Parameter folder: the data folder.
    package init(_ snapshot: Snapshot, folder: URL) {
        self.snapshot = snapshot
        self.folder = folder
    }

    /// Sends all of it, with one piece in memory at a time. Reports a file that cannot be read, and continues.
    package func send(to sink: some BackupSink) throws {
        try send(BackupItem(database: snapshot.path), from: snapshot.path, to: sink)
        let settings = folder.appendingPathComponent(BackupItem.settings).path
        if FileBytes.size(settings) != nil {
            try send(BackupItem(path: BackupItem.settings), from: settings, to: sink)
        }
        try OfficeCopy.open(snapshot.path).read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT key, size, sha256 FROM storedFile
                    WHERE NOT EXISTS (SELECT 1 FROM lostFile WHERE fileId = storedFile.id) ORDER BY key
                    """)
            while let row = try rows.next() {
                let path = "files/\(AttachmentStore.place(row[0]))"
                let item = BackupItem(path: path, size: row[1], sha256: Hex.text(row[2]))
                try send(item, from: folder.appendingPathComponent(path).path, to: sink)
            }
        }
    }

    private func send(_ item: BackupItem, from path: String, to sink: some BackupSink) throws {
        guard FileBytes.size(path) != nil else { return try sink.missing(item, because: "it is not on the disk") }
        try sink.begin(item)
        do {
            try FileBytes.each(path) { try sink.write($0) }
        } catch is UnreadableFile where item.sha256 != nil {
            // The sink notices by itself that the bytes so far are not those of the row.
        }
        try sink.end()
    }
}
