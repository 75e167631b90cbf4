import Foundation
import Hummingbird
import Models
import Secrets

/// The card's tab People: who has access to the firm; inviting a person, renewing a link.
struct FirmPeopleController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, context.id(), FieldErrors())
    }

    /// The head lets a person in and sees the link, once; a supervisor asks for it.
    @Sendable func invite(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form, author) = (context.id(), context.form, context.person.id)
        let now = portal.now()
        let (scope, rights) = (try context.inviting(at: now), Membership.Rights(form))
        let new = NewPerson(
            name: form["name"], email: form["email"], phone: form["phone"],
            language: Language(rawValue: form["language"]) ?? context.identity.office.language
        )
        let isHead = context.staff.role == .head
        do {
            let (firm, outcome) = try await portal.database.write { db in
                let firm = try Firm.find(db, id, in: scope)
                let outcome: Invitation.Outcome =
                    isHead
                    ? .admitted(
                        try Membership.invite(
                            db, new, to: firm, rights: rights, by: author, handing: .onScreen, at: now))
                    : try Invitation.ask(db, new, to: firm, rights: rights, by: author, in: scope, at: now)
                return (firm, outcome)
            }
            guard case .admitted(let admitted) = outcome else {
                return .seeOther(Path.firmPeople(id).saying(.accessAsked))
            }
            guard let link = admitted else { return .seeOther(Path.firmPeople(id).saying(.memberAdded)) }
            return try await portal.linkPage(
                context.app, context.identity, link, over: firm.name, backHref: Path.firmPeople(id).text
            )
        } catch let invalid as Invalid {
            return try await page(context, id, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    private func page(_ context: StaffContext, _ id: Int64, _ errors: FieldErrors) async throws -> Response {
        let now = portal.now()
        let day = context.identity.office.today(at: now)
        let (scope, reader) = (context.staff.firms(on: day), context.person.id)
        let (facts, people, waiting, linkable, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            let people = try Membership.members(db, of: facts.firm, at: now)
            return (
                facts, people, try Invitation.waiting(db, in: facts.firm),
                Set(try people.map(\.personId).filter { try Membership.isWithin(db, $0, scope) }),
                try Surroundings.office(db, reader, in: scope)
            )
        }
        let (firm, format) = (facts.firm, portal.format(context.app))
        let canInvite = context.staff.role != .accountant
        let form = context.form
        let page = FirmPeoplePage(
            card: FirmCard(facts, on: .people, format),
            people: people.map {
                personRow(
                    $0, firm: id, canInvite: canInvite, canLink: canInvite && linkable.contains($0.personId), format)
            },
            hasPeople: !people.isEmpty, waiting: waiting.map { waitingRow($0, canInvite: canInvite, format) },
            canInvite: canInvite,
            inviteHint: format.text(context.staff.role == .head ? "firms.inviteHint" : "firms.askHint"),
            inviteSubmit: format.text(context.staff.role == .head ? "firms.inviteSubmit" : "firms.askSubmit"),
            action: Path.firmPeople(id).text,
            personName: form["name"], personNameError: errors["name"], personEmail: form["email"],
            emailError: errors["email"], personPhone: form["phone"], phoneError: errors["phone"],
            rights: Membership.Rights(form).fields(format.text),
            languageOptions: portal.languageOptions(
                form.has("language") ? form["language"] : Language.usual(in: firm.country).rawValue
            )
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: page.card.title)
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }

    private func waitingRow(_ invitation: Invitation, canInvite: Bool, _ format: Format) -> FirmPeoplePage.WaitingRow {
        FirmPeoplePage.WaitingRow(
            name: invitation.name, email: invitation.email, phone: invitation.phone,
            asked: format.text(
                "people.askedBy", ["name": invitation.authorName, "at": format.moment(invitation.createdAt)]),
            rights: invitation.rights.fields(format.text).filter(\.isGiven).map(\.label),
            endAction: canInvite ? Path.withdrawal(invitation.firmId, invitation.id).text : nil
        )
    }

    private func personRow(
        _ member: Membership.Member, firm: Int64, canInvite: Bool, canLink: Bool, _ format: Format
    ) -> FirmPeoplePage.PersonRow {
        let text = format.text
        let language = portal.renderer.text(member.language)("languageName")
        return FirmPeoplePage.PersonRow(
            name: member.name, personHref: canInvite ? Path.firmPerson(firm, member.personId).text : nil,
            email: member.email, phone: member.phone,
            speaks: language,
            rights: member.rights.fields(text).filter(\.isGiven).map(\.label), state: State(member, text),
            linkNote: member.linkNote(format),
            linkAction: canLink && member.disabledAt == nil ? Path.firmPersonLink(firm, member.personId).text : nil,
            linkText: text(member.activatedAt == nil ? "person.newLink" : "person.resetLink")
        )
    }
}

extension Language {
    /// The language most people of a country's firms expect.
    static func usual(in country: Country) -> Language { country == .israel ? .he : .pl }
}
