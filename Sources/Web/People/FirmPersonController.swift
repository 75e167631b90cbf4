import Foundation
import Hummingbird
import Models

/// One person of a firm: rights, what the office knows of the person, the link, the end of the access.
struct FirmPersonController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors())
    }

    /// Corrects name, phone and language.
    @Sendable func correct(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, form, now) = (context.id(), context.id("person"), context.form, portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        guard let language = Language(rawValue: form["language"]) else { throw BadRequest.encoding }
        let details = PersonDetails(name: form["name"], phone: form["phone"], language: language)
        do {
            try await portal.database.write { db in
                let firm = try Firm.find(db, id, in: scope)
                let member = try Membership.person(db, person, of: firm)
                guard try Membership.isWithin(db, member.id, scope) else { throw NotFound() }
                try member.correct(db, details, by: author, at: now)
            }
            return .seeOther(Path.firmPerson(id, person).saying(.saved))
        } catch let invalid as Invalid {
            return try await page(context, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    @Sendable func changeRights(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        let form = context.form
        try await portal.database.write { db in
            let firm = try Firm.find(db, id, in: scope)
            let rights = Membership.Rights(form, before: try Membership.member(db, person, of: firm, at: now).rights)
            try Membership.change(db, rights: rights, of: person, in: firm, by: author, at: now)
        }
        return .seeOther(Path.firmPerson(id, person).saying(.saved))
    }

    /// Makes a new link for a person of the firm; the one before ends.
    @Sendable func renewLink(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        let (firm, link) = try await portal.database.write { db in
            let firm = try Firm.find(db, id, in: scope)
            let member = try Membership.person(db, person, of: firm)
            guard try Membership.isWithin(db, member.id, scope) else { throw NotFound() }
            let link = try PersonalLink.mint(
                db, for: member.id, firm: firm.id, handed: .onScreen, by: author, at: now)
            return (firm, link)
        }
        return try await portal.linkPage(
            context.app, context.identity, link, over: firm.name, backHref: Path.firmPeople(firm.id).text
        )
    }

    /// Ends the person's link before it was used.
    @Sendable func revokeLink(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        try await portal.database.write { db in
            let member = try Membership.person(db, person, of: Firm.find(db, id, in: scope))
            guard try Membership.isWithin(db, member.id, scope) else { throw NotFound() }
            try PersonalLink.revoke(db, of: member.id, by: author, at: now)
        }
        return .seeOther(Path.firmPerson(id, person).saying(.saved))
    }

    /// Ends the person's access to this firm.
    @Sendable func end(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), portal.now())
        let (scope, author) = (try context.inviting(at: now), context.person.id)
        try await portal.database.write { db in
            try Membership.end(db, of: person, in: Firm.find(db, id, in: scope), by: author, at: now)
        }
        return .seeOther(Path.firmPeople(id).saying(.saved))
    }

    private func page(_ context: StaffContext, _ errors: FieldErrors) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), portal.now())
        let (scope, reader) = (try context.inviting(at: now), context.person.id)
        let day = context.identity.office.today(at: now)
        let (facts, member, isOurs, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            return (
                facts, try Membership.member(db, person, of: facts.firm, at: now),
                try Membership.isWithin(db, person, scope), try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let page = page(context, facts, member, isOurs: isOurs, errors, format)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: member.name)
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: context.form.has("csrf") ? .unprocessableContent : .ok)
    }

    private func page(
        _ context: StaffContext, _ facts: FirmFacts, _ member: Membership.Member, isOurs: Bool, _ errors: FieldErrors,
        _ format: Format
    ) -> FirmPersonPage {
        let (text, firm, person) = (format.text, facts.firm.id, member.personId)
        let isDisabled = member.disabledAt != nil
        var access: FirmPersonPage.Access?
        if context.staff.role == .head {
            access = .init(
                action: (isDisabled ? Path.enabling(person) : Path.disabling(person)).text, firmId: firm.code,
                label: text(isDisabled ? "person.enable" : "person.disable"),
                hint: text(isDisabled ? "person.enableHint" : "person.disableHint")
            )
        }
        return FirmPersonPage(
            card: FirmCard(facts, on: .people, format), personName: member.name, email: member.email,
            state: State(member, text), linkNote: member.linkNote(format), rights: member.rights.fields(text),
            rightsAction: Path.firmPersonRights(firm, person).text,
            details: isOurs ? details(context, firm, member, errors, text) : nil,
            linkAction: isOurs && !isDisabled ? Path.firmPersonLink(firm, person).text : nil,
            linkText: text(member.activatedAt == nil ? "person.newLink" : "person.resetLink"),
            revokeAction: isOurs && member.linkExpiresAt != nil ? Path.firmPersonLinkEnd(firm, person).text : nil,
            endAction: Path.firmPersonEnd(firm, person).text, access: access, backHref: Path.firmPeople(firm).text
        )
    }

    private func details(
        _ context: StaffContext, _ firm: Int64, _ member: Membership.Member, _ errors: FieldErrors,
        _ text: LanguageText
    ) -> FirmPersonPage.Details {
        let form = context.form
        let isTyped = form.has("name")
        let language = isTyped ? form["language"] : member.language.rawValue
        return .init(
            action: Path.firmPerson(firm, member.personId).text, typedName: isTyped ? form["name"] : member.name,
            nameError: errors["name"], phone: isTyped ? form["phone"] : member.phone ?? "",
            phoneError: errors["phone"], languageOptions: portal.languageOptions(language)
        )
    }
}

extension StaffContext {
    /// Who may let people in: the head everywhere, a supervisor in the own firms.
    /// - Throws: `NotFound` for an accountant.
    func inviting(at now: Date) throws -> FirmScope {
        guard staff.role != .accountant else { throw NotFound() }
        return staff.firms(on: identity.office.today(at: now))
    }
}

extension State {
    /// Whether a person can sign in.
    init(_ member: Membership.Member, _ text: LanguageText) {
        let state = State.access(isDisabled: member.disabledAt != nil, isActive: member.activatedAt != nil)
        self.init(text: text("person.\(state.key)"), tone: state.tone)
    }

    static func access(isDisabled: Bool, isActive: Bool) -> (key: String, tone: String) {
        isDisabled ? ("disabled", "bad") : isActive ? ("active", "good") : ("invited", "wait")
    }
}

extension Membership.Member {
    /// Until when the person's link works, or that somebody invited has none that does.
    func linkNote(_ format: Format) -> String? {
        format.linkNote(linkExpiresAt, isActive: activatedAt != nil, isDisabled: disabledAt != nil)
    }
}

extension Format {
    func linkNote(_ expiresAt: Date?, isActive: Bool, isDisabled: Bool) -> String? {
        if let expiresAt { return text("person.linkUntil", ["at": moment(expiresAt)]) }
        return isActive || isDisabled ? nil : text("person.linkGone")
    }
}

extension Portal {
    func languageOptions(_ chosen: String) -> [Option] {
        Language.allCases.map { language in
            Option(
                code: language.rawValue, name: renderer.text(language)("languageName"),
                isSelected: language.rawValue == chosen
            )
        }
    }
}
