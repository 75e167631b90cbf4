import Foundation
import Logging
import Models
import ServiceLifecycle
import Synchronization

/// Answers commands for the folder that this server holds, on a Unix socket. No network reaches it.
final class AdminServer: Service {
    private let socket: UnixSocket
    private let office: OpenedOffice
    private let settings: Settings
    private let port: Int
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var callers: [Int32: UnixSocket] = [:]
        var isStopped = false
    }

    /// Listens from here on.
    /// - Throws: when the data folder is on a disk without sockets.
    init(office: OpenedOffice, settings: Settings, port: Int, logger: Logger) throws {
        (self.office, self.settings, self.port, self.logger) = (office, settings, port, logger)
        socket = try UnixSocket(listeningIn: office.folder.url.path)
    }

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                while let caller = try? await Blocking.run({ [socket] in socket.accept() }) {
                    group.addTask { await self.serve(caller) }
                }
            }
        } onCancelOrGracefulShutdown: {
            self.stop()
        }
    }

    /// Nobody reaches it any more.
    func close() {
        socket.close()
        unlink(office.folder.url.appendingPathComponent(UnixSocket.name).path)
    }

    /// A command that waits for a large backup must not hold the shutdown.
    private func stop() {
        socket.stop()
        state.withLock { state in
            state.isStopped = true
            for caller in state.callers.values { caller.stop() }
        }
    }

    private func serve(_ caller: UnixSocket) async {
        // One who called in the same moment must not be waited for either.
        state.withLock { state in
            state.callers[caller.descriptor] = caller
            if state.isStopped { caller.stop() }
        }
        defer {
            state.withLock { state in
                state.callers[caller.descriptor] = nil
                caller.close()
            }
        }
        caller.limitSending(seconds: 60)
        let channel = SocketChannel(socket: caller)
        do {
            let request = try Self.request(try await Blocking.run { try channel.receive() })
            let context = AdminContext(
                office: office, settings: settings, port: port, answers: DistantAnswers(channel: channel),
                now: office.clock.now
            )
            try await request.run(in: context)
            try await Blocking.run { try channel.send(.done) }
        } catch is ConnectionLost {
            logger.notice("a command went away before it was done")
        } catch {
            logger.notice("a command failed", metadata: ["error": "\(error)"])
            _ = try? await Blocking.run { try channel.send(.failed, Data("\(error)".utf8)) }
        }
    }

    private static func request(_ frame: SocketFrame) throws -> any AdminRequest {
        guard frame.kind == .request else { throw ConnectionLost() }
        let named: NamedRequest = try frame.decoded()
        guard let type = AdminRequests.all.first(where: { $0.name == named.name }) else {
            throw SettingError(
                "the server is another version of skrytka, which does not know this command; start it anew")
        }
        return try JSONDecoder().decode(type, from: named.request)
    }
}

/// The command's side, at the other end of the socket.
struct DistantAnswers: Answers {
    let channel: SocketChannel

    func say(_ line: String) throws { try channel.send(.say, Data(line.utf8)) }
    func complain(_ line: String) throws { try channel.send(.complain, Data(line.utf8)) }
    func begin(_ item: BackupItem) throws { try channel.send(.begin, json: item) }
    func write(_ bytes: UnsafeRawBufferPointer) throws { try channel.send(.bytes, bytes) }
    func end() throws { try channel.send(.end) }

    func missing(_ item: BackupItem, because reason: String) throws {
        try channel.send(.missing, json: MissingItem(item: item, reason: reason))
    }

    func read(_ file: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try channel.send(.read, json: file)
        // To its end also when it is refused half-way: what is left would pass for the next file.
        var refusal: (any Error)?
        while true {
            let frame = try channel.receive()
            switch frame.kind {
            case .bytes:
                guard refusal == nil else { continue }
                do { try frame.payload.withUnsafeBytes(body) } catch { refusal = error }
            case .end:
                if let refusal { throw refusal }
                return
            default: throw ConnectionLost()
            }
        }
    }

    func receipt() throws -> BackupWriter.Receipt {
        try channel.send(.receipt)
        return try channel.receive().decoded()
    }
}

struct MissingItem: Codable {
    let item: BackupItem
    let reason: String
}
