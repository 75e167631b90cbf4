import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// A write error of the disk: full, failing or not writable.
package struct StorageFailure: Error, CustomStringConvertible {
    /// The system's `errno`.
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// Translates SQLite's errors for a full or a failing disk. Returns `nil` for other errors.
    package init?(_ error: any Error) {
        switch error {
        case let failure as StorageFailure: self = failure
        case OfficeDatabaseError.transactionLost: self.init(code: ENOSPC)
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: self.init(code: ENOSPC)
        case let error as DatabaseError where error.resultCode == .SQLITE_IOERR: self.init(code: EIO)
        default: return nil
        }
    }

    /// Whether the disk is full or failing, so that the administrator has to act.
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
