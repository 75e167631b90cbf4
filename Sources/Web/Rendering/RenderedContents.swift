import Models
import Synchronization

/// The messages that were shown lately, as HTML and as a line: a content never changes, and a notice
/// stands in thousands of inboxes. Bounded by bytes; what nobody looks at is forgotten.
package final class RenderedContents: Sendable {
    /// Of each kind, the most bytes that are kept: twice this, for a moment.
    private static let limit = 2 * 1024 * 1024

    private let pages = Mutex(Generations(limit: limit))
    private let lines = Mutex(Generations(limit: limit))

    package init() {}

    func html(of content: Int64, _ make: () -> String) -> String { Self.find(content, in: pages, make) }

    func line(of content: Int64, _ make: () -> String) -> String { Self.find(content, in: lines, make) }

    private static func find(_ content: Int64, in kept: borrowing Mutex<Generations>, _ make: () -> String) -> String {
        if let text = kept.withLock({ $0.find(content) }) { return text }
        let text = make()
        kept.withLock { $0.keep(content, text) }
        return text
    }
}

/// Texts used lately, and those used before them: when the first are too many, they become the second.
private struct Generations {
    let limit: Int
    private var young: [Int64: String] = [:]
    private var old: [Int64: String] = [:]
    private var bytes = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func find(_ id: Int64) -> String? {
        if let text = young[id] { return text }
        guard let text = old[id] else { return nil }
        keep(id, text)
        return text
    }

    mutating func keep(_ id: Int64, _ text: String) {
        // Beside its characters a text costs its place in the dictionary.
        bytes += text.utf8.count + 64
        young[id] = text
        guard bytes > limit else { return }
        old = young
        young = [:]
        bytes = 0
    }
}
