import Foundation
import Hummingbird
import Models

/// One person of a firm: rights, details, link, and the end of the access.
struct FirmPersonController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors())
    }

    /// Corrects name, phone and language.
    @Sendable func correct(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, form) = (context.id(), context.id("person"), context.form)
        guard let language = Language(rawValue: form["language"]) else { throw BadRequest.encoding }
        let details = PersonDetails(name: form["name"], phone: form["phone"], language: language)
        let (firms, saved) = (try context.inviting(), Path.firmPerson(id, person).saying(.saved))
        return try await portal.change(context, then: saved) { db in
            try Membership.person(db, person, of: Firm.find(db, id, in: firms), within: firms)
                .correct(db, details, by: context.person.id, at: context.now)
        } refused: { errors in
            try await page(context, errors)
        }
    }

    @Sendable func changeRights(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, form, now) = (context.id(), context.id("person"), context.form, context.now)
        let (firms, saved) = (try context.inviting(), Path.firmPerson(id, person).saying(.saved))
        return try await portal.change(context, then: saved) { db in
            let firm = try Firm.find(db, id, in: firms)
            let rights = Membership.Rights(form, before: try Membership.member(db, person, of: firm, at: now).rights)
            try Membership.change(db, rights: rights, of: person, in: firm, by: context.person.id, at: now)
        }
    }

    /// Creates a new link for a person of the firm; the previous one ends.
    @Sendable func renewLink(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.id("person"), context.now)
        let (firms, author) = (try context.inviting(), context.person.id)
        let (firm, link) = try await portal.database.write { db in
            let firm = try Firm.find(db, id, in: firms)
            let member = try Membership.person(db, person, of: firm, within: firms)
            let link = try PersonalLink.mint(
                db, for: member.id, firm: firm.id, handed: .onScreen, by: author, at: now)
            return (firm, link)
        }
        return try await portal.linkPage(context, link, over: firm.name, backHref: Path.firmPeople(firm.id).text)
    }

    /// Ends the person's unused link.
    @Sendable func revokeLink(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, firms) = (context.id(), context.id("person"), try context.inviting())
        return try await portal.change(context, then: Path.firmPerson(id, person).saying(.saved)) { db in
            let member = try Membership.person(db, person, of: Firm.find(db, id, in: firms), within: firms)
            try PersonalLink.revoke(db, of: member.id, by: context.person.id, at: context.now)
        }
    }

    /// Ends the person's access to this firm.
    @Sendable func end(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, firms) = (context.id(), context.id("person"), try context.inviting())
        return try await portal.change(context, then: Path.firmPeople(id).saying(.saved)) { db in
            try Membership.end(
                db, of: person, in: Firm.find(db, id, in: firms), by: context.person.id, at: context.now)
        }
    }

    private func page(_ context: StaffContext, _ errors: FieldErrors) async throws -> Response {
        let (id, person, firms) = (context.id(), context.id("person"), try context.inviting())
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: firms, on: context.day, at: context.now)
            return (
                facts: facts, member: try Membership.member(db, person, of: facts.firm, at: context.now),
                isOurs: try Membership.isWithin(db, person, firms)
            )
        } page: { found, format in
            page(context, found.facts, found.member, isOurs: found.isOurs, errors, format)
        }
    }

    private func page(
        _ context: StaffContext, _ facts: FirmFacts, _ member: Membership.Member, isOurs: Bool, _ errors: FieldErrors,
        _ format: Format
    ) -> FirmPersonPage {
        let (text, firm, person) = (format.text, facts.firm.id, member.personId)
        let isDisabled = member.disabledAt != nil
        var access: FirmPersonPage.Access?
        if context.isHead {
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

extension OfficeContext {
    /// Returns the firms in which the employee may invite people: all for the head, a supervisor's own.
    /// - Throws: `NotFound` for an accountant.
    func inviting() throws -> FirmScope {
        guard staff.role != .accountant else { throw NotFound() }
        return firms
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
    /// Returns the expiry of the person's link, or that an invited person has no valid one.
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
