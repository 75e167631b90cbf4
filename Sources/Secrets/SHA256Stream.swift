import Foundation

/// SHA-256 of bytes that arrive piece by piece, such as an upload.
package final class SHA256Stream {
    private let digest = DigestStream(.sha256)

    package init() {}

    /// Takes the next bytes in. Not allowed after ``finish()``.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        digest.update(bytes)
    }

    /// The 32-byte digest of everything taken in. Once only.
    package func finish() -> Data {
        digest.finish()
    }
}
