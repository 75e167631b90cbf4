import Foundation

#if canImport(Glibc)
// The C types of a machine belong to one of these, whichever the compiler has read first.
import CDispatch
import Glibc
#endif

/// The machine's monotonic clock, which also counts during suspend.
enum MachineClock {
    /// Returns the seconds since the machine started. Reads the kernel's own file, since a preloaded library may change
    /// the clock of the C library.
    static func uptime() -> TimeInterval {
        if let text = try? String(contentsOfFile: "/proc/uptime", encoding: .utf8),
            let seconds = text.split(separator: " ").first.flatMap({ Double($0) })
        {
            return seconds
        }
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
