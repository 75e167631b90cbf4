import Foundation
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// A new file whose bytes are counted and hashed as they are written. Calls must not overlap.
final class CopiedFile: IncomingCopy {
    private let descriptor: Int32
    private let digest = SHA256Stream()
    private(set) var size: Int64 = 0

    /// - Throws: `StorageFailure`, also when the file already exists.
    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StorageFailure(code: errno) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try DurableFile.write(bytes, to: descriptor, at: size)
        size += Int64(bytes.count)
        digest.update(bytes)
    }

    func write(_ text: String) throws {
        try Data(text.utf8).withUnsafeBytes { try write($0) }
    }

    /// Syncs the bytes. Call it only once.
    /// - Returns: their SHA-256 in hexadecimal digits.
    func finish() throws -> String {
        try DurableFile.sync(descriptor)
        return Hex.text(digest.finish())
    }
}
