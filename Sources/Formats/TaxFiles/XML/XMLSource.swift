import Glibc
import Foundation

/// A source of bytes: a file, memory, or a closure.
package struct XMLSource {
    /// Fills a buffer, at least partly; returns 0 at the end. An error ends the reading as `unreadable`.
    package let read: (UnsafeMutableRawBufferPointer) throws -> Int

    package init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
    }

    /// Reads an open file from its current position. The caller closes it.
    package init(descriptor: CInt) {
        self.init { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count >= 0 { return count }
                guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            }
        }
    }

    package init(_ bytes: Data) {
        var rest = bytes[...]
        self.init { buffer in
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }
}
