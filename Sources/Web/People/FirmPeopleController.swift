import Foundation
import Hummingbird
import Models
import Secrets

/// The card's tab People: who has access to the firm; inviting a person, renewing a link.
struct FirmPeopleController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, try context.id(), FieldErrors())
    }

    /// Invites a person and shows the link, once.
    @Sendable func invite(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form, author) = (try context.id(), context.form, context.person.id)
        let now = portal.now()
        let (scope, rights) = (try context.inviting(at: now), Membership.Rights(form))
        let new = NewPerson(
            name: form["name"], email: form["email"], phone: form["phone"],
            language: Language(rawValue: form["language"]) ?? context.identity.office.language
        )
        do {
            let (firm, link) = try await portal.database.write { db in
                let firm = try Firm.find(db, id, in: scope)
                let link = try Membership.invite(db, new, to: firm, rights: rights, by: author, in: scope, at: now)
                if let link { try OutgoingMail.handOver(db, link, by: author, at: now) }
                return (firm, link)
            }
            guard let link else { return .seeOther(Path.firmPeople(id).saying(.memberAdded)) }
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
        let (facts, people, linkable, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            let people = try Membership.members(db, of: facts.firm, at: now)
            return (
                facts, people, Set(try people.map(\.personId).filter { try Membership.isWithin(db, $0, scope) }),
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
            hasPeople: !people.isEmpty, canInvite: canInvite, action: Path.firmPeople(id).text,
            personName: form["name"], personNameError: errors["name"], personEmail: form["email"],
            emailError: errors["email"], personPhone: form["phone"], phoneError: errors["phone"],
            rights: Membership.Rights(form).fields(format.text),
            languageOptions: portal.languageOptions(
                form.has("language") ? form["language"] : Language.usual(in: firm.country).rawValue
            )
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: firm.name)
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }

    private func personRow(
        _ member: Membership.Member, firm: Int64, canInvite: Bool, canLink: Bool, _ format: Format
    ) -> FirmPeoplePage.PersonRow {
        let text = format.text
        let language = portal.renderer.text(member.language)("languageName")
        return FirmPeoplePage.PersonRow(
            name: member.name, personHref: canInvite ? Path.firmPerson(firm, member.personId).text : nil,
            email: member.email, phone: member.phone,
            ways: "\(language) · \(text("channel.\(member.channel.rawValue)"))",
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
