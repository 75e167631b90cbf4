import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Refuses a request line with a whole URL (`GET http://other/ HTTP/1.1`): it names a host beside the
/// Host header, and only proxies are sent such lines.
///
/// The framework drops that part before any handler of ours sees the request, so this one puts
/// another in front of the conversion, which hides the Host header; the request is then refused as
/// one for no site of ours.
final class AbsoluteForm: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        try? pipeline.addHandler(RequestLine(), position: .before(codec))
    }
}

private final class RequestLine: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), !head.uri.hasPrefix("/") else {
            return context.fireChannelRead(data)
        }
        head.headers.remove(name: "Host")
        head.uri = "/"
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
