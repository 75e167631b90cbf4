import Glibc
import Foundation

/// Where bytes come from: a file, a piece of memory, or anything that gives them in order.
package struct XMLSource {
    /// Fills a buffer, not necessarily wholly; 0 at the end. What it throws ends the reading as `unreadable`.
    package let read: (UnsafeMutableRawBufferPointer) throws -> Int

    package init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
    }

    /// The bytes of an open file from where it stands. The caller closes it.
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
