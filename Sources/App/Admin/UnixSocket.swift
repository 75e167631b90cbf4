import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The socket in a data folder, for commands of the same user (mode 0600 in a folder of 0700).
///
/// A socket's path may have 107 bytes, and a data folder's may be longer. So the folder is opened first, and the
/// socket named through that descriptor: `/proc/self/fd/7/socket` is short wherever the folder is.
struct UnixSocket: Sendable {
    static let name = "socket"

    let descriptor: Int32

    /// Listens in a folder whose lock this process holds: a socket that is there already was left by a killed one.
    init(listeningIn folder: String) throws {
        unlink("\(folder)/\(Self.name)")
        descriptor = try Self.open(in: folder) { descriptor, address, length in
            bind(descriptor, address, length) == 0 && listen(descriptor, 16) == 0
        }
        chmod("\(folder)/\(Self.name)", 0o600)
    }

    /// Connects to the process that holds a folder.
    init(connectedTo folder: String) throws {
        descriptor = try Self.open(in: folder) { connect($0, $1, $2) == 0 }
    }

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next command that calls; nothing when the socket was stopped.
    func accept() -> UnixSocket? {
        while true {
            let caller = Glibc.accept(descriptor, nil, nil)
            if caller >= 0 {
                let socket = UnixSocket(descriptor: caller)
                if socket.isOfThisUser { return socket }
                socket.close()
                continue
            }
            // A caller who has gone away, or too many open files for a moment.
            guard [EINTR, ECONNABORTED, EMFILE, ENFILE].contains(errno) else { return nil }
            usleep(100_000)
        }
    }

    /// The system's word for who is at the other end, beside the mode of the socket and of its folder.
    private var isOfThisUser: Bool {
        struct Peer { var (pid, uid, gid): (Int32, UInt32, UInt32) }
        var peer = Peer(pid: 0, uid: .max, gid: .max)
        var length = socklen_t(MemoryLayout<Peer>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 else { return false }
        return peer.uid == geteuid() || peer.uid == 0
    }

    /// Ends every wait for this socket, here and at the other end.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    func close() { Glibc.close(descriptor) }

    /// Gives up on a reader that takes nothing for so long.
    func limitSending(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    private static func open(
        in folder: String, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) throws -> Int32 {
        let place = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { throw SocketError(code: errno) }
        defer { Glibc.close(place) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(code: errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) {
            $0.copyBytes(from: Array("/proc/self/fd/\(place)/\(name)".utf8))
        }
        let isOpen = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard isOpen else {
            let code = errno
            Glibc.close(descriptor)
            throw SocketError(code: code)
        }
        return descriptor
    }
}

struct SocketError: Error, CustomStringConvertible {
    let code: Int32

    var description: String { "the socket in the data folder cannot be used: \(String(cString: strerror(code)))" }
}
