import Foundation
import GRDB
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// A consistent copy of an office's database in a file of its own, made while the office works. The file is removed
/// when the object is deallocated.
package final class Snapshot: Sendable {
    package let path: String

    private static let prefix = "snapshot-"

    /// - Parameters:
    ///   - folder: the folder for the copy: the data folder.
    ///   - floor: the bytes that must stay free on its disk.
    /// - Throws: `BackupError.noRoom` when the copy would leave less.
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

    /// Removes copies that a killed process left behind. Only for the process that has locked the folder.
    package static func clear(_ folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where isOurs(name) {
            unlink(folder.appendingPathComponent(name).path)
        }
    }

    /// Whether a file's name is one that this type makes, or that SQLite puts beside it. A copy that somebody made here
    /// by hand under a similar name stays.
    private static func isOurs(_ name: String) -> Bool {
        name.wholeMatch(of: /snapshot-[0-9a-f]{16}\.sqlite(-journal|-wal|-shm)?/) != nil
    }
}
