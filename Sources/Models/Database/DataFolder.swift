import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The folder that holds everything of one office: the database, the files, the lock.
/// One process at a time: a second one is refused by an advisory lock on a file of its own.
package final class DataFolder: Sendable {
    package let url: URL
    private let lock: Int32

    package var databasePath: String { url.appendingPathComponent("office.sqlite").path }
    package var files: URL { url.appendingPathComponent("files", isDirectory: true) }

    /// Makes the folder if it is missing, readable by this user alone, and takes its lock.
    package init(_ path: String) throws {
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

package enum DataFolderError: Error, CustomStringConvertible {
    case cannotMake(String), inUse(String)

    package var description: String {
        switch self {
        case .cannotMake(let path):
            "--data: the folder \(path) cannot be made or written; choose another or change its owner"
        case .inUse(let path): "--data: another skrytka holds the folder \(path); stop it first"
        }
    }
}
