import Foundation
import Glibc
import Secrets

/// The bytes before the parser: counted, hashed, kept while they are few, and checked for input that would take the
/// parser too long.
struct XMLInput {
    private let source: XMLSource
    private let limits: TaxFileLimits
    private let digest = SHA256Stream()
    private(set) var count = 0
    /// The whole file, unless it is larger than ``TaxFileLimits/canonical``.
    private(set) var kept: Data? = Data()
    /// Bytes since the last `<`.
    private var run = 0

    init(_ source: XMLSource, limits: TaxFileLimits) {
        self.source = source
        self.limits = limits
    }

    /// Returns the SHA-256 of all bytes. Call it once, after the end.
    func sha256() -> Data { digest.finish() }

    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let read = try source.read(buffer)
        guard read > 0, let start = buffer.baseAddress else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: start, count: read)
        count += read
        if count == read { try checkBeginning(bytes) }
        guard count <= limits.bytes else { throw TaxFileError(.tooLarge) }
        try checkTags(bytes)
        digest.update(bytes)
        if count <= limits.canonical { kept?.append(contentsOf: bytes) } else { kept = nil }
        return read
    }

    /// Refuses UTF-16 and UTF-32, which begin with a byte order mark, or have a zero byte beside the first `<`.
    private func checkBeginning(_ bytes: UnsafeRawBufferPointer) throws(TaxFileError) {
        let first = bytes[0]
        if first == 0xFE || first == 0xFF || first == 0 || bytes.count > 1 && bytes[1] == 0 {
            throw TaxFileError(.encoding)
        }
    }

    /// Limits the length of a tag, in which `<` cannot occur: one with a million attributes takes libxml2 hours.
    private mutating func checkTags(_ bytes: UnsafeRawBufferPointer) throws(TaxFileError) {
        guard let first = bytes.firstIndex(of: Self.tagStart), let last = bytes.lastIndex(of: Self.tagStart) else {
            run += bytes.count
            guard run <= limits.text else { throw TaxFileError(.textTooLong) }
            return
        }
        guard run + first <= limits.text else { throw TaxFileError(.textTooLong) }
        run = bytes.count - last
    }

    private static let tagStart = UInt8(ascii: "<")
}
