import HTTPTypes
import NIOCore

#if canImport(Glibc)
import Glibc
#endif

/// The other side has closed its connection in the middle of a request: a lid that was shut, a phone in a tunnel, a
/// visitor who went on. Nothing has failed here, and nobody is there to be answered. Who only stops sending in the middle
/// of a body, and still listens, has sent a broken one.
enum BrokenOff {
    /// Nobody reads it; nginx has the number, and the figures show it.
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
