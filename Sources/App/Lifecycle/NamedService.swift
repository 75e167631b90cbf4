import ServiceLifecycle

/// A part of the server that works as long as the server does, by the name that people know it by.
struct NamedService: Service {
    let name: String
    let service: any Service
    let closing: ClosingTime

    /// - Throws: `ServiceFailure` when it fails, and when it ends although nobody told it to.
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

/// The error that ends a server: without one of its parts it would only look as if it worked.
struct ServiceFailure: Error, CustomStringConvertible {
    let name: String
    let reason: any Error

    var description: String {
        reason is SettingError && name == ServiceFailure.pages
            ? "\(reason)" : "\(name) failed, so the server has ended: \(reason)"
    }

    /// The part that listens: what it says of its port stands alone.
    static let pages = "the pages"
}

/// Services that begin together and are told together to end; when one fails, the others are cancelled.
struct Together: Service {
    let services: [any Service]

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services { group.addTask { try await service.run() } }
            // Not `waitForAll`, which goes on waiting for the others.
            while try await group.next() != nil {}
        }
    }
}

/// A service that starts once the server listens: nothing is begun for one that cannot.
struct OnceListening: Service {
    /// Gets one element when it does.
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
