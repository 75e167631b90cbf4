import Foundation
import Logging
import Models
import ServiceLifecycle

/// Parses files again, once after an upgrade, that were imported before receipts were judged as now.
struct ProofCheck: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                let lost = try await judge()
                if lost > 0 { logger.error("imports cannot be read any more", metadata: ["count": "\(lost)"]) }
            } catch {
                logger.error("judging receipts anew failed", metadata: ["error": "\(error)"])
            }
            // A service that returns would end the others.
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        }
    }

    /// - Returns: how many files could not be read.
    private func judge() async throws -> Int {
        var lost = 0
        while !Task.isCancelled, let due = try await office.database.read(TaxProofDue.next) {
            let file = due.read(in: office.files)
            try await office.database.write { db in try due.settle(db, file, at: Date()) }
            if file == nil { lost += 1 }
        }
        return lost
    }
}
