import Dates
import Foundation
import Hummingbird
import Models

/// The people of the office, for its head: the list, a new one, role, link, access.
struct StaffController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await list(context, FieldErrors())
    }

    /// Takes somebody into the office and shows the link, once.
    @Sendable func add(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, head, now) = (context.form, context.person.id, portal.now())
        guard let role = Staff.Role(rawValue: form["role"]), let language = Language(rawValue: form["language"]) else {
            throw BadRequest.encoding
        }
        let new = NewPerson(name: form["name"], email: form["email"], phone: form["phone"], language: language)
        do {
            let link = try await portal.database.write { db in
                let staff = try Staff.add(db, new, role: role, by: head, at: now)
                return try PersonalLink.mint(db, for: staff.personId, handed: .onScreen, by: head, at: now)
            }
            return try await linkPage(context, link)
        } catch let invalid as Invalid {
            return try await list(context, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    @Sendable func show(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await StaffMemberPages(portal: portal).page(context, context.id(), FieldErrors())
    }

    @Sendable func changeRole(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        let today = context.identity.office.today(at: now)
        guard let role = Staff.Role(rawValue: context.form["role"]) else { throw BadRequest.encoding }
        return try await change(context, id) {
            try await portal.database.write { db in
                guard let staff = try Staff.find(db, personId: id) else { throw NotFound() }
                try staff.change(db, to: role, by: head, on: today, at: now)
            }
        }
    }

    @Sendable func renewLink(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        let link = try await portal.database.write { db in
            guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
            return try PersonalLink.mint(db, for: id, handed: .onScreen, by: head, at: now)
        }
        return try await linkPage(context, link)
    }

    /// Shuts a person of the office or of a client out of everything.
    @Sendable func disable(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        return try await change(context, id) {
            try await portal.database.write(urgent: true) { db in
                try Person.find(db, id).disable(db, by: head, at: now)
            }
        }
    }

    @Sendable func enable(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        return try await change(context, id) {
            try await portal.database.write { db in try Person.find(db, id).enable(db, by: head, at: now) }
        }
    }

    /// Changes a person and goes back to where that was asked for: a firm's card, or the person's own page.
    private func change(
        _ context: HeadContext, _ id: Int64, _ write: () async throws -> Void
    ) async throws -> Response {
        do {
            try await write()
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await StaffMemberPages(portal: portal).page(context, id, errors)
        }
        let path = context.form.id("firm").map { Path.firmPerson($0, id) } ?? .staffMember(id)
        return .seeOther(path.saying(.saved))
    }

    private func linkPage(_ context: HeadContext, _ link: PersonalLink.Minted) async throws -> Response {
        try await portal.linkPage(
            context.app, context.identity, link, over: context.identity.office.name,
            backHref: Path.staffMember(link.personId).text
        )
    }

    private func list(_ context: HeadContext, _ errors: FieldErrors) async throws -> Response {
        let now = portal.now()
        let (day, head) = (context.identity.office.today(at: now), context.person.id)
        let (after, deputiesAfter) = (context.query.id("after"), context.query.id("deputiesAfter"))
        let (staff, deputies, surroundings) = try await portal.database.read { db in
            (
                try Staff.page(db, on: day, at: now, after: after),
                try Deputyship.page(db, on: day, after: deputiesAfter),
                try Surroundings.office(db, head, in: .wholeOffice)
            )
        }
        let (format, form) = (portal.format(context.app), context.form)
        let text = format.text
        let page = StaffPage(
            rows: staff.prefix(Staff.pageSize).map { row($0, format) },
            staffPaging: .init(staff.map(\.id), Staff.pageSize, as: "after", isFirst: after == nil),
            deputies: deputies.prefix(Deputyship.pageSize)
                .map { DeputyRow($0, today: day, format) },
            deputyPaging: .init(
                deputies.map(\.id), Deputyship.pageSize, as: "deputiesAfter", isFirst: deputiesAfter == nil),
            hasDeputies: !deputies.isEmpty, personName: form["name"], nameError: errors["name"], email: form["email"],
            emailError: errors["email"], phone: form["phone"], phoneError: errors["phone"],
            roleOptions: Staff.Role.options(form.has("role") ? form["role"] : "accountant", text),
            languageOptions: portal.languageOptions(
                form.has("language") ? form["language"] : context.identity.office.language.rawValue
            )
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text("staff.title"))
        frame.isStaff = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }

    private func row(_ member: Staff.Member, _ format: Format) -> StaffPage.Row {
        StaffPage.Row(
            href: Path.staffMember(member.id).text, name: member.name, email: member.email,
            role: format.text("demoRole.\(member.role.rawValue)"),
            firms: member.role == .head
                ? format.text("staff.allFirms") : format.text.plural("count.firms", member.firmCount),
            state: State(member, format.text), linkNote: member.linkNote(format)
        )
    }
}

extension Staff.Role {
    static func options(_ chosen: String, _ text: LanguageText) -> [Option] {
        allCases.map {
            Option(code: $0.rawValue, name: text("demoRole.\($0.rawValue)"), isSelected: $0.rawValue == chosen)
        }
    }
}

extension Staff.Member {
    func linkNote(_ format: Format) -> String? {
        format.linkNote(linkExpiresAt, isActive: activatedAt != nil, isDisabled: disabledAt != nil)
    }
}

extension State {
    /// Whether a person of the office can sign in.
    init(_ member: Staff.Member, _ text: LanguageText) {
        let state = State.access(isDisabled: member.disabledAt != nil, isActive: member.activatedAt != nil)
        self.init(text: text("person.\(state.key)"), tone: state.tone)
    }
}

extension DeputyRow {
    init(_ deputyship: Deputyship, today: Day, _ format: Format) {
        self.init(
            text: format.text("staff.standsIn", ["deputy": deputyship.deputyName, "absent": deputyship.absentName]),
            days: format.text("staff.days", format.ends(deputyship.fromOn, deputyship.untilOn)),
            isNow: deputyship.fromOn <= today, endAction: Path.deputyEnd(deputyship.id).text
        )
    }
}
