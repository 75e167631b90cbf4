import Foundation
import Hummingbird
import Models
import NIOCore

#if canImport(Glibc)
import Glibc
#endif

/// Thrown when a file that a row names is missing on the disk, or truncated.
struct FileUnreadable: Error, CustomStringConvertible {
    let path: String
    /// The system's `errno`; 0 for a truncated file.
    let code: Int32

    /// The key by which its row names it.
    var key: String { String(path.split(separator: "/").last ?? "") }

    var description: String { "\(path): \(code == 0 ? "shorter than it was" : String(cString: strerror(code)))" }
}

/// Thrown for a file that was declared lost.
struct FileLost: Error {}

/// An open file, read in small pieces so that memory does not grow with the file or with slow readers.
final class StoredBytes: Sendable {
    private let descriptor: Int32
    private let path: String
    private static let chunk = 64 * 1024
    /// The number of pieces read in one call on the threads for disk access.
    private static let ahead = 2

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileUnreadable(path: path, code: errno) }
    }

    deinit { close(descriptor) }

    /// Writes a part of the file, each piece after the reader has taken the previous one.
    /// - Throws: when the download's session has ended.
    func write(
        _ part: ClosedRange<Int64>, to writer: inout any ResponseBodyWriter, while watch: SessionWatch
    ) async throws {
        var offset = part.lowerBound
        while offset <= part.upperBound {
            try watch.check()
            let pieces = try await Disk.run { [self, offset] in try read(from: offset, through: part.upperBound) }
            for piece in pieces {
                offset += Int64(piece.readableBytes)
                try await writer.write(piece)
            }
        }
    }

    /// Returns the CRC-32 of the first bytes, which are read an additional time for it.
    func checksum(of size: Int64) throws -> UInt32 {
        var (crc, offset) = (UInt32(0), Int64(0))
        while offset < size {
            let piece = try read(Int(min(Int64(Self.chunk), size - offset)), at: offset)
            crc = piece.withUnsafeReadableBytes { ZipWriter.checksum(of: $0, after: crc) }
            offset += Int64(piece.readableBytes)
        }
        return crc
    }

    private func read(from start: Int64, through end: Int64) throws -> [ByteBuffer] {
        var pieces: [ByteBuffer] = []
        var offset = start
        while offset <= end, pieces.count < Self.ahead {
            let piece = try read(Int(min(Int64(Self.chunk), end - offset + 1)), at: offset)
            offset += Int64(piece.readableBytes)
            pieces.append(piece)
        }
        return pieces
    }

    private func read(_ count: Int, at offset: Int64) throws -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: count)
        var code: Int32 = 0
        let taken = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            let taken = pread(descriptor, space.baseAddress, count, off_t(offset))
            if taken < 0 { code = errno }
            return max(0, taken)
        }
        // A file shorter than its row says is damaged, and must not pass for complete.
        guard taken > 0 else { throw FileUnreadable(path: path, code: code) }
        return buffer
    }
}
