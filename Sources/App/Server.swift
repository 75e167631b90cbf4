import Foundation
import Hummingbird
import Logging
import Models
import Secrets
import ServiceLifecycle
import UnixSignals
import Web

/// Serves one office until the process is told to stop, then closes its database.
struct Server: Sendable {
    let office: OpenedOffice
    let settings: Settings

    func run(host: String, port: Int, announce: @escaping @Sendable (Int) -> Void) async throws {
        let logger = Logger(label: "skrytka") { _ in JSONLog() }
        let sqlite = try await office.database.sqliteVersion()
        logger.notice("starting", metadata: ["sqlite": "\(sqlite)"])
        let port = try port == 0 ? FreePort.find() : port
        let desk = try ErrandDesk(office: office, settings: settings, port: port, logger: logger)
        let portal = Portal(
            database: office.database, files: office.files, passwords: PasswordPool(),
            renderer: try Renderer(templates: settings.templates, assets: settings.assets),
            settings: settings.web(port: port), clock: office.clock, now: { [clock = office.clock] in clock.now }
        )
        let (listening, listens) = AsyncStream.makeStream(of: Never.self)
        let application = buildApplication(portal, host: host, port: port, logger: logger) { port in
            announce(port)
            listens.finish()
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    application, Ticker(changes: office.database.changes), Sweeper(office: office, logger: logger),
                    desk, DatabaseWatch(office: office, logger: logger, listening: listening),
                    Heartbeat(office: office, logger: logger), NoticeExpiry(office: office, logger: logger),
                    ImportWatch(office: office, settings: settings, logger: logger),
                    ProofCheck(office: office, logger: logger),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
            )
        )
        try await group.run()
        try office.database.close()
    }
}
