import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Reports the state of this process to a service manager: as datagrams to the socket in `NOTIFY_SOCKET`
/// (sd_notify(3)).
struct NotifySocket: Sendable {
    /// The path, or an abstract name behind an `@`.
    private let name: String
    /// The interval within which the service manager expects a sign of life; `nil` when it expects none.
    let watchdog: Duration?

    /// Fails when there is no service manager.
    init?(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard let name = environment["NOTIFY_SOCKET"], ["/", "@"].contains(name.prefix(1)) else { return nil }
        self.name = name
        // The variables may have been meant for the process that started this one.
        let isForUs = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        watchdog = environment["WATCHDOG_USEC"].flatMap(Int64.init).flatMap { microseconds in
            isForUs && microseconds > 0 ? .microseconds(microseconds) : nil
        }
    }

    /// Sends a state, such as `READY=1`. Ignores a service manager that does not listen.
    func say(_ state: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // An abstract name begins with a zero byte, and ends by its length.
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let text = Array(state.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
