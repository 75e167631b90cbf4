import Foundation
import Secrets

/// A file that a backup takes on its way into a folder: counted and hashed as it comes.
protocol IncomingCopy: AnyObject {
    var size: Int64 { get }
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// - Returns: the SHA-256 of all bytes that came, in hexadecimal digits.
    func finish() throws -> String
}

/// A file whose bytes are there already, as a link to those of the backup before. What comes is compared with them,
/// so that a file that was lost or has changed in the office is noticed as ever; it is not written again.
final class LinkedFile: IncomingCopy {
    private let digest = SHA256Stream()
    private(set) var size: Int64 = 0

    func write(_ bytes: UnsafeRawBufferPointer) {
        size += Int64(bytes.count)
        digest.update(bytes)
    }

    func finish() -> String { Hex.text(digest.finish()) }
}
