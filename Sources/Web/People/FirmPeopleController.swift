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
        let scope = try inviting(context)
        let now = portal.now()
        let new = NewPerson(
            name: form["name"], email: form["email"], phone: form["phone"],
            language: Language(rawValue: form["language"]) ?? context.identity.office.language
        )
        do {
            let (firm, link) = try await portal.database.write { db in
                let firm = try Firm.find(db, id, in: scope)
                return (firm, try Membership.invite(db, new, to: firm, by: author, in: scope, at: now))
            }
            guard let link else { return .seeOther(Path.firmPeople(id).saying(.memberAdded)) }
            return try await linkPage(context, firm, link)
        } catch let invalid as Invalid {
            return try await page(context, id, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    /// Makes a new link for a person of the firm; the one before ends.
    @Sendable func renewLink(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, author) = (try context.id(), try context.id("person"), context.person.id)
        let scope = try inviting(context)
        let now = portal.now()
        let (firm, link) = try await portal.database.write { db in
            let firm = try Firm.find(db, id, in: scope)
            let member = try Membership.person(db, person, of: firm)
            guard try Membership.isWithin(db, member.id, scope) else { throw NotFound() }
            return (firm, try PersonalLink.mint(db, for: member.id, by: author, at: now))
        }
        return try await linkPage(context, firm, link)
    }

    /// Who may let people in: the head everywhere, a supervisor in the own firms.
    private func inviting(_ context: StaffContext) throws -> FirmScope {
        guard context.staff.role != .accountant else { throw NotFound() }
        return context.staff.firms(on: context.identity.office.today(at: portal.now()))
    }

    private func page(_ context: StaffContext, _ id: Int64, _ errors: FieldErrors) async throws -> Response {
        let day = context.identity.office.today(at: portal.now())
        let (scope, reader) = (context.staff.firms(on: day), context.person.id)
        let (facts, people, linkable, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            let people = try Membership.people(db, of: facts.firm)
            return (
                facts, people, Set(try people.map(\.id).filter { try Membership.isWithin(db, $0, scope) }),
                try Surroundings.office(db, reader, in: scope)
            )
        }
        let (firm, format) = (facts.firm, portal.format(context.app))
        let canInvite = context.staff.role != .accountant
        let (text, form) = (format.text, context.form)
        let page = FirmPeoplePage(
            card: FirmCard(facts, on: .people, format),
            people: people.map { personRow($0, firm: id, canLink: canInvite && linkable.contains($0.id), text) },
            hasPeople: !people.isEmpty, canInvite: canInvite, action: Path.firmPeople(id).text,
            personName: form["name"], personNameError: errors["name"], personEmail: form["email"],
            emailError: errors["email"], personPhone: form["phone"], phoneError: errors["phone"],
            languageOptions: languageOptions(firm, form)
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: firm.name)
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }

    private func personRow(_ person: Person, firm: Int64, canLink: Bool, _ text: LanguageText)
        -> FirmPeoplePage.PersonRow
    {
        let state =
            person.disabledAt != nil ? ("disabled", "bad") : person.isInvited ? ("invited", "wait") : ("active", "good")
        return FirmPeoplePage.PersonRow(
            name: person.name, email: person.email, phone: person.phone,
            state: State(text: text("person.\(state.0)"), tone: state.1),
            linkAction: canLink && person.disabledAt == nil ? Path.firmPersonLink(firm, person.id).text : nil,
            linkText: text(person.isInvited ? "person.newLink" : "person.resetLink")
        )
    }

    private func languageOptions(_ firm: Firm, _ form: Form) -> [Option] {
        Language.allCases.map { language in
            Option(
                code: language.rawValue, name: portal.renderer.text(language)("languageName"),
                isSelected: form.has("language")
                    ? form["language"] == language.rawValue : language == Language.usual(in: firm.country)
            )
        }
    }

    private func linkPage(
        _ context: StaffContext, _ firm: Firm, _ link: PersonalLink.Minted
    ) async throws -> Response {
        let day = context.identity.office.today(at: portal.now())
        let (scope, reader) = (context.staff.firms(on: day), context.person.id)
        let (person, surroundings) = try await portal.database.read { db in
            (try Person.find(db, link.personId), try Surroundings.office(db, reader, in: scope))
        }
        let format = portal.format(context.app)
        let page = PersonalLinkPage(
            firmName: firm.name, personName: person.name, email: person.email,
            link: portal.settings.link(to: .activation(link.token.text)),
            expires: format.fullMoment(link.expiresAt), firmHref: Path.firmPeople(firm.id).text
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: format.text("link.title"))
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }
}

extension Language {
    /// The language most people of a country's firms expect.
    static func usual(in country: Country) -> Language { country == .israel ? .he : .pl }
}
