import Foundation
import Secrets

/// What a receipt may name a document by. Which of them the ministry's gateways use is not published for all of them,
/// so all are kept. Each was computed over the bytes that are here: what a file merely claims of itself is not among
/// them. An equal one of 32 bytes, a SHA-256, proves the pair; a shorter one does not, as others can make a document
/// with the same SHA-1 or MD5.
package struct DocumentDigests: Hashable, Sendable {
    /// Bytes of the file.
    package internal(set) var size: Int
    /// Of the bytes as they came.
    package internal(set) var ofBytes: FileDigests
    /// Of the inclusive Canonical XML 1.0 without comments. Nil for files above ``TaxFileLimits/canonical``: they are
    /// JPK, which the gateway knows by their bytes.
    package internal(set) var ofCanonical: FileDigests?
    /// Of the same with its comments, where it has any.
    package internal(set) var ofCommented: FileDigests?
    /// Of the document inside of a signature, canonical as well, where the file is one.
    package internal(set) var ofEnclosed: FileDigests?
    /// The `DigestValue`s of the document in its own signatures, of those that agree with what they sign.
    package internal(set) var signed: [Data]

    /// All of them, to be looked up.
    package var all: Set<Data> {
        Set(
            ([ofBytes, ofCanonical, ofCommented, ofEnclosed].compactMap { $0 }).flatMap {
                [$0.sha256, $0.sha1, $0.md5].compactMap { $0 }
            } + signed)
    }
}

/// The three digests that the ministry's systems have used.
package struct FileDigests: Hashable, Sendable {
    /// 32, 20 and 16 bytes. SHA-1 and MD5 only tell documents apart here: a pair by them is no proof.
    package let sha256: Data
    /// Nil for files above ``TaxFileLimits/canonical``: only declarations are known to be named by them.
    package let sha1: Data?
    package let md5: Data?

    /// Of bytes that are in memory.
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
