import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Tells whether a process has a file open for writing.
enum OpenWriters {
    // <fcntl.h> declares these for GNU programs alone.
    private static let (setLease, setSignal): (Int32, Int32) = (1024, 10)

    /// Requests a lease from the kernel, which grants it only on a file that nobody has open for writing (fcntl(2),
    /// "Leases"), and releases it at once. Returns false for another user's file, and on a disk without leases.
    static func has(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // If a process opens the file in between, the kernel signals us, by default with a signal that ends the
        // program; this one is ignored.
        guard fcntl(descriptor, setSignal, SIGWINCH) == 0 else { return false }
        guard fcntl(descriptor, setLease, Int32(F_RDLCK)) != 0 else {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN
    }
}
