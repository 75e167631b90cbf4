import Dates
import Foundation
import Hummingbird
import Models

/// The employees of the office, for its head: list, new employee, role, link, access.
struct StaffController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await list(context, FieldErrors())
    }

    /// Adds an employee and shows the link, once.
    @Sendable func add(_ request: Request, _ context: HeadContext) async throws -> Response {
        let new = try newPerson(context.form)
        let (head, now) = (context.person.id, context.now)
        return try await portal.attempt(context) {
            let link = try await portal.database.write { db in
                let staff = try Staff.add(db, new.person, role: new.role, by: head, at: now)
                return try PersonalLink.mint(db, for: staff.personId, handed: .onScreen, by: head, at: now)
            }
            return try await linkPage(context, link)
        } refused: { errors in
            try await list(context, errors)
        }
    }

    private func newPerson(_ form: Form) throws -> (person: NewPerson, role: Staff.Role) {
        guard let role = Staff.Role(rawValue: form["role"]), let language = Language(rawValue: form["language"]) else {
            throw BadRequest.encoding
        }
        return (NewPerson(name: form["name"], email: form["email"], phone: form["phone"], language: language), role)
    }

    @Sendable func show(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await StaffMemberPages(portal: portal).page(context)
    }

    @Sendable func changeRole(_ request: Request, _ context: HeadContext) async throws -> Response {
        guard let role = Staff.Role(rawValue: context.form["role"]) else { throw BadRequest.encoding }
        return try await change(context) { db, id in
            guard let staff = try Staff.find(db, personId: id) else { throw NotFound() }
            try staff.change(db, to: role, by: context.person.id, on: context.day, at: context.now)
        }
    }

    /// Changes what clients see of an employee.
    @Sendable func correct(_ request: Request, _ context: HeadContext) async throws -> Response {
        let form = context.form
        let details = Staff.Details(name: form["name"], phone: form["phone"], line: form["line"])
        return try await change(context) { db, id in
            try Staff.correct(db, details, of: id, by: context.person.id, at: context.now)
        }
    }

    @Sendable func takePhoto(_ request: Request, _ context: HeadContext) async throws -> Response {
        let id = context.id()
        return try await portal.takePhoto(request, context, of: id, then: .staffMember(id))
    }

    @Sendable func removePhoto(_ request: Request, _ context: HeadContext) async throws -> Response {
        let id = context.id()
        return try await portal.removePhoto(context, of: id, then: .staffMember(id))
    }

    @Sendable func renewLink(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, context.now)
        let link = try await portal.database.write { db in
            guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
            return try PersonalLink.mint(db, for: id, handed: .onScreen, by: head, at: now)
        }
        return try await linkPage(context, link)
    }

    /// Disables an employee or a client.
    @Sendable func disable(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await change(context, urgent: true) { db, id in
            try Person.find(db, id).disable(db, by: context.person.id, at: context.now)
        }
    }

    @Sendable func enable(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await change(context) { db, id in
            try Person.find(db, id).enable(db, by: context.person.id, at: context.now)
        }
    }

    /// Changes a person and returns to the page of the request: a firm's card, or the person's own page.
    private func change(
        _ context: HeadContext, urgent: Bool = false, _ verb: @escaping OfficeDatabase.Next<Int64, Void>
    ) async throws -> Response {
        let id = context.id()
        let path = context.form.id("firm").map { Path.firmPerson($0, id) } ?? .staffMember(id)
        return try await portal.change(context, urgent: urgent, then: path.saying(.saved)) { db in
            try verb(db, id)
        } refused: { errors in
            try await StaffMemberPages(portal: portal).page(context, errors)
        }
    }

    private func linkPage(_ context: HeadContext, _ link: PersonalLink.Minted) async throws -> Response {
        try await portal.linkPage(
            context, link, over: context.office.name, backHref: Path.staffMember(link.personId).text)
    }

    private func list(_ context: HeadContext, _ errors: FieldErrors) async throws -> Response {
        let (after, deputiesAfter) = (context.query.id("after"), context.query.id("deputiesAfter"))
        return try await portal.show(context) { db in
            (
                staff: try Staff.page(db, on: context.day, at: context.now, after: after),
                deputies: try Deputyship.page(db, on: context.day, after: deputiesAfter)
            )
        } page: { found, format in
            page(found.staff, found.deputies, context, errors, format)
        }
    }

    private func page(
        _ staff: [Staff.Member], _ deputies: [Deputyship], _ context: HeadContext, _ errors: FieldErrors,
        _ format: Format
    ) -> StaffPage {
        let (form, query) = (context.form, context.query)
        return StaffPage(
            rows: staff.prefix(Staff.pageSize).map { row($0, format) },
            staffPaging: .init(
                staff.map(\.id), Staff.pageSize, as: "after", isFirst: query.id("after") == nil),
            deputies: deputies.prefix(Deputyship.pageSize).map { DeputyRow($0, today: context.day, format) },
            deputyPaging: .init(
                deputies.map(\.id), Deputyship.pageSize, as: "deputiesAfter",
                isFirst: query.id("deputiesAfter") == nil),
            hasDeputies: !deputies.isEmpty, personName: form["name"], nameError: errors["name"], email: form["email"],
            emailError: errors["email"], phone: form["phone"], phoneError: errors["phone"],
            roleOptions: Staff.Role.options(form.has("role") ? form["role"] : "accountant", format.text),
            languageOptions: portal.languageOptions(
                form.has("language") ? form["language"] : context.office.language.rawValue)
        )
    }

    private func row(_ member: Staff.Member, _ format: Format) -> StaffPage.Member {
        StaffPage.Member(
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
    /// Whether the employee can sign in.
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
