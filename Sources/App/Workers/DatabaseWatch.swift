import Foundation
import Logging
import Models
import ServiceLifecycle

/// Checks every page of the database, after the server has started and then daily. `/healthz` and the log report the
/// result.
struct DatabaseWatch: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        let check = QuickCheck(path: office.folder.databasePath)
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    await look(check)
                    try? await Task.sleep(for: .seconds(24 * 3600))
                }
            }
        } onGracefulShutdown: {
            check.stop()
        }
    }

    private func look(_ check: QuickCheck) async {
        do {
            let damage = try await check.run()
            office.database.condition.checked(damage, at: Date())
            guard let damage else { return }
            logger.critical(
                "the database is damaged: stop the server, keep a copy of the folder, and restore the last good backup",
                metadata: ["found": "\(damage)"])
        } catch is CancellationError {
            // The server is ending.
        } catch {
            logger.error("the database could not be looked at", metadata: ["error": "\(error)"])
        }
    }
}
