import Foundation
import Secrets

/// The digests by which a receipt may identify a document. Which of them the ministry's gateways use is not published
/// for all gateways, so all are kept. Each is computed from the bytes of the file, never taken from the file's own
/// claims. An equal SHA-256 proves the pair; a shorter digest does not, because others can make a document with the
/// same SHA-1 or MD5.
package struct DocumentDigests: Hashable, Sendable {
    /// The number of bytes of the file.
    package internal(set) var size: Int
    /// Of the unchanged bytes.
    package internal(set) var ofBytes: FileDigests
    /// Of the inclusive Canonical XML 1.0 without comments. `nil` for files above ``TaxFileLimits/canonical``: those
    /// are JPK, which the gateway identifies by their bytes.
    package internal(set) var ofCanonical: FileDigests?
    /// Of the same with comments, if there are any.
    package internal(set) var ofCommented: FileDigests?
    /// Of the canonical document inside a signature, if the file is a signature.
    package internal(set) var ofEnclosed: FileDigests?
    /// The `DigestValue`s of the document in its own valid signatures.
    package internal(set) var signed: [Data]

    /// All digests, for a lookup.
    package var all: Set<Data> {
        Set(
            ([ofBytes, ofCanonical, ofCommented, ofEnclosed].compactMap { $0 }).flatMap {
                [$0.sha256, $0.sha1, $0.md5].compactMap { $0 }
            } + signed)
    }
}

/// The three digests that the ministry's systems have used.
package struct FileDigests: Hashable, Sendable {
    /// 32, 20 and 16 bytes. SHA-1 and MD5 only distinguish documents here: a pair by them is no proof.
    package let sha256: Data
    /// `nil` for files above ``TaxFileLimits/canonical``: only declarations are known to be identified by them.
    package let sha1: Data?
    package let md5: Data?

    /// Computes the digests of bytes in memory.
    init(of bytes: Data) {
        func digest(_ algorithm: DigestStream.Algorithm) -> Data {
            let stream = DigestStream(algorithm)
            bytes.withUnsafeBytes { stream.update($0) }
            return stream.finish()
        }
        (sha256, sha1, md5) = (digest(.sha256), digest(.sha1), digest(.md5))
    }

    init(sha256: Data) {
        (self.sha256, sha1, md5) = (sha256, nil, nil)
    }
}
