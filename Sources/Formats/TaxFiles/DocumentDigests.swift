import Foundation

/// What a receipt may name a document by. Which of them the ministry's gateways use is not published for all of them,
/// so all are kept and any that is equal proves the pair.
package struct DocumentDigests: Hashable, Sendable {
    /// Bytes of the file.
    package internal(set) var size: Int
    /// Of the bytes as they came.
    package internal(set) var ofBytes: FileDigests
    /// Of the inclusive Canonical XML 1.0 without comments. Nil for files above ``TaxFileLimits/canonical``: they are
    /// JPK, which the gateway knows by their bytes.
    package internal(set) var ofCanonical: FileDigests?
    /// Of the document inside of a signature, canonical as well, where the file is one.
    package internal(set) var ofEnclosed: FileDigests?
    /// The `DigestValue`s of the file's own signatures, decoded.
    package internal(set) var signed: [Data]

    /// All of them, to be looked up.
    package var all: Set<Data> {
        Set(([ofBytes, ofCanonical, ofEnclosed].compactMap { $0 }).flatMap { [$0.sha256, $0.sha1, $0.md5] } + signed)
    }
}

/// The three digests that the ministry's systems have used.
package struct FileDigests: Hashable, Sendable {
    /// 32, 20 and 16 bytes.
    package let sha256: Data
    package let sha1: Data
    package let md5: Data
}
