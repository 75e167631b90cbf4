import Models
import ServiceLifecycle

/// Keeps live streams open through proxies, and lets each check its session.
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
