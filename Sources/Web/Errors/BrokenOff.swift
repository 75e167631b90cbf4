import HTTPTypes
import NIOCore

#if canImport(Glibc)
import Glibc
#endif

/// The client has closed its connection in the middle of a request: a closed lid, a phone in a tunnel, a visitor who
/// left. Nothing has failed here, and nobody awaits a response. A client that only stops sending in the middle of a
/// body, but still listens, has sent a malformed one.
enum BrokenOff {
    /// Nobody reads it; nginx uses this number, and the figures show it.
    static let status = HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")

    static func isCause(of error: any Error) -> Bool {
        switch error {
        case is CancellationError: true
        case let error as ChannelError:
            [.ioOnClosedChannel, .alreadyClosed, .inputClosed, .outputClosed, .eof].contains(error)
        case let error as IOError: [ECONNRESET, EPIPE, ECONNABORTED, ETIMEDOUT].contains(error.errnoCode)
        default: false
        }
    }
}
