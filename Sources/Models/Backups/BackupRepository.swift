import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The folder that contains the backups, each in a folder named after its time. A lock on the folder itself lets one
/// process write there at a time; on a disk without locks, unfinished backups are not removed, as another may be
/// writing.
package final class BackupRepository: Sendable {
    let url: URL
    private let descriptor: Int32
    private let isLocked: Bool

    static let unfinished = ".partial"

    /// - Throws: `BackupError` when another backup is being written there.
    init(_ url: URL) throws {
        self.url = url
        descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupError.cannotMake(url.path, "\(StorageFailure(code: errno))") }
        isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        if !isLocked, errno == EWOULDBLOCK {
            close(descriptor)
            throw BackupError.busy(url.path)
        }
    }

    deinit { close(descriptor) }

    /// The newest finished backup in a folder.
    package static func newest(in folder: String, by version: ProgramVersion) -> BackupFolder? {
        finished(in: URL(fileURLWithPath: folder, isDirectory: true), by: version).first
    }

    /// Returns the finished backups made by this program, the newest first.
    static func finished(in folder: URL, by version: ProgramVersion) -> [BackupFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter(isName).sorted(by: >).compactMap { name in
            let path = folder.appendingPathComponent(name, isDirectory: true).path
            guard isFolder(path), let backup = try? BackupFolder(path, by: version),
                Self.name(backup.manifest.madeAt) == name
            else { return nil }
            return backup
        }
    }

    /// Removes the unfinished backups of earlier runs.
    func removeUnfinished() {
        guard isLocked else { return }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        where name.hasSuffix(Self.unfinished) && Self.isName(String(name.dropLast(Self.unfinished.count))) {
            let path = url.appendingPathComponent(name).path
            if Self.isFolder(path) { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    /// Removes a finished backup. Renames it first, so that a half-removed folder does not count as finished.
    func remove(_ backup: BackupFolder) throws {
        let unfinished = backup.url.path + Self.unfinished
        guard rename(backup.url.path, unfinished) == 0 else { throw StorageFailure(code: errno) }
        try DurableFile.sync(folder: url.path)
        try FileManager.default.removeItem(atPath: unfinished)
    }

    /// Returns a folder's name from the time in a manifest: `2026-11-21T22-10-05Z`.
    static func name(_ time: String) -> String { time.replacing(":", with: "-") }

    private static func isName(_ name: String) -> Bool {
        let form = "dddd-dd-ddTdd-dd-ddZ"
        return name.utf8.count == form.utf8.count
            && zip(name.utf8, form.utf8).allSatisfy { byte, expected in
                expected == UInt8(ascii: "d")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == expected
            }
    }

    /// Whether the path is a folder, not a link to one.
    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension BackupRepository {
    /// Removes the finished backups of one office that a retention does not keep. Never removes the one just made, nor
    /// those with a later time.
    ///
    /// - Parameters:
    ///   - made: the folder just made.
    ///   - report: receives the path of each removed backup.
    package func apply(
        _ retention: BackupRetention, after made: String, by version: ProgramVersion, report: (String) -> Void
    ) throws {
        let new = try BackupFolder(made, by: version)
        let older = Self.finished(in: url, by: version).filter { backup in
            backup.manifest.office == new.manifest.office && backup.manifest.madeAt < new.manifest.madeAt
        }
        let dates = ([new] + older).compactMap(\.madeAt)
        let kept = retention.kept(dates)
        for backup in older {
            guard let date = backup.madeAt, !kept.contains(date) else { continue }
            try remove(backup)
            report(backup.url.path)
        }
    }
}

extension BackupFolder {
    /// The time when it was begun; `nil` when the manifest's text is malformed.
    var madeAt: Date? { try? Date(manifest.madeAt, strategy: .iso8601) }
}
