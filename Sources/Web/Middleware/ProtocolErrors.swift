import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Adds the portal's headers to the framework's own responses to requests that are not HTTP.
final class ProtocolErrors: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool

    init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        // The portal's own responses have them already.
        guard head.headerFields[.contentSecurityPolicy] == nil else { return context.write(data, promise: promise) }
        SecurityHeaders.add(to: &head.headerFields, isSecure: isSecure)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
