import CZlib

/// The bytes of one file as they come out of an archive. Calls must not overlap.
final class Unpacking {
    private(set) var size: Int64 = 0
    private(set) var checksum: UInt32 = 0
    /// Whether the stream has said that it is over.
    private(set) var isWhole: Bool
    private let isDeflated: Bool
    private let limit: Int64
    private let damaged: ZipError
    private var stream = z_stream()
    private var space = [UInt8](repeating: 0, count: 64 * 1024)

    /// - Parameters:
    ///   - limit: how many bytes may come out.
    ///   - error: what is thrown when more do, or when they cannot be read.
    init(isDeflated: Bool, upTo limit: Int64, or error: ZipError) throws {
        (self.isDeflated, self.limit, damaged) = (isDeflated, limit, error)
        isWhole = !isDeflated
        if isDeflated, zlib_begin_raw_inflate(&stream) != Z_OK { throw error }
    }

    deinit { if isDeflated { inflateEnd(&stream) } }

    func take(_ piece: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard isDeflated else { return try piece.withUnsafeBytes { try give($0, body) } }
        // Bytes behind the end of the stream.
        guard !isWhole else { throw damaged }
        var piece = piece
        try piece.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            repeat { try inflateOnce(body) } while !isWhole && (stream.avail_in > 0 || stream.avail_out == 0)
            guard stream.avail_in == 0 else { throw damaged }
        }
    }

    private func inflateOnce(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let result = space.withUnsafeMutableBufferPointer { output in
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            return inflate(&stream, Z_NO_FLUSH)
        }
        // No progress is only a call for more bytes.
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw damaged }
        isWhole = result == Z_STREAM_END
        let count = space.count - Int(stream.avail_out)
        try space.withUnsafeBytes { try give(UnsafeRawBufferPointer(rebasing: $0[..<count]), body) }
    }

    private func give(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard !bytes.isEmpty else { return }
        size += Int64(bytes.count)
        guard size <= limit else { throw damaged }
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        checksum = UInt32(truncatingIfNeeded: crc32(UInt(checksum), start, UInt32(bytes.count)))
        try body(bytes)
    }
}
