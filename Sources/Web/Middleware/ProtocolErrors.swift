import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Adds our headers to the answers that the framework gives by itself, to requests that are no HTTP.
final class ProtocolErrors: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool

    init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        // Our own answers have them already.
        guard head.headerFields[.contentSecurityPolicy] == nil else { return context.write(data, promise: promise) }
        SecurityHeaders.add(to: &head.headerFields, isSecure: isSecure)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
