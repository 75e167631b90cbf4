import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// After a failed fsync nobody knows what is on the disk: the system may have dropped the bytes and forgotten that they
/// were to be written, so that a second fsync succeeds without them. Therefore it is never tried again. The process
/// ends at once, without an answer to anybody; the service manager starts it anew, and SQLite reads from the disk what
/// is really there.
enum FsyncFailure {
    /// SQLite's extended codes for a failed fsync of a file and of a folder.
    private static let codes: Set<CInt> = [
        ResultCode.SQLITE_IOERR_FSYNC.rawValue, ResultCode.SQLITE_IOERR_DIR_FSYNC.rawValue,
    ]

    /// Takes effect once, before the first database of the process is opened. SQLite reports each failure here
    /// before anything else, also those of a checkpoint, which it keeps to itself otherwise.
    static func endsTheProcess() { watch }

    private static let watch: Void = {
        Database.logError = { code, message in
            guard codes.contains(code.rawValue) else { return }
            let line =
                "skrytka: the disk did not keep what was written (\(message)); ended, to start again from the disk\n"
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
            _exit(1)
        }
    }()
}
