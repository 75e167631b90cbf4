import Foundation
import Hummingbird
import Models
import Secrets

/// The head's outbox: until mail is sent, links are handed over by hand, each shown once.
struct OutboxController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: HeadContext) async throws -> Response {
        let before = context.query.id("before")
        return try await portal.show(context) { db in
            (
                mails: try OutgoingMail.newest(db, before: before),
                invitations: before == nil ? try Invitation.waiting(db).map { ($0, try $0.known(db)) } : []
            )
        } page: { found, format in
            let shown = found.mails.prefix(OutgoingMail.pageSize)
            return OutboxPage(
                invitations: found.invitations.map { invitation($0.0, $0.1, format) },
                hasInvitations: !found.invitations.isEmpty, rows: shown.map { row($0, context.office, format) },
                isEmpty: shown.isEmpty && found.invitations.isEmpty, hasMails: !shown.isEmpty,
                isDemo: context.office.isDemo,
                olderHref: found.mails.count > shown.count
                    ? Path.outbox.with(["before": shown.last.map { "\($0.id)" }]) : nil,
                newerHref: before == nil ? nil : Path.outbox.text
            )
        }
    }

    /// Creates the mail's link and shows it, once; earlier ones end.
    @Sendable func showLink(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, context.now)
        let (mail, link) = try await portal.database.write { db in
            let mail = try OutgoingMail.find(db, id)
            return (mail, try mail.show(db, by: head, at: now))
        }
        return try await portal.linkPage(
            context, link, over: mail.firmName ?? context.office.name, backHref: Path.outbox.text)
    }

    private func invitation(
        _ invitation: Invitation, _ known: (kind: Invitation.Known, name: String?), _ format: Format
    ) -> OutboxPage.InvitationRow {
        let text = format.text
        return OutboxPage.InvitationRow(
            name: invitation.name, email: invitation.email, over: invitation.firmName,
            asked: text("people.askedBy", ["name": invitation.authorName, "at": format.moment(invitation.createdAt)]),
            rights: invitation.rights.fields(text).filter(\.isGiven).map(\.label).joined(separator: ", "),
            known: text("outbox.known.\(known.kind.rawValue)", ["name": known.name ?? ""]),
            admitAction: known.kind == .staff ? nil : Path.admission(invitation.id).text,
            refuseAction: Path.refusal(invitation.id).text
        )
    }

    private func row(_ mail: OutgoingMail, _ office: Office, _ format: Format) -> OutboxPage.Mail {
        let (text, theirs) = (format.text, portal.renderer.text(mail.language))
        let state = mail.state(at: format.now)
        let letter = letter(mail, office, theirs)
        return OutboxPage.Mail(
            name: mail.personName, email: mail.email, over: mail.firmName ?? office.name,
            kind: text("outbox.kind.\(mail.kind.rawValue)"), at: format.moment(mail.createdAt),
            state: State(text: text("outbox.state.\(state.rawValue)"), tone: state.tone), subject: letter.subject,
            body: letter.body, textLanguage: mail.language.rawValue, textDirection: theirs.direction,
            showAction: mail.isOpen(at: format.now) ? Path.outboxLink(mail.id).text : nil
        )
    }

    /// Returns the mail in its recipient's language. Its link is hidden, except in a demo.
    private func letter(
        _ mail: OutgoingMail, _ office: Office, _ text: LanguageText
    ) -> (subject: String, body: String) {
        let token = mail.demoToken ?? "••••••••"
        let values = [
            "name": mail.personName, "office": office.name, "link": portal.settings.link(to: .activation(token)),
        ]
        return (
            text("mail.\(mail.kind.rawValue).subject", values), text("mail.\(mail.kind.rawValue).body", values)
        )
    }
}

extension OutgoingMail.State {
    fileprivate var tone: String {
        switch self {
        case .waiting: "wait"
        case .handedOver, .replaced: "none"
        case .used: "good"
        case .expired: "bad"
        }
    }
}
