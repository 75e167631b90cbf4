import COpenSSL
import Foundation

#if canImport(Glibc)
import Glibc
#endif

extension Certificate {
    /// Returns the fingerprint of the certificate that a proxy on this machine presents for a host, from a TLS
    /// handshake with it. Does not check whether the certificate is trusted.
    ///
    /// - Parameters:
    ///   - host: the requested name (SNI, RFC 6066).
    ///   - port: on 127.0.0.1.
    /// - Returns: `nil` when nothing answers there within some seconds, or not with TLS.
    package static func served(for host: String, port: Int) -> Data? {
        guard let descriptor = connect(to: port) else { return nil }
        defer { close(descriptor) }
        guard let context = SSL_CTX_new(TLS_client_method()) else { return nil }
        defer { SSL_CTX_free(context) }
        guard let session = SSL_new(context) else { return nil }
        defer { SSL_free(session) }
        // SSL_set_tlsext_host_name is a macro, which Swift does not import.
        var name = Array(host.utf8CString)
        SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), &name)
        guard SSL_set_fd(session, descriptor) == 1, withoutBrokenPipes({ SSL_connect(session) }) == 1,
            let certificate = SSL_get1_peer_certificate(session)
        else { return nil }
        defer { X509_free(certificate) }
        return fingerprint(certificate)
    }

    /// Keeps a connection closed by the other side from ending this process with a signal.
    private static func withoutBrokenPipes<Value>(_ body: () -> Value) -> Value {
        var (pipes, before, now) = (sigset_t(), sigset_t(), timespec())
        sigemptyset(&pipes)
        sigaddset(&pipes, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipes, &before)
        defer {
            while sigtimedwait(&pipes, nil, &now) == SIGPIPE {}
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        return body()
    }

    private static func connect(to port: Int) -> Int32? {
        guard let port = UInt16(exactly: port) else { return nil }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var time = timeval(tv_sec: 5, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if isConnected { return descriptor }
        close(descriptor)
        return nil
    }
}
