import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Whether somebody has a file open to write.
enum OpenWriters {
    // <fcntl.h> has these for programs of GNU alone.
    private static let (setLease, setSignal): (Int32, Int32) = (1024, 10)

    /// Asks the kernel for a lease, which it gives only on a file that nobody has open to write (fcntl(2), "Leases"), and
    /// gives it back at once. Of a file of another user, or on a disk without leases, it does not say.
    static func has(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // Who opens the file in between would have us told by a signal that ends the program; this one is passed over.
        guard fcntl(descriptor, setSignal, SIGWINCH) == 0 else { return false }
        guard fcntl(descriptor, setLease, Int32(F_RDLCK)) != 0 else {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN
    }
}
