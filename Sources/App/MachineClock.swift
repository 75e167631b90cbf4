import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The machine's clock that only counts on, also through a suspend.
enum MachineClock {
    /// Seconds since the machine began. Read from the kernel's own file, which is the same clock for all programs
    /// whatever is put before their library.
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
