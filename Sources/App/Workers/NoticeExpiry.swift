import Foundation
import Logging
import Models
import ServiceLifecycle

/// Ends notices whose last day is over in the office's time zone, every minute, so that soon after midnight nobody is
/// asked to read them.
struct NoticeExpiry: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if !office.clock.isDoubted { try await expire(at: office.clock.now) }
                } catch {
                    logger.error("ending notices failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    private func expire(at now: Date) async throws {
        let day = try await office.database.read { db in
            try Office.find(db).map { $0.today(at: now) }.flatMap { try Broadcast.mustExpire(db, on: $0) ? $0 : nil }
        }
        guard let day else { return }
        try await office.database.write { db in try Broadcast.expire(db, on: day, at: now) }
    }
}
