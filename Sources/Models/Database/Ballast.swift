import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Space on the disk that is held by a file of nothing, and given back a piece at a time when the disk is full, for
/// what must be written all the same: that somebody has signed out. SQLite has no room of its own for that: its log
/// grows with the first commit.
final class Ballast: Sendable {
    static let name = "ballast"
    private let path: String
    private let size: Int64
    /// Much more than one commit of a few rows takes.
    private static let piece: Int64 = 256 * 1024
    private static let usual: Int64 = 16 * 1024 * 1024
    private let lock = Mutex(())

    /// Holds as much as there is room for: an eighth of what is free, 16 MB at most.
    init(in folder: String) {
        path = "\(folder)/\(Self.name)"
        let free = (try? DiskSpace.of(folder).free) ?? 0
        size = min(Self.usual, free / 8 / Self.piece * Self.piece)
        fill()
    }

    /// Gives some space back to the disk.
    /// - Returns: whether there was any left.
    func giveBack() -> Bool {
        lock.withLock { _ in
            guard let held = FileBytes.size(path), held > 0 else { return false }
            return truncate(path, off_t(max(0, held - Self.piece))) == 0
        }
    }

    /// Takes the space again as soon as the disk has plenty.
    func fill() {
        lock.withLock { _ in
            guard let free = try? DiskSpace.of((path as NSString).deletingLastPathComponent).free, free > 4 * size,
                size > FileBytes.size(path) ?? 0
            else { return }
            let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            // Blocks, not only a length.
            if posix_fallocate(descriptor, 0, off_t(size)) != 0 { ftruncate(descriptor, 0) }
        }
    }
}
