import Foundation
import Logging
import Models
import ServiceLifecycle

/// Posts the sends to many firms whose time to be undone is over, each in a transaction of its own. Those that came due
/// while the program did not run go first.
struct DueSends: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        guard let ordered = office.database.orderedSends else { return }
        ordered.wake()
        await cancelWhenGracefulShutdown {
            // The timer wakes the same stream that orders do: one that is broken off while it waits would be over.
            var timer: Task<Void, Never>?
            for await _ in ordered.orders {
                timer?.cancel()
                timer = await goAll().map { wait in
                    Task { if (try? await Task.sleep(for: min(wait, .seconds(60)))) != nil { ordered.wake() } }
                }
            }
            timer?.cancel()
        }
    }

    /// Posts all that is due.
    /// - Returns: the time until the next one is; `nil` when none is planned.
    private func goAll() async -> Duration? {
        do {
            let clock = office.clock
            // Writes only what is due: each commit wakes this again.
            while let next = try await office.database.read({ db in try PlannedSend.nextDue(db) }) {
                let wait = next.timeIntervalSince(clock.now)
                if wait > 0 { return .seconds(wait) }
                _ = try await office.database.write { db in try PlannedSend.goNext(db, at: clock.now) }
            }
            return nil
        } catch {
            logger.error("a send to many firms waits: posting it failed", metadata: ["error": "\(error)"])
            return .seconds(10)
        }
    }
}
