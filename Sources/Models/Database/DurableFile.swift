import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Writes and syncs files, so that their bytes survive a power cut.
enum DurableFile {
    /// Writes all of the bytes at an offset of an open file, repeating after partial writes.
    /// - Throws: `StorageFailure` when the disk refuses.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int64) throws {
        var (rest, offset) = (bytes, offset)
        while !rest.isEmpty {
            let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw StorageFailure(code: errno) }
            offset += Int64(written)
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    /// Syncs an open file.
    static func sync(_ descriptor: Int32) throws {
        guard fsync(descriptor) == 0 else { throw StorageFailure(code: errno) }
    }

    /// Syncs a folder: a new or renamed file is durable only when its folder is.
    static func sync(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StorageFailure(code: errno) }
        defer { close(descriptor) }
        try sync(descriptor)
    }

    /// Writes a small file atomically: it exists with all its bytes or not at all.
    static func write(_ data: Data, to path: String) throws {
        let new = path + ".new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StorageFailure(code: errno) }
        defer { close(descriptor) }
        try data.withUnsafeBytes { try write($0, to: descriptor, at: 0) }
        try sync(descriptor)
        guard rename(new, path) == 0 else { throw StorageFailure(code: errno) }
    }
}
