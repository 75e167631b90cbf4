import Foundation

/// The events that are going to happen, in the order of time. An event may plan a later one, so
/// ids grow with time, as they do in a real office.
struct DemoAgenda {
    typealias Act = (Date) throws -> Void

    private struct Entry {
        let at: Date
        let number: Int
        let act: Act
    }

    /// The latest first.
    private var entries: [Entry] = []
    private var count = 0
    private let end: Date

    init(until end: Date) {
        self.end = end
    }

    /// Plans an act. What would come after the end has not happened yet.
    mutating func add(_ at: Date, _ act: @escaping Act) {
        guard at < end else { return }
        count += 1
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].at > at { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(at: at, number: count, act: act), at: low)
    }

    mutating func next() -> (at: Date, act: Act)? {
        entries.popLast().map { ($0.at, $0.act) }
    }
}
