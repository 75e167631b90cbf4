import Foundation
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// Reads the bytes of a file in pieces, so that memory does not grow with the file.
package enum FileBytes {
    private static let piece = 256 * 1024

    /// Calls `body` with all bytes of a file in order, piece by piece.
    /// - Parameter onlyRegular: for folders in which others may write: neither follows a link nor blocks on a pipe.
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

    /// Returns the SHA-256 of a file's bytes, in hexadecimal digits.
    package static func sha256(_ path: String) throws -> String {
        let digest = SHA256Stream()
        try each(path) { digest.update($0) }
        return Hex.text(digest.finish())
    }

    /// Returns a regular file's size in bytes; `nil` when there is none.
    package static func size(_ path: String) -> Int64? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int64(status.st_size)
    }
}

/// Thrown when a file is missing or cannot be read.
package struct UnreadableFile: Error, CustomStringConvertible {
    package let path: String

    package var description: String { "the file \(path) is missing or cannot be read" }
}
