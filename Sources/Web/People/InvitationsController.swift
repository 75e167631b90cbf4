import Hummingbird
import Models
import Secrets

/// Whom supervisors want to let in: the head decides, whoever asked may take it back.
struct InvitationsController: Sendable {
    let portal: Portal

    /// Lets the person in, and shows the link to somebody who has not come yet.
    @Sendable func admit(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        do {
            let (invitation, link) = try await portal.database.write { db in
                let invitation = try Invitation.find(db, id)
                return (invitation, try invitation.admit(db, by: head, at: now))
            }
            guard let link else { return .seeOther(Path.outbox.saying(.memberAdded)) }
            return try await portal.linkPage(
                context.app, context.identity, link, over: invitation.firmName, backHref: Path.outbox.text)
        } catch is Invalid {
            // Of the office, or a member meanwhile: the page says which, and that it can only be refused.
            return .seeOther(Path.outbox.saying(.notAdmitted))
        }
    }

    @Sendable func refuse(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        try await portal.database.write { db in try Invitation.find(db, id).refuse(db, by: head, at: now) }
        return .seeOther(Path.outbox.saying(.saved))
    }

    @Sendable func withdraw(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, invitation, now) = (context.id(), context.id("invitation"), portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        try await portal.database.write { db in
            let (firm, found) = (try Firm.find(db, id, in: scope), try Invitation.find(db, invitation))
            guard found.firmId == firm.id else { throw NotFound() }
            try found.withdraw(db, by: author, at: now)
        }
        return .seeOther(Path.firmPeople(id).saying(.saved))
    }
}
