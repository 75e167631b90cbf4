import Hummingbird
import Models

/// "View as this client": the client's own pages as one person of the firm sees them, read-only. Nothing can be sent or
/// downloaded from them, and viewing leaves no trace: no receipt, no download.
struct ClientViewController: Sendable {
    let portal: Portal

    /// Shows this person's first page.
    @Sendable func home(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await portal.showViewed(context) { screen, _ in
            ClientHomeData.reading(screen)
        } page: { found, counts, screen, format in
            ClientHomePage(found, counts, screen, format)
        }
    }

    /// Shows this person's conversations, the unread ones first.
    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let after = context.query.id("after")
        return try await portal.showViewed(context) { screen, _ in
            let (person, firm) = (screen.person.id, screen.firm)
            return { db, counts in try Inbox.fetch(db, of: person, firm: firm, after: after, unread: counts.unread) }
        } page: { inbox, counts, screen, format in
            ClientConversationsPage(inbox, counts, screen, isFirst: after == nil, format)
        }
    }

    /// Shows one of the conversations of this firm.
    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, firm, before) = (context.id("conversation"), context.id(), context.query.id("before"))
        return try await portal.showViewed(context) { screen, _ in
            let read = ClientConversationData.reading(id, of: screen.person.id, before: before)
            return { db, counts in
                let found = try read(db, counts)
                guard found.firm.id == firm else { throw NotFound() }
                return found
            }
        } page: { found, _, screen, format in
            ClientConversationPage(found, key: "", screen, format)
        }
    }

    /// Shows the files of the firm that this person can download.
    @Sendable func files(_ request: Request, _ context: StaffContext) async throws -> Response {
        let query = { @Sendable (screen: ClientScreen) in
            ClientFilesQuery(context.query, viewing: screen.firm, screen.paths)
        }
        return try await portal.showViewed(context) { screen, format in
            ClientFilesData.reading(query(screen), screen, format)
        } page: { found, _, screen, format in
            ClientFilesPage(found, query(screen), showsFirm: false, format)
        }
    }

    /// Shows whom this person calls and writes to. The person's password, language and devices are nobody else's.
    @Sendable func account(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await portal.showViewed(context) { screen, _ in
            let (person, day) = (screen.person.id, screen.today)
            return { db, _ in try Staff.supervisor(db, ofClient: person, on: day) }
        } page: { supervisor, _, screen, format in
            ViewedAccountPage(
                name: screen.person.name, login: screen.person.email,
                contact: Contact(supervisor, office: screen.office, format.text))
        }
    }
}
