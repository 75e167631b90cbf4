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
    /// Those whom the sign-in page of the demo offers.
    private let cast: DemoCast?
    private let manager = NotifySocket()
    private let closing: ShutdownTime
    private let logger: Logger

    init(office: OpenedOffice, settings: Settings, cast: DemoCast? = nil) {
        (self.office, self.settings, self.cast) = (office, settings, cast)
        closing = ShutdownTime(office.database)
        logger = Logger(label: "skrytka") { _ in JSONLog() }
    }

    /// - Throws: `SettingError` when it cannot listen; `ServiceFailure` when one of its parts fails.
    func run(host: String, port: Int, announce: @escaping @Sendable (Int) -> Void) async throws {
        let sqlite = try await office.database.sqliteVersion()
        logger.notice("starting", metadata: ["sqlite": "\(sqlite)"])
        let port = try port == 0 ? ListeningPort.free(host) : port
        let adminServer = try AdminServer(office: office, settings: settings, port: port, logger: logger)
        defer { adminServer.close() }
        let (listening, continuation) = AsyncStream.makeStream(of: Void.self)
        let pages = try pages(host: host, port: port) { port in
            announce(port)
            manager?.say("READY=1\nSTATUS=Serving on port \(port)")
            continuation.yield()
        }
        let workers = OnceListening(
            listening: listening, continuation: continuation,
            service: Together(services: workers(adminServer, host: host, port: port)))
        var group = ServiceGroupConfiguration(
            services: [Together(services: [pages, workers, ToldToStop { stop() }])],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(5)
        try await ServiceGroup(configuration: group).run()
        close()
    }

    private func pages(
        host: String, port: Int, _ whenListening: @escaping @Sendable (Int) -> Void
    ) throws -> any Service {
        var web = settings.web(port: port)
        web.cast = cast
        let portal = try Portal(
            database: office.database, files: office.files, passwords: PasswordPool(),
            renderer: try Renderer(templates: settings.templates, assets: settings.assets),
            sealing: SealingKeyFile(folder: office.folder.url), settings: web, clock: office.clock,
            now: { [clock = office.clock] in clock.now }
        )
        let application = buildApplication(portal, host: host, port: port, logger: logger) { whenListening($0) }
        return NamedService(
            name: ServiceFailure.pages, service: Listener(application: application, host: host, port: port),
            closing: closing)
    }

    /// The background services.
    private func workers(_ adminServer: AdminServer, host: String, port: Int) -> [any Service] {
        var parts: [(String, any Service)] = [
            ("the live streams", Ticker(changes: office.database.changes)),
            ("the sweeper", Sweeper(office: office, logger: logger)),
            ("the desk for commands", adminServer),
            ("the look at the database", DatabaseWatch(office: office, logger: logger)),
            ("the look at the clock", Heartbeat(office: office, logger: logger)),
            ("the sends that are due", DueSends(office: office, logger: logger)),
            ("the expiry of notices", NoticeExpiry(office: office, logger: logger)),
            ("the watched folder", ImportWatch(office: office, settings: settings, logger: logger)),
        ]
        if let manager, let interval = manager.watchdog {
            parts.append(("the watchdog", Watchdog(manager: manager, interval: interval, host: host, port: port)))
        }
        return parts.map { NamedService(name: $0.0, service: $0.1, closing: closing) }
    }

    private func stop() {
        manager?.say("STOPPING=1")
        closing.begin(
            status: 0, saying: "what was still being done was broken off; nothing that was answered is lost")
        // A stream would delay the stop until its browser leaves.
        office.database.changes.finish()
    }

    /// Everything acknowledged is on the disk: a log that could not be checkpointed now is checkpointed at the next
    /// start.
    private func close() {
        do { try office.database.close() } catch {
            logger.notice("the database was still in use at the end", metadata: ["error": "\(error)"])
        }
    }
}

/// The application, with an error message for a port that was taken since it was tried.
private struct Listener: Service {
    let application: any ApplicationProtocol
    let host: String
    let port: Int

    func run() async throws {
        do { try await application.run() } catch {
            try ListeningPort.check(host, port)
            throw error
        }
    }
}

/// Calls a closure when the process is told to stop.
private struct ToldToStop: Service {
    let body: @Sendable () -> Void

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
            }
        } onGracefulShutdown: {
            body()
        }
    }
}
