import Hummingbird
import Models
import Secrets

/// The access requests of supervisors: the head decides, the author may withdraw.
struct InvitationsController: Sendable {
    let portal: Portal

    /// Accepts the request, and shows the link for a person who has not signed in yet.
    @Sendable func admit(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, context.now)
        do {
            let (invitation, link) = try await portal.database.write { db in
                let invitation = try Invitation.find(db, id)
                return (invitation, try invitation.admit(db, by: head, at: now))
            }
            guard let link else { return .seeOther(Path.outbox.saying(.memberAdded)) }
            return try await portal.linkPage(context, link, over: invitation.firmName, backHref: Path.outbox.text)
        } catch is Invalid {
            // An employee, or a member meanwhile: the page says which, and that the request can only be refused.
            return .seeOther(Path.outbox.saying(.notAdmitted))
        }
    }

    @Sendable func refuse(_ request: Request, _ context: HeadContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.outbox.saying(.saved)) { db in
            try Invitation.find(db, id).refuse(db, by: context.person.id, at: context.now)
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, invitation, firms) = (context.id(), context.id("invitation"), try context.inviting())
        return try await portal.change(context, then: Path.firmPeople(id).saying(.saved)) { db in
            let (firm, found) = (try Firm.find(db, id, in: firms), try Invitation.find(db, invitation))
            guard found.firmId == firm.id else { throw NotFound() }
            try found.withdraw(db, by: context.person.id, at: context.now)
        }
    }
}
