import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// The disk refused: full, failing or not writable.
package struct StorageFailure: Error, CustomStringConvertible {
    /// The system's `errno`.
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// What SQLite says in its own way: the disk is full, or it fails. Nothing for another error.
    package init?(_ error: any Error) {
        switch error {
        case let failure as StorageFailure: self = failure
        case OfficeDatabaseError.transactionLost: self.init(code: ENOSPC)
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: self.init(code: ENOSPC)
        case let error as DatabaseError where error.resultCode == .SQLITE_IOERR: self.init(code: EIO)
        default: return nil
        }
    }

    /// Whether there is no room, or the disk fails: whoever runs the server has to see to it.
    package var isOfDisk: Bool { [ENOSPC, EDQUOT, EIO].contains(code) }

    package var description: String {
        switch code {
        case ENOSPC, EDQUOT: "the disk is full"
        case EACCES, EPERM, EROFS: "the disk may not be written here"
        case EIO: "the disk is failing"
        default: "the disk refused: \(String(cString: strerror(code)))"
        }
    }
}
