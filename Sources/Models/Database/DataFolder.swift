import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The folder with all data of one office: the database, the files, the lock. One process at a time: an advisory lock
/// on a separate file refuses a second one.
package final class DataFolder: Sendable {
    package let url: URL
    private let lock: Int32

    package var databasePath: String { url.appendingPathComponent("office.sqlite").path }
    package var files: URL { url.appendingPathComponent("files", isDirectory: true) }

    /// Creates the folder if it is missing, readable by this user alone, and takes its lock.
    /// - Throws: `DataFolderError` when another process holds the lock, or when a restore into it was interrupted.
    package convenience init(_ path: String) throws {
        try self.init(locking: path)
        guard !isRestoring else { throw DataFolderError.halfRestored(path) }
    }

    /// Does the same for a restore, which may find an interrupted one.
    package init(locking path: String) throws {
        umask(0o077)
        url = URL(fileURLWithPath: path, isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw DataFolderError.cannotMake(path)
        }
        lock = open(url.appendingPathComponent("lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw DataFolderError.cannotMake(path) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(lock)
            throw DataFolderError.inUse(path)
        }
    }

    deinit { Glibc.close(lock) }
}

extension DataFolder {
    /// Whether a folder contains an office's database. Creates nothing.
    package static func hasOffice(_ path: String) -> Bool { FileBytes.size("\(path)/office.sqlite") != nil }

    /// Whether the folder contains nothing but its lock. Ignores a disk's `lost+found`.
    func isEmpty() throws -> Bool {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return Set(names).subtracting(["lock", "lost+found"]).isEmpty
    }

    private var mark: String { url.appendingPathComponent("restoring").path }
    private var isRestoring: Bool { FileBytes.size(mark) != nil }

    func markRestoring() throws {
        try DurableFile.write(Data(), to: mark)
        try DurableFile.sync(folder: url.path)
    }

    func unmarkRestoring() { unlink(mark) }
}

package enum DataFolderError: Error, CustomStringConvertible {
    case cannotMake(String), inUse(String), halfRestored(String)

    package var description: String {
        switch self {
        case .cannotMake(let path):
            "--data: the folder \(path) cannot be made or written; choose another or change its owner"
        case .inUse(let path): "--data: another skrytka holds the folder \(path); stop it first"
        case .halfRestored(let path):
            "--data: a restore into \(path) was broken off; empty the folder and restore again"
        }
    }
}
