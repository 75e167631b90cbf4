import Foundation
import Logging
import Models
import ServiceLifecycle

/// Deletes what nobody needs any more, every hour.
struct Sweeper: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var hours = 0
            while !Task.isCancelled {
                do {
                    if !office.clock.isDoubted {
                        try await sweep(at: office.clock.now)
                        // The remains of a crash are found after the start, or a day later, when they are old enough.
                        // The folder of files grows, and is not scanned more often.
                        if hours == 0 || hours == 24 { try await sweepOrphans(at: office.clock.now) }
                        office.files.clearQuarantine(at: office.clock.now)
                        hours += 1
                    }
                } catch {
                    logger.error("sweeping failed", metadata: ["error": "\(error)"])
                }
                await releaseMemory()
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    /// Releases the memory that the start, the sweep and an hour of work left unused.
    private func releaseMemory() async {
        office.database.releaseMemory()
        try? await Task.sleep(for: .milliseconds(200))
        Memory.release()
    }

    private func sweep(at now: Date) async throws {
        // Rows first: a file without a row goes to quarantine below, a row without a file would be a loss.
        let keys = try await office.database.write { db in
            try Draft.sweep(db, at: now)
            try FirmImport.sweep(db, at: now)
            try SignInAttempt.sweep(db, at: now)
            try KnownBrowser.sweep(db, at: now)
            return try StoredFile.sweep(db, at: now)
        }
        for key in keys { office.files.quarantine(key, because: .unsent, at: now) }
        while try await office.database.write({ db in try Cleaning.clean(db, at: now) }) {}
    }

    /// Scans the whole folder of files.
    private func sweepOrphans(at now: Date) async throws {
        let known = try await office.database.read { db in try StoredFile.allKeys(db) }
        let orphans = office.files.sweepOrphans(known: known, at: now)
        guard !orphans.isNothing else { return }
        logger.notice(
            "looked after files that no row names",
            metadata: [
                "into quarantine": "\(orphans.quarantined)", "brought back": "\(orphans.broughtBack)",
                "removed": "\(orphans.removed)",
            ])
    }
}
