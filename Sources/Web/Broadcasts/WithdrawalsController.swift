import Hummingbird
import Models

/// Takes back what nobody of a firm has read: a notice from all such firms, or one message.
struct WithdrawalsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        return try await portal.show(context) { db in
            let broadcast = try Broadcast.find(db, id, by: context.ownSends)
            return (
                broadcast: broadcast, count: try broadcast.withdrawableCount(db, in: context.firms),
                totals: try BroadcastReport(broadcast, scope: context.firms).totals(db)
            )
        } page: { found, format in
            WithdrawPage(
                subject: found.broadcast.subject, canWithdraw: found.count > 0,
                withdrawText: format.text.plural("withdrawals.withdraw", found.count),
                keptText: found.totals.received > found.count
                    ? format.text.plural("withdrawals.kept", found.totals.received - found.count) : nil,
                action: Path.noticeWithdrawals(id).text, backHref: Path.broadcast(id).text)
        }
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, context.now)
        let count = try await portal.database.write { db in
            try Broadcast.find(db, id, by: context.ownSends).withdraw(db, by: person, in: context.firms, at: now)
        }
        return .seeOther(
            Path.broadcast(id).with([
                "show": count > 0 ? BroadcastReport.Show.withdrawn.rawValue : nil,
                "done": (count > 0 ? Flash.withdrawn : .withdrawnTooLate).rawValue,
            ]))
    }

    @Sendable func withdrawMessage(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, message, person, now) = (context.id(), context.id("message"), context.person.id, context.now)
        do {
            return try await portal.change(context, then: Path.officeConversation(id).saying(.withdrawn)) { db in
                try Conversation.find(db, id, in: context.firms).withdraw(
                    db, message: message, sentBy: context.ownSends, by: person, on: context.day, at: now)
            }
        } catch is AlreadyRead {
            return .seeOther(Path.officeConversation(id).saying(.withdrawnTooLate))
        }
    }
}

/// The confirmation page before a notice is withdrawn.
struct WithdrawPage: OfficePage {
    var template: String { "broadcasts/withdraw" }
    static let place = MenuPlace.broadcasts
    let subject: String
    let canWithdraw: Bool
    let withdrawText: String
    /// How many firms keep it, because somebody there knows of it; `nil` for none.
    let keptText: String?
    let action: String
    let backHref: String

    func title(_ text: LanguageText) -> String { text("withdrawals.title") }
}
