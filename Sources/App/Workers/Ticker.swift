import Models
import ServiceLifecycle

/// Keeps the live streams open through proxies, and makes each look at its session again.
struct Ticker: Service {
    let changes: LiveChanges

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(20))
                changes.tick()
            }
        }
    }
}
