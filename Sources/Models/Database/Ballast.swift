import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// A file that reserves space on the disk. Some of it is released when the disk is full, for the few writes that must
/// succeed all the same: a sign-out. SQLite cannot reserve space itself: its log grows with the first commit.
final class Ballast: Sendable {
    static let name = "ballast"
    private let path: String
    private let size: Int64
    /// Much more than one commit of a few rows needs.
    private static let piece: Int64 = 256 * 1024
    private static let usual: Int64 = 16 * 1024 * 1024
    private let lock = Mutex(())

    /// Reserves an eighth of the free space, at most 16 MB.
    init(in folder: String) {
        path = "\(folder)/\(Self.name)"
        let free = (try? DiskSpace.of(folder).free) ?? 0
        size = min(Self.usual, free / 8 / Self.piece * Self.piece)
        fill()
    }

    /// Releases some space.
    /// - Returns: whether there was any left.
    func release() -> Bool {
        lock.withLock { _ in
            guard let held = FileBytes.size(path), held > 0 else { return false }
            return truncate(path, off_t(max(0, held - Self.piece))) == 0
        }
    }

    /// Reserves the space again once the disk has plenty.
    func fill() {
        lock.withLock { _ in
            guard let free = try? DiskSpace.of((path as NSString).deletingLastPathComponent).free, free > 4 * size,
                size > FileBytes.size(path) ?? 0
            else { return }
            let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            // Allocates blocks, not only a length.
            if posix_fallocate(descriptor, 0, off_t(size)) != 0 { ftruncate(descriptor, 0) }
        }
    }
}
