import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The folder in which backups stand, each in a folder named after its time. One process at a time writes there, by a
/// lock on the folder itself; where the disk knows no locks, nothing that may be another's is removed.
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

    /// Those that are finished and were made by a program of ours, the newest first.
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

    /// Removes what earlier runs left unfinished.
    func removeUnfinished() {
        guard isLocked else { return }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        where name.hasSuffix(Self.unfinished) && Self.isName(String(name.dropLast(Self.unfinished.count))) {
            let path = url.appendingPathComponent(name).path
            if Self.isFolder(path) { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    /// Removes a finished backup: from the first moment on it is none any more, however far the removing gets.
    func remove(_ backup: BackupFolder) throws {
        let unfinished = backup.url.path + Self.unfinished
        guard rename(backup.url.path, unfinished) == 0 else { throw StorageFailure(code: errno) }
        try DurableFile.sync(folder: url.path)
        try FileManager.default.removeItem(atPath: unfinished)
    }

    /// The name of a folder, from the time of a manifest: `2026-11-21T22-10-05Z`.
    static func name(_ time: String) -> String { time.replacing(":", with: "-") }

    private static func isName(_ name: String) -> Bool {
        let form = "dddd-dd-ddTdd-dd-ddZ"
        return name.utf8.count == form.utf8.count
            && zip(name.utf8, form.utf8).allSatisfy { byte, expected in
                expected == UInt8(ascii: "d")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == expected
            }
    }

    /// A folder and no link to one.
    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension BackupRepository {
    /// Removes the finished backups of one office that a retention does not keep. The one that was just made and those
    /// that say they are of a later time are never among them.
    ///
    /// - Parameters:
    ///   - made: the folder that was just made.
    ///   - report: takes the path of each that is gone.
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
    /// When it was begun; nothing when the manifest does not say it as ours do.
    var madeAt: Date? { try? Date(manifest.madeAt, strategy: .iso8601) }
}
