import Foundation

/// Computes the SHA-256 of bytes in memory; ``SHA256Stream`` is for others.
package enum SHA256Digest {
    /// The bytes of a digest.
    package static let count = 32

    /// Returns the 32-byte digest of `data`.
    package static func of(_ data: Data) -> Data {
        let stream = SHA256Stream()
        data.withUnsafeBytes { stream.update($0) }
        return stream.finish()
    }
}
