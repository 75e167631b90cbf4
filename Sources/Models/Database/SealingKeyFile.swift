import Foundation
import Secrets
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The key that seals the office's passwords for other machines, in a file beside the database: whoever has a copy of
/// the database alone, such as a backup, cannot open them. It is made when it is first needed.
package final class SealingKeyFile: Sendable {
    private let path: String
    private let folder: String
    /// One key is made, however many people save at once.
    private let turn = Mutex(())

    static let name = "sealing.key"

    /// - Parameter folder: the data folder.
    package init(folder: URL) {
        self.folder = folder.path
        path = folder.appendingPathComponent(Self.name).path
    }

    /// Returns the key; `nil` where none was made yet, or where the folder was restored from a backup.
    package func find() throws -> SealingKey? { try turn.withLock { _ in try read() } }

    /// Returns the key, and makes it where there is none.
    package func key() throws -> SealingKey {
        try turn.withLock { _ in
            if let key = try read() { return key }
            let key = SealingKey()
            try DurableFile.write(key.bytes, to: path)
            try DurableFile.sync(folder: folder)
            return key
        }
    }

    private func read() throws -> SealingKey? {
        guard FileBytes.size(path) != nil else { return nil }
        // A copy made by hand may have lost who may read it.
        chmod(path, 0o600)
        return SealingKey(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
