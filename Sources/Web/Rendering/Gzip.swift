import CZlib
import Foundation

/// Compresses our own stylesheet and scripts, once, at start. Pages are never compressed: with
/// secrets and typed text on one page, the length would tell about the secret (BREACH).
enum Gzip {
    /// The gzip form (RFC 1952), or nothing where it is no smaller.
    static func compress(_ data: Data) -> Data? {
        var stream = z_stream()
        guard zlib_begin_gzip(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var source = [UInt8](data)
        var target = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(source.count))))
        let result = source.withUnsafeMutableBufferPointer { input in
            target.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END, Int(stream.total_out) < source.count else { return nil }
        return Data(target.prefix(Int(stream.total_out)))
    }
}
