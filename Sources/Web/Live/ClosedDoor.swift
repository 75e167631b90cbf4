import NIOCore
import NIOHTTPTypes

/// The server ends while a request was still on its way in.
struct ServerClosing: Error {}

/// Ends a connection in time when the server ends, however slowly its other end sends or reads. The server says so to
/// each connection (`ChannelShouldQuiesceEvent`); those that wait for nothing are closed at once by others.
final class ClosedDoor: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    /// From then on, what is still being sent here is answered that it comes too late.
    static let lastBytes = TimeAmount.seconds(3)
    /// From then on, nobody is waited for.
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
