import COpenSSL
import Foundation

/// A digest of bytes that arrive piece by piece.
///
/// A class, so that OpenSSL's context is freed exactly once; not `Sendable`: one source feeds one stream.
package final class DigestStream {
    /// SHA-1 and MD5 serve documents that the ministry identified by them; the product trusts neither.
    package enum Algorithm: Sendable { case sha256, sha1, md5 }

    private let context: OpaquePointer
    private let count: Int
    private var isFinished = false

    package init(_ algorithm: Algorithm) {
        let method =
            switch algorithm {
            case .sha256: EVP_sha256()
            case .sha1: EVP_sha1()
            case .md5: EVP_md5()
            }
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, method, nil) == 1 else {
            fatalError("OpenSSL offers no \(algorithm)")
        }
        self.context = context
        count = Int(EVP_MD_get_size(method))
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds the next bytes. Not allowed after ``finish()``.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(!isFinished, "The digest has been taken")
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        guard EVP_DigestUpdate(context, start, bytes.count) == 1 else { fatalError("OpenSSL refused to digest") }
    }

    /// Returns the digest of all bytes. Call it only once.
    package func finish() -> Data {
        precondition(!isFinished, "The digest has been taken")
        isFinished = true
        var digest = Data(count: count)
        let taken = digest.withUnsafeMutableBytes { buffer in
            EVP_DigestFinal_ex(context, buffer.bindMemory(to: UInt8.self).baseAddress, nil)
        }
        guard taken == 1 else { fatalError("OpenSSL refused to digest") }
        return digest
    }
}
