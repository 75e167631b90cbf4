import Foundation
import GRDB
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// The bytes of files, on the disk beside the database. A file comes to its place whole: it is
/// written elsewhere, made durable, then renamed; only after that may a row name it.
package struct AttachmentStore: Sendable {
    package let folder: URL
    private let folderPath: String
    /// The room on its disk.
    package let allowance: DiskAllowance
    let quarantine: Quarantine
    /// While it is held nothing is removed.
    package let removalStop = RemovalStop()

    /// What is known of a file when its bytes are safe.
    package struct Kept: Sendable {
        package let key: String
        package let name: String
        /// Those of its name, as the search keeps them.
        let words: String
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
        allowance = DiskAllowance(folder: folderPath, floor: floor)
        quarantine = Quarantine(in: folderPath)
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

    /// Where a file is read that a row names. One that is in quarantine is brought back first.
    package func readable(_ key: String) -> String {
        let place = path(key)
        if access(place, F_OK) != 0 { quarantine.giveBack(key, to: place) }
        return place
    }

    package func has(_ key: String) -> Bool { FileBytes.size(readable(key)) != nil }

    /// Begins to take a file in.
    /// - Parameter length: of how many bytes it will be, where that is known: they have their room before the first one.
    /// - Throws: `DiskFloorReached`; `StorageFailure` when the disk refuses.
    package func receive(
        named name: String, within rules: FileRules = .attachment, length: Int64? = nil
    ) throws -> IncomingFile {
        let promise = try allowance.promise(min(length ?? DiskReservation.step, rules.limit))
        return try IncomingFile(store: self, name: name, rules: rules, promise: promise)
    }

    /// Removes bytes for good that no row has ever named.
    package func remove(_ key: String) {
        guard !removalStop.isHeld else { return }
        try? FileManager.default.removeItem(atPath: path(key))
    }

    /// Gives damaged bytes another name, which no row names.
    func setAside(_ key: String) {
        try? FileManager.default.moveItem(atPath: path(key), toPath: "\(path(key)).damaged")
    }

    /// Puts a file away whose row is gone: another database may name it still.
    package func putAway(_ key: String, because reason: Quarantine.Reason, at now: Date) {
        guard !removalStop.isHeld else { return }
        quarantine.take(key, at: path(key), because: reason, at: now)
    }

    /// Brings back what a row names again.
    /// - Returns: how many files that were.
    @discardableResult
    package func bringBack(where isKnown: (String) throws -> Bool) rethrows -> Int {
        var count = 0
        for key in quarantine.keys where try isKnown(key) && quarantine.giveBack(key, to: path(key)) { count += 1 }
        return count
    }
}

extension AttachmentStore {
    /// What a sweep did to files that no row names.
    package struct Sweep: Sendable, Equatable {
        /// Put into quarantine.
        package var putAway = 0
        /// Brought back from there, because a row names them again.
        package var broughtBack = 0
        /// Removed for good: half-received ones, and those whose time in quarantine is over.
        package var removed = 0

        package var isNothing: Bool { self == Sweep() }
    }

    /// Removes what has been in quarantine for a month.
    package func clearQuarantine(at now: Date) {
        guard !removalStop.isHeld else { return }
        _ = quarantine.clear(at: now)
    }

    /// Brings back what is named again, puts files away that are older than a day and that no row names, and removes
    /// what a crash left half received and what has been in quarantine for a month.
    package func sweepOrphans(known: Set<String>, at now: Date) -> Sweep {
        guard !removalStop.isHeld else { return Sweep() }
        var sweep = Sweep(broughtBack: bringBack(where: known.contains), removed: quarantine.clear(at: now))
        let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            let name = url.lastPathComponent
            if name == Quarantine.name { files?.skipDescendants() }
            // Nearly all are known, and a look at a file costs more than at the set.
            if known.contains(name) { continue }
            let values = try? url.resourceValues(forKeys: Set(keys))
            guard values?.isRegularFile == true, let changed = values?.contentModificationDate,
                now.timeIntervalSince(changed) > 24 * 3600
            else { continue }
            if url.deletingLastPathComponent().lastPathComponent == "incoming" {
                if unlink(url.path) == 0 { sweep.removed += 1 }
            } else if quarantine.take(name, at: url.path, because: .unnamed, at: now) {
                sweep.putAway += 1
            }
        }
        return sweep
    }
}
