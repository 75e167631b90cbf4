import Foundation
import GRDB
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// Stores the bytes of files on the disk beside the database. A file appears under its key only when it is complete: it
/// is written elsewhere, synced, then renamed; only after that may a row name it.
package struct AttachmentStore: Sendable {
    package let folder: URL
    private let folderPath: String
    /// The free space on its disk, and what is promised of it.
    package let allowance: DiskAllowance
    let quarantine: Quarantine
    /// While this is held, no file is removed.
    package let removalStop = RemovalPause()

    /// The facts about a file whose bytes are safely on the disk.
    package struct Kept: Sendable {
        package let key: String
        package let name: String
        /// The words of its name, folded for the search.
        let words: String
        package let type: FileType
        package let size: Int64
        package let sha256: Data
    }

    /// The largest file that a message may carry, in bytes.
    package static let limit: Int64 = 100 * 1024 * 1024

    /// - Parameter floor: the free space, in bytes, that files must leave on the disk.
    package init(folder: URL, floor: Int64 = DiskSpace.defaultFloor) throws {
        self.folder = folder
        folderPath = folder.path
        allowance = DiskAllowance(folder: folderPath, floor: floor)
        quarantine = Quarantine(in: folderPath)
        for url in [folder, folder.appendingPathComponent("incoming")] {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        }
    }

    /// Returns the path of a key's bytes. Built from the key alone, never from a file's name.
    package func path(_ key: String) -> String {
        "\(folderPath)/\(Self.place(key))"
    }

    /// Returns the same path relative to the folder of files: `ab/ab12…`.
    package static func place(_ key: String) -> String { "\(key.prefix(2))/\(key)" }

    /// Returns the path from which to read a file that a row names, after bringing it back from quarantine if it is
    /// there.
    package func readable(_ key: String) -> String {
        let place = path(key)
        if access(place, F_OK) != 0 { quarantine.restore(key, to: place) }
        return place
    }

    package func has(_ key: String) -> Bool { FileBytes.size(readable(key)) != nil }

    /// Begins to receive a file.
    /// - Parameter length: the expected number of bytes, where known: space is reserved for all of them in advance.
    /// - Throws: `DiskFloorReached`; `StorageFailure` when the disk refuses.
    package func receive(
        named name: String, within rules: FileRules = .attachment, length: Int64? = nil
    ) throws -> IncomingFile {
        let promise = try allowance.promise(min(length ?? DiskReservation.step, rules.limit))
        return try IncomingFile(store: self, name: name, rules: rules, promise: promise)
    }

    /// Removes for good the bytes of a key that no row has ever named.
    package func remove(_ key: String) {
        guard !removalStop.isHeld else { return }
        try? FileManager.default.removeItem(atPath: path(key))
    }

    /// Renames damaged bytes to a name that no row names.
    func setAside(_ key: String) {
        try? FileManager.default.moveItem(atPath: path(key), toPath: "\(path(key)).damaged")
    }

    /// Moves a file whose row is gone into quarantine, because another database may still name it.
    package func quarantine(_ key: String, because reason: Quarantine.Reason, at now: Date) {
        guard !removalStop.isHeld else { return }
        quarantine.take(key, at: path(key), because: reason, at: now)
    }

    /// Brings back from quarantine the files that a row names again.
    /// - Returns: how many were brought back.
    @discardableResult
    package func bringBack(where isKnown: (String) throws -> Bool) rethrows -> Int {
        var count = 0
        for key in quarantine.keys where try isKnown(key) && quarantine.restore(key, to: path(key)) { count += 1 }
        return count
    }
}

extension AttachmentStore {
    /// The numbers of files that a sweep moved or removed.
    package struct Sweep: Sendable, Equatable {
        /// Moved into quarantine.
        package var quarantined = 0
        /// Brought back from quarantine, because a row names them again.
        package var broughtBack = 0
        /// Removed for good: half-received files, and those whose month in quarantine is over.
        package var removed = 0

        package var isNothing: Bool { self == Sweep() }
    }

    /// Removes the files that have been in quarantine for a month.
    package func clearQuarantine(at now: Date) {
        guard !removalStop.isHeld else { return }
        _ = quarantine.clear(at: now)
    }

    /// Brings back from quarantine the files that a row names again, moves there the files older than a day that no row
    /// names, and removes for good what a crash left half received and what has been in quarantine for a month.
    package func sweepOrphans(known: Set<String>, at now: Date) -> Sweep {
        guard !removalStop.isHeld else { return Sweep() }
        var sweep = Sweep(broughtBack: bringBack(where: known.contains), removed: quarantine.clear(at: now))
        let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            let name = url.lastPathComponent
            if name == Quarantine.name { files?.skipDescendants() }
            // Nearly all names are known, and reading a file's attributes costs more than a look into the set.
            if known.contains(name) { continue }
            let values = try? url.resourceValues(forKeys: Set(keys))
            guard values?.isRegularFile == true, let changed = values?.contentModificationDate,
                now.timeIntervalSince(changed) > 24 * 3600
            else { continue }
            if url.deletingLastPathComponent().lastPathComponent == "incoming" {
                if unlink(url.path) == 0 { sweep.removed += 1 }
            } else if quarantine.take(name, at: url.path, because: .unnamed, at: now) {
                sweep.quarantined += 1
            }
        }
        return sweep
    }
}
