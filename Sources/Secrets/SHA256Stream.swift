import Foundation

/// Computes the SHA-256 of bytes that arrive piece by piece, such as an upload.
package final class SHA256Stream {
    private let digest = DigestStream(.sha256)

    package init() {}

    /// Adds the next bytes. Not allowed after ``finish()``.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        digest.update(bytes)
    }

    /// Returns the 32-byte digest of all bytes. Call it only once.
    package func finish() -> Data {
        digest.finish()
    }
}
