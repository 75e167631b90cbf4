import Logging
import Synchronization

/// Collects log lines. All copies of a logger write into the same collection.
package struct LogLines: LogHandler {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private let lines = Lines()
    package var metadata: Logger.Metadata = ["hb.request.id": "1"]
    package var logLevel = Logger.Level.trace

    package init() {}

    package var all: [String] { lines.all.withLock { $0 } }

    /// A logger that writes into this collection.
    package var logger: Logger { Logger(label: "test") { _ in self } }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { _, newer in newer }
        lines.all.withLock { $0.append("\(event.level) \(event.message) \(facts)") }
    }
}
