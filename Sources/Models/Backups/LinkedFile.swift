import Foundation
import Secrets

/// A file of a backup while its bytes arrive: they are counted and hashed.
protocol IncomingCopy: AnyObject {
    var size: Int64 { get }
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// - Returns: the SHA-256 of all bytes, in hexadecimal digits.
    func finish() throws -> String
}

/// A file that is a hard link to the same file in the previous backup. The arriving bytes are compared with it and not
/// written again, so that a file that was lost or changed in the office is still noticed.
final class LinkedFile: IncomingCopy {
    private let digest = SHA256Stream()
    private(set) var size: Int64 = 0

    func write(_ bytes: UnsafeRawBufferPointer) {
        size += Int64(bytes.count)
        digest.update(bytes)
    }

    func finish() -> String { Hex.text(digest.finish()) }
}
