import Foundation
import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#endif

/// Reports to the service manager, twice in each interval, that the server responds, after making a request to it.
struct Watchdog: Service {
    let manager: NotifySocket
    let interval: Duration
    let host: String
    let port: Int

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            let probe = HealthProbe(host: host, port: port, patience: interval)
            while !Task.isCancelled {
                if try await Blocking.run({ probe.isAnswered() }) { manager.say("WATCHDOG=1") }
                try? await Task.sleep(for: interval / 2)
            }
        }
    }
}

/// A connection to the server for checking that it responds. It is kept open, because a flood of other connections must
/// not look like a server that hangs. Calls must not overlap.
private final class HealthProbe: @unchecked Sendable {
    private let host: String
    private let port: Int
    private let patience: Duration
    private var descriptor: Int32 = -1

    init(host: String, port: Int, patience: Duration) {
        // A server that listens on all addresses is asked on the loopback address.
        self.host = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        (self.port, self.patience) = (port, patience)
    }

    deinit { disconnect() }

    /// Any response counts: restarting forever would not help a damaged database.
    func isAnswered() -> Bool {
        if descriptor >= 0, ask() { return true }
        disconnect()
        return connect() && ask()
    }

    private func disconnect() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    private func connect() -> Bool {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else { return false }
        defer { freeaddrinfo(found) }
        descriptor = socket(address.ai_family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let microseconds =
            max(1, patience.components.seconds * 1_000_000 + patience.components.attoseconds / 1_000_000_000_000) / 4
        var time = timeval(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        return Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0
    }

    private func ask() -> Bool {
        let request = Array("HEAD /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return false }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !answer.suffix(4).elementsEqual("\r\n\r\n".utf8), answer.count < 65_536 {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return false }
            answer += buffer.prefix(count)
        }
        return answer.starts(with: "HTTP/1.1 ".utf8)
    }
}
