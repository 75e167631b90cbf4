import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// Ends the process after a failed fsync. What is on the disk is then unknown: the system may have dropped the bytes
/// and marked them as written, so that a second fsync succeeds without them. Therefore it is never repeated. The
/// process ends at once, without a response to anybody; the service manager restarts it, and SQLite reads what is
/// really on the disk.
enum FsyncFailure {
    /// SQLite's extended codes for a failed fsync of a file and of a folder.
    private static let codes: Set<CInt> = [
        ResultCode.SQLITE_IOERR_FSYNC.rawValue, ResultCode.SQLITE_IOERR_DIR_FSYNC.rawValue,
    ]

    /// Installs the handler, once, before the process opens its first database. SQLite reports each failure here before
    /// anything else, including those of a checkpoint, which it otherwise does not report.
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
