import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The free and total space, in bytes, of the disk that contains a folder.
package struct DiskSpace: Sendable {
    /// The bytes that this user may still write.
    package let free: Int64
    package let total: Int64

    /// The free space kept for sign-ins, sign-outs, receipts and answers: uploads, imports and backups stop above it.
    package static let defaultFloor: Int64 = 512 * 1024 * 1024

    /// - Throws: `StorageFailure` when the space cannot be read.
    package static func of(_ folder: String) throws -> DiskSpace {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { throw StorageFailure(code: errno) }
        let block = Int64(status.f_frsize)
        return DiskSpace(free: Int64(status.f_bavail) * block, total: Int64(status.f_blocks) * block)
    }
}
