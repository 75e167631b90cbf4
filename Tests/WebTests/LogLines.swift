import Logging
import Synchronization

/// Keeps what is logged. A copy of a logger writes into the same lines.
struct LogLines: LogHandler {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private let lines = Lines()
    var metadata: Logger.Metadata = ["hb.request.id": "1"]
    var logLevel = Logger.Level.trace

    var all: [String] { lines.all.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { _, newer in newer }
        lines.all.withLock { $0.append("\(event.level) \(event.message) \(facts)") }
    }
}
