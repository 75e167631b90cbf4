import Foundation
import GRDB
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// One consistent state of an office's database, copied into a file of its own while the office works.
/// The file is gone when this is let go.
package final class Snapshot: Sendable {
    package let path: String

    private static let prefix = "snapshot-"

    /// - Parameters:
    ///   - folder: where the copy is put: the data folder.
    ///   - floor: the bytes that stay free on its disk.
    /// - Throws: `BackupError.noRoom` when the copy would take of them.
    package init(
        of database: OfficeDatabase, in folder: URL, leaving floor: Int64 = DiskSpace.defaultFloor
    ) async throws {
        let size = FileBytes.size(folder.appendingPathComponent(BackupItem.database).path) ?? 0
        guard try DiskSpace.of(folder.path).free - size >= floor else { throw BackupError.noRoom(folder.path, floor) }
        path = folder.appendingPathComponent("\(Self.prefix)\(SecureRandom.hex(8)).sqlite").path
        do {
            try await database.copy(to: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    deinit { unlink(path) }

    /// Removes copies that a killed process left. Only for the one process that holds the folder.
    package static func clear(_ folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where isOurs(name) {
            unlink(folder.appendingPathComponent(name).path)
        }
    }

    /// Whether a file's name is one that this makes, with what SQLite puts beside it: a copy that somebody else made here
    /// and called likewise stays.
    private static func isOurs(_ name: String) -> Bool {
        name.wholeMatch(of: /snapshot-[0-9a-f]{16}\.sqlite(-journal|-wal|-shm)?/) != nil
    }
}
