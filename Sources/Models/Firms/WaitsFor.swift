import Foundation

/// What a firm waits for, the most urgent reason alone: whose turn it is, and since when.
package enum WaitsFor: Equatable, Sendable {
    /// The office owes an answer, to the oldest question first.
    case answer(since: Date, subject: String)
    /// The firm has not read all that the office sent.
    case reading(since: Date)
    /// Somebody has access, and nobody has ever signed in.
    case signIn(since: Date)
    /// Nobody has access, so that nothing reaches the firm.
    case person
    case nothing
}

extension FirmList.FirmRow {
    package var waitsFor: WaitsFor {
        if let waitingSince, let waitingSubject { return .answer(since: waitingSince, subject: waitingSubject) }
        guard let invitedAt else { return .person }
        if activeCount == 0 { return .signIn(since: invitedAt) }
        return unreadSince.map { .reading(since: $0) } ?? .nothing
    }
}
