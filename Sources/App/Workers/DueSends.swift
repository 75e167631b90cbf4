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
        guard let orders = office.database.orderedSends?.orders else { return }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let wait = await goAll()
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { try? await Task.sleep(for: wait) }
                    group.addTask { for await _ in orders { return } }
                    await group.next()
                    group.cancelAll()
                }
            }
        }
    }

    /// Posts all that is due.
    /// - Returns: the time until the next one is.
    private func goAll() async -> Duration {
        do {
            let clock = office.clock
            while try await office.database.write({ db in try PlannedSend.goNext(db, at: clock.now) }) {}
            let next = try await office.database.read { db in try PlannedSend.nextDue(db) }
            return .seconds(next.map { max(0, $0.timeIntervalSince(clock.now)) } ?? 3600)
        } catch {
            logger.error("a send to many firms waits: posting it failed", metadata: ["error": "\(error)"])
            return .seconds(10)
        }
    }
}
