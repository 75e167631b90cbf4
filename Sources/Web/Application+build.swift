import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Models
import NIOCore

/// Builds the router of one office, and the list of its routes.
package func buildRouter(_ portal: Portal) -> (router: Router<AppContext>, routes: [Site.Route]) {
    // The handlers need the list of addresses, so a first, unused router is built for it.
    let map = Site(router: Router(context: AppContext.self))
    map.addRoutes(portal, KnownMethods([]))
    let methods = KnownMethods(map.routes)

    let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: AddressCoding(codes: portal.codes))
    router.add(middleware: MeasuredRequests(meter: portal.meter))
    if portal.settings.requestLog { router.add(middleware: RequestLog()) }
    router.add(
        middleware: WatchedRequests(events: portal.securityEvents, trustedProxies: portal.settings.trustedProxies))
    router.add(middleware: StrictRequests(settings: portal.settings))
    router.add(middleware: Authentication(portal: portal))
    router.add(middleware: ErrorPages(portal: portal, methods: methods))
    router.add(middleware: PostedForms(portal: portal))
    let site = Site(router: router)
    site.addRoutes(portal, methods)
    return (router, site.routes)
}

/// Builds the application that `serve` and `demo` run, and that tests use.
package func buildApplication(
    _ portal: Portal, host: String = "127.0.0.1", port: Int = 8080, logger: Logger = Logger(label: "skrytka"),
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let settings = portal.settings
    let idle = TimeAmount.seconds(Int64(settings.idleSeconds))
    let channel = HTTP1Channel.Configuration(
        additionalChannelHandlers: [
            PlainHeads(), ProtocolErrors(isSecure: settings.isSecure), WriteStall(timeout: idle), ShutdownHandler(),
        ],
        idleTimeout: idle,
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
    )
    return Application(
        responder: StreamResponder(inner: buildRouter(portal).router.buildResponder()),
        server: HTTPServerBuilder { EventLoopChannel(http: HTTP1Channel(responder: $0, configuration: channel)) },
        configuration: ApplicationConfiguration(
            address: .hostname(host, port: port),
            availableConnectionsDelegate: MaximumAvailableConnections(settings.maximumConnections, logger: logger)
        ),
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) },
        logger: logger
    )
}
