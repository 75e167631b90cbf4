import Foundation
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// The bytes of a file on the disk, a piece at a time, so that memory does not grow with the file.
package enum FileBytes {
    private static let piece = 256 * 1024

    /// Hands over all bytes of a file in their order.
    /// - Parameter onlyRegular: where others may write: neither follows a link nor waits for the end of a pipe.
    /// - Throws: `UnreadableFile` when it is missing or cannot be read; what `body` throws.
    package static func each(
        _ path: String, onlyRegular: Bool = false, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (onlyRegular ? O_NOFOLLOW | O_NONBLOCK : 0))
        guard descriptor >= 0 else { throw UnreadableFile(path: path) }
        defer { close(descriptor) }
        if onlyRegular, !isRegular(descriptor) { throw UnreadableFile(path: path) }
        let space = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
        defer { space.deallocate() }
        while true {
            let count = read(descriptor, space.baseAddress, piece)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw UnreadableFile(path: path) }
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: space[..<count]))
        }
    }

    private static func isRegular(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The SHA-256 of a file's bytes, in hexadecimal digits.
    package static func sha256(_ path: String) throws -> String {
        let digest = SHA256Stream()
        try each(path) { digest.update($0) }
        return Hex.text(digest.finish())
    }

    /// How many bytes a regular file has; nothing when there is none.
    package static func size(_ path: String) -> Int64? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int64(status.st_size)
    }
}

/// A file is not there, or its bytes cannot be read.
package struct UnreadableFile: Error, CustomStringConvertible {
    package let path: String

    package var description: String { "the file \(path) is missing or cannot be read" }
}
