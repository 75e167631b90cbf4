import Foundation

/// SHA-256 of bytes that are all in memory; ``SHA256Stream`` is for those that are not.
package enum SHA256Digest {
    /// Bytes in a digest.
    package static let count = 32

    /// The 32-byte digest of `data`.
    package static func of(_ data: Data) -> Data {
        let stream = SHA256Stream()
        data.withUnsafeBytes { stream.update($0) }
        return stream.finish()
    }
}
