import Foundation
import Hummingbird
import Models
import Secrets

/// The card's tab People: who has access to the firm; inviting a person, renewing a link.
struct FirmPeopleController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors())
    }

    /// Invites a person: the head sees the link, once; a supervisor requests it from the head.
    @Sendable func invite(_ request: Request, _ context: StaffContext) async throws -> Response {
        let new = NewPerson(context.form, language: context.office.language)
        return try await portal.attempt(context) {
            let (firm, outcome) = try await invite(new, context)
            let people = Path.firmPeople(firm.id)
            switch outcome {
            case .waits: return .seeOther(people.saying(.accessAsked))
            case .admitted(nil): return .seeOther(people.saying(.memberAdded))
            case .admitted(let link?):
                return try await portal.linkPage(context, link, over: firm.name, backHref: people.text)
            }
        } refused: { errors in
            try await page(context, errors)
        }
    }

    private func invite(
        _ new: NewPerson, _ context: StaffContext
    ) async throws -> (firm: Firm, outcome: Invitation.Outcome) {
        let (id, firms, author, now) = (context.id(), try context.inviting(), context.person.id, context.now)
        let rights = Membership.Rights(context.form)
        return try await portal.database.write { db in
            let firm = try Firm.find(db, id, in: firms)
            let outcome: Invitation.Outcome =
                context.isHead
                ? .admitted(
                    try Membership.invite(db, new, to: firm, rights: rights, by: author, handing: .onScreen, at: now))
                : try Invitation.ask(db, new, to: firm, rights: rights, by: author, in: firms, at: now)
            return (firm, outcome)
        }
    }

    private func page(_ context: StaffContext, _ errors: FieldErrors) async throws -> Response {
        let (id, firms) = (context.id(), context.firms)
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: firms, on: context.day, at: context.now)
            return FirmPeople(
                facts: facts, waiting: try Invitation.waiting(db, in: facts.firm),
                linkable: Set(try facts.members.map(\.personId).filter { try Membership.isWithin(db, $0, firms) }))
        } page: { found, format in
            page(found, context, errors, format)
        }
    }

    private struct FirmPeople: Sendable {
        let facts: FirmFacts
        let waiting: [Invitation]
        /// The people for whom the viewer may create a link.
        let linkable: Set<Int64>
    }

    private func page(
        _ found: FirmPeople, _ context: StaffContext, _ errors: FieldErrors, _ format: Format
    ) -> FirmPeoplePage {
        let (firm, form) = (found.facts.firm, context.form)
        let canInvite = context.staff.role != .accountant
        return FirmPeoplePage(
            card: FirmCard(found.facts, on: .people, format),
            people: found.facts.members.map {
                personRow(
                    $0, firm: firm.id, canInvite: canInvite,
                    canLink: canInvite && found.linkable.contains($0.personId), format)
            },
            hasPeople: !found.facts.members.isEmpty,
            waiting: found.waiting.map { waitingRow($0, canInvite: canInvite, format) }, canInvite: canInvite,
            inviteHint: format.text(context.isHead ? "firms.inviteHint" : "firms.askHint"),
            inviteSubmit: format.text(context.isHead ? "firms.inviteSubmit" : "firms.askSubmit"),
            action: Path.firmPeople(firm.id).text,
            personName: form["name"], personNameError: errors["name"], personEmail: form["email"],
            emailError: errors["email"], personPhone: form["phone"], phoneError: errors["phone"],
            rights: Membership.Rights(form).fields(format.text),
            languageOptions: portal.languageOptions(
                form.has("language") ? form["language"] : Language.usual(in: firm.country).rawValue
            )
        )
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

extension NewPerson {
    /// - Parameter language: used when the form contains none.
    fileprivate init(_ form: Form, language: Language) {
        self.init(
            name: form["name"], email: form["email"], phone: form["phone"],
            language: Language(rawValue: form["language"]) ?? language
        )
    }
}

extension Language {
    /// The language that most people of a country's firms expect.
    static func usual(in country: Country) -> Language { country == .israel ? .he : .pl }
}
