import ServiceLifecycle

/// A part of the server that runs as long as the server does, with a name for messages.
struct NamedService: Service {
    let name: String
    let service: any Service
    let closing: ShutdownTime

    /// - Throws: `ServiceFailure` when it fails, or ends without being told to.
    func run() async throws {
        do {
            try await service.run()
            if isTold { return }
            throw SettingError("it ended by itself")
        } catch {
            if isTold { return }
            let failure = ServiceFailure(name: name, reason: error)
            closing.begin(status: 1, saying: "\(failure)")
            throw failure
        }
    }

    private var isTold: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}

/// The error that ends a server, because without one of its parts it would only seem to work.
struct ServiceFailure: Error, CustomStringConvertible {
    let name: String
    let reason: any Error

    var description: String {
        reason is SettingError && name == ServiceFailure.pages
            ? "\(reason)" : "\(name) failed, so the server has ended: \(reason)"
    }

    /// The part that listens on the port, whose errors need no name.
    static let pages = "the pages"
}

/// Services that start together and are told together to stop; when one fails, the others are cancelled.
struct Together: Service {
    let services: [any Service]

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services { group.addTask { try await service.run() } }
            // Not `waitForAll`, which would wait for the others.
            while try await group.next() != nil {}
        }
    }
}

/// A service that starts once the server listens, because the server may fail to listen.
struct OnceListening: Service {
    /// Gets one element when the server listens.
    let listening: AsyncStream<Void>
    let continuation: AsyncStream<Void>.Continuation
    let service: any Service

    func run() async throws {
        let isListening = await withGracefulShutdownHandler {
            await listening.first { _ in true } != nil
        } onGracefulShutdown: {
            continuation.finish()
        }
        if isListening { try await service.run() }
    }
}
