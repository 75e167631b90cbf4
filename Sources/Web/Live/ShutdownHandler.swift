import NIOCore
import NIOHTTPTypes

/// Thrown when the server stops while a request is still arriving.
struct ServerClosing: Error {}

/// Closes a connection in time when the server stops, however slowly the client sends or reads. The server tells each
/// connection (`ChannelShouldQuiesceEvent`); idle ones are closed at once elsewhere.
final class ShutdownHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    /// After this time, requests that are still arriving are refused.
    static let lastBytes = TimeAmount.seconds(3)
    /// After this time, the connection is closed.
    static let lastCall = TimeAmount.seconds(6)

    private var isBeingRead = false
    private var alarms: [Scheduled<Void>] = []

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: isBeingRead = true
        case .body: break
        case .end: isBeingRead = false
        }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, alarms.isEmpty {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            alarms = [
                context.eventLoop.scheduleTask(in: Self.lastBytes) {
                    let (door, context) = bound.value
                    if door.isBeingRead { context.fireErrorCaught(ServerClosing()) }
                },
                context.eventLoop.scheduleTask(in: Self.lastCall) { bound.value.1.close(mode: .all, promise: nil) },
            ]
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        for alarm in alarms { alarm.cancel() }
        context.fireChannelInactive()
    }
}
