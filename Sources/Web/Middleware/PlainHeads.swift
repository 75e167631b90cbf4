import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Accepts only ASCII heads: the first handler of a request, before the framework processes it.
///
/// An address with other bytes or longer than any of the portal's, and a request line with a whole URL (`GET
/// http://other/ HTTP/1.1`, which names a host beside the Host header and is only for proxies), lose the Host header,
/// and are refused as requests for another site. Browsers percent-encode addresses. A header with other bytes is
/// dropped: no header that is read has any, and comparing one of 80 kB of combining marks would block its thread for a
/// second.
final class PlainHeads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    /// The framework drops parts of a request line before the portal's handlers see the request, so this one inserts
    /// another before the conversion.
    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        try? pipeline.addHandler(HeadFilter(), position: .before(codec))
    }
}

private final class HeadFilter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let path = head.uri.utf8.prefix { $0 != UInt8(ascii: "?") }
        let isPath = path.first == UInt8(ascii: "/") && path.count <= StrictRequests.longestPath && isPlain(head.uri)
        let hasOthers = head.headers.contains { !isPlain($0.value) }
        if isPath, !hasOthers { return context.fireChannelRead(data) }
        if hasOthers {
            head.headers = HTTPHeaders(head.headers.filter { isPlain($0.value) }.map { ($0.name, $0.value) })
        }
        if !isPath {
            head.headers.remove(name: "Host")
            head.uri = "/"
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
