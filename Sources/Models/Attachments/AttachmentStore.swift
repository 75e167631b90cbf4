import Foundation
import GRDB
import Secrets

/// The bytes of files, on the disk beside the database. A file comes to its place whole: it is
/// written elsewhere, made durable, then renamed; only after that may a row name it.
package struct AttachmentStore: Sendable {
    package let folder: URL
    private let folderPath: String
    /// The room on its disk.
    package let room: DiskRoom
    /// While it is held nothing is removed.
    package let removalStop = RemovalStop()

    /// What is known of a file when its bytes are safe.
    package struct Kept: Sendable {
        package let key: String
        package let name: String
        package let type: FileType
        package let size: Int64
        package let sha256: Data
    }

    /// The largest file that a message takes, in bytes.
    package static let limit: Int64 = 100 * 1024 * 1024

    /// - Parameter floor: free space, in bytes, that files leave.
    package init(folder: URL, floor: Int64 = DiskSpace.defaultFloor) throws {
        self.folder = folder
        folderPath = folder.path
        room = DiskRoom(folder: folderPath, floor: floor)
        for url in [folder, folder.appendingPathComponent("incoming")] {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        }
    }

    /// Where the bytes of a key are. Built from the key alone, never from a name.
    package func path(_ key: String) -> String {
        "\(folderPath)/\(Self.place(key))"
    }

    /// The same below the folder of files: `ab/ab12…`.
    package static func place(_ key: String) -> String { "\(key.prefix(2))/\(key)" }

    package func has(_ key: String) -> Bool { FileManager.default.fileExists(atPath: path(key)) }

    /// Begins to take a file in.
    /// - Parameter length: of how many bytes it will be, where that is known: they have their room before the first one.
    /// - Throws: `DiskFloorReached`; `StorageFailure` when the disk refuses.
    package func receive(
        named name: String, within rules: FileRules = .attachment, length: Int64? = nil
    ) throws -> IncomingFile {
        let promise = try room.promise(min(length ?? DiskPromise.step, rules.limit))
        return try IncomingFile(store: self, name: name, rules: rules, promise: promise)
    }

    /// Removes the bytes of a key that no row names any more.
    package func remove(_ key: String) {
        guard !removalStop.isHeld else { return }
        try? FileManager.default.removeItem(atPath: path(key))
    }

    /// Removes what a crash left: half-received files, and files older than a day that no row names.
    /// - Returns: how many were removed.
    package func sweepOrphans(known: Set<String>, at now: Date) -> Int {
        guard !removalStop.isHeld else { return 0 }
        var removed = 0
        let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            // Nearly all are known, and a look at a file costs more than at the set.
            if known.contains(url.lastPathComponent) { continue }
            let values = try? url.resourceValues(forKeys: Set(keys))
            guard values?.isRegularFile == true, let changed = values?.contentModificationDate,
                now.timeIntervalSince(changed) > 24 * 3600
            else { continue }
            try? FileManager.default.removeItem(at: url)
            removed += 1
        }
        return removed
    }
}
