import NIOCore
import NIOHTTPTypes

/// Closes a connection whose reader has stopped reading while there is something to write.
final class WriteStall: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    private let timeout: TimeAmount
    private var alarm: Scheduled<Void>?

    init(timeout: TimeAmount) {
        self.timeout = timeout
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
        if !context.channel.isWritable {
            let channel = context.channel
            alarm = context.eventLoop.scheduleTask(in: timeout) { channel.close(mode: .all, promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }
}
