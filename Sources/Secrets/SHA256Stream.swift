import COpenSSL
import Foundation

/// SHA-256 of bytes that arrive piece by piece, such as an upload.
///
/// A class, so that OpenSSL's context is freed exactly once; not `Sendable`: one upload feeds one stream.
package final class SHA256Stream {
    private let context: OpaquePointer
    private var isFinished = false

    package init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            fatalError("OpenSSL offers no SHA-256")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Takes the next bytes in. Not allowed after ``finish()``.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(!isFinished, "The digest has been taken")
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        guard EVP_DigestUpdate(context, start, bytes.count) == 1 else { fatalError("OpenSSL refused to digest") }
    }

    /// The 32-byte digest of everything taken in. Once only.
    package func finish() -> Data {
        precondition(!isFinished, "The digest has been taken")
        isFinished = true
        var digest = Data(count: SHA256Digest.count)
        let taken = digest.withUnsafeMutableBytes { buffer in
            EVP_DigestFinal_ex(context, buffer.bindMemory(to: UInt8.self).baseAddress, nil)
        }
        guard taken == 1 else { fatalError("OpenSSL refused to digest") }
        return digest
    }
}
