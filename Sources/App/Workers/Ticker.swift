import Models
import ServiceLifecycle

/// Keeps the live streams open through proxies, and makes each look at its session again.
struct Ticker: Service {
    let changes: LiveChanges

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(20))
                    changes.tick()
                }
            }
        } onGracefulShutdown: {
            // A stream would hold the shutdown until its browser leaves.
            changes.finish()
        }
    }
}
