import Foundation
import Logging
import Models
import ServiceLifecycle

/// Every hour: forgets what nobody needs any more.
struct Sweeper: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await sweep(at: Date())
                } catch {
                    logger.error("sweeping failed", metadata: ["error": "\(error)"])
                }
                await giveBackMemory()
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    /// What the start, the sweep and an hour of work have left lying about.
    private func giveBackMemory() async {
        office.database.releaseMemory()
        try? await Task.sleep(for: .milliseconds(200))
        Memory.giveBack()
    }

    private func sweep(at now: Date) async throws {
        // Rows go first: a file without a row is removed below, a row without a file would be a loss.
        let keys = try await office.database.write { db in
            try Draft.sweep(db, at: now)
            try FirmImport.sweep(db, at: now)
            try SignInAttempt.sweep(db, at: now)
            return try StoredFile.sweep(db, at: now)
        }
        for key in keys { office.files.remove(key) }
        let known = try await office.database.read { db in try StoredFile.allKeys(db) }
        let orphans = office.files.sweepOrphans(known: known, at: now)
        if orphans > 0 { logger.notice("removed files that no row names", metadata: ["count": "\(orphans)"]) }
    }
}
