import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The port on which the server listens.
enum ListeningPort {
    /// Tries the port before a data folder is locked and its database migrated in vain. Port 0 means any free port.
    /// - Throws: `SettingError` with the host, the port, and the remedy.
    static func check(_ host: String, _ port: Int) throws {
        guard (0...65535).contains(port) else {
            throw SettingError("--port: there is no port \(port); choose one from 1 to 65535")
        }
        let (code, _) = try bound(host, port)
        guard code != 0 else { return }
        throw SettingError(sentence(host, port, code))
    }

    /// Returns a free port of this host. The allowed host names contain the port, so it must be known before the server
    /// listens.
    static func free(_ host: String) throws -> Int {
        let (code, port) = try bound(host, 0)
        guard code == 0 else { throw SettingError(sentence(host, 0, code)) }
        return port
    }

    private static func sentence(_ host: String, _ port: Int, _ code: Int32) -> String {
        switch code {
        case EADDRINUSE:
            """
            --port: port \(port) of \(host) is taken by another program, perhaps by a skrytka that serves already; \
            stop that one, or choose another port with --port
            """
        case EACCES:
            "--port: this user may not listen on port \(port) of \(host); choose one from 1024 on, behind a proxy"
        case EADDRNOTAVAIL: "--host: \(host) is no address of this computer; 127.0.0.1 is, behind a proxy"
        default:
            "--port: port \(port) of \(host) cannot be listened on: \(String(cString: strerror(code))); choose another"
        }
    }

    /// Listens for a moment, like the server will: an address that was in use until now is free.
    /// - Returns: the system's error or 0, and the port.
    private static func bound(_ host: String, _ port: Int) throws -> (code: Int32, port: Int) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else {
            throw SettingError("--host: \(host) is no address of this computer; 127.0.0.1 is, behind a proxy")
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.ai_family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return (errno, port) }
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 1) == 0 else {
            return (errno, port)
        }
        return (0, boundPort(descriptor) ?? port)
    }

    private static func boundPort(_ descriptor: Int32) -> Int? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isKnown else { return nil }
        // In both address families the port is the second field.
        return withUnsafeBytes(of: &address) { Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self))) }
    }
}
