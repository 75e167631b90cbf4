import GRDB

/// Tells whoever posts planned sends that one may have been ordered.
package final class OrderedSends: CommitHook {
    /// An element after each commit while sends are planned, and at each ``wake()``.
    package let orders: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (orders, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func wake() { continuation.yield() }

    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? {
        guard try PlannedSend.nextDue(db) != nil else { return nil }
        return { [continuation] in continuation.yield() }
    }
}

extension OfficeDatabase {
    package var orderedSends: OrderedSends? { hook(OrderedSends.self) }
}
