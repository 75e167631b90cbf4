import Foundation
import Hummingbird
import Models

/// The page of one employee, also after a refused form.
struct StaffMemberPages: Sendable {
    let portal: Portal

    func page(_ context: HeadContext, _ errors: FieldErrors = FieldErrors()) async throws -> Response {
        let (id, day, after) = (context.id(), context.day, context.query.id("after"))
        var list = StaffFirms(person: id, day: day)
        list.search = TypedText.line(context.query["q"])
        list.show = StaffFirms.Show(rawValue: context.query["show"]) ?? .own
        return try await portal.show(context) { [list] db in
            StaffMemberData(
                member: try Staff.member(db, id, on: day, at: context.now), firms: try list.page(db, after: after),
                count: try list.count(db),
                deputies: try Deputyship.current(db, on: day).filter { $0.absentId == id || $0.deputyId == id },
                colleagues: try Staff.colleagues(db))
        } page: { found, format in
            page(
                found.member, list, found.firms, found.count, isFirst: after == nil,
                found.deputies.map { DeputyRow($0, today: day, format) },
                DeputyFields(found.member.id, found.colleagues, context.form, errors),
                face(found.member, context.form.has("line") ? (context.form, errors) : nil, format),
                errors["person"] ?? errors["firms"], format)
        }
    }

    private func page(
        _ member: Staff.Member, _ list: StaffFirms, _ rows: [StaffFirms.FirmRow], _ count: Int, isFirst: Bool,
        _ deputies: [DeputyRow], _ deputy: DeputyFields, _ face: FaceFields, _ problem: String?, _ format: Format
    ) -> StaffMemberPage {
        let (text, id, isDisabled) = (format.text, member.id, member.disabledAt != nil)
        let (isOwn, shown) = (list.show == .own, Array(rows.prefix(StaffFirms.pageSize)))
        let href = { (show: StaffFirms.Show, after: Int64?) in
            Path.staffMember(id).with([
                "show": show == .own ? nil : show.rawValue, "q": list.search.isEmpty ? nil : list.search,
                "after": after.map { "\($0)" },
            ])
        }
        return StaffMemberPage(
            personName: member.name, email: member.email, phone: member.phone,
            role: text("demoRole.\(member.role.rawValue)"), state: State(member, text),
            linkNote: member.linkNote(format), problem: problem,
            segments: StaffFirms.Show.allCases.map {
                .init(label: text("staff.show.\($0.rawValue)"), href: href($0, nil), isCurrent: $0 == list.show)
            },
            q: list.search, searchAction: Path.staffMember(id).text, shown: list.show.rawValue,
            rows: shown.map { row($0, text) }, isEmpty: shown.isEmpty,
            emptyText: text("staff.empty.\(list.show.rawValue)"),
            matchingText: text("staff.allMatching", ["firms": text.plural("count.firms", count)]),
            assignAction: isOwn ? nil : Path.assignments(id).text,
            endAction: isOwn ? Path.assignmentsEnd(id).text : nil,
            dutyOptions: ["supervisor", "accountant"].map {
                let usual = member.role == .accountant ? "accountant" : "supervisor"
                return Option(code: $0, name: text("staff.duty.\($0)"), isSelected: $0 == usual)
            },
            nextHref: rows.count > shown.count ? href(list.show, shown.last?.id) : nil,
            previousHref: isFirst ? nil : href(list.show, nil), pageText: text.plural("count.firms", count),
            face: face, roleOptions: Staff.Role.options(member.role.rawValue, text),
            roleAction: Path.staffRole(id).text,
            deputies: deputies, deputy: deputy, linkAction: isDisabled ? nil : Path.staffLink(id).text,
            linkText: text(member.activatedAt == nil ? "person.newLink" : "person.resetLink"),
            accessAction: (isDisabled ? Path.enabling(id) : Path.disabling(id)).text,
            accessLabel: text(isDisabled ? "person.enable" : "person.disable"),
            accessHint: text(isDisabled ? "person.enableHint" : "person.disableHint")
        )
    }

    private func face(
        _ member: Staff.Member, _ rejected: (form: Form, errors: FieldErrors)?, _ format: Format
    ) -> FaceFields {
        let id = member.id
        return FaceFields(
            .init(
                id: id, name: member.name, email: member.email, phone: member.phone, line: member.line,
                photo: member.photo),
            actions: (.staffDetails(id), .staffPhoto(id), .staffPhotoRemoval(id)), rejected: rejected, format)
    }

    private func row(_ row: StaffFirms.FirmRow, _ text: LanguageText) -> StaffMemberPage.FirmRow {
        let duties = (row.duties ?? "").split(separator: ",").map { text("staff.duty.\($0)") }
        let supervisor = row.supervisor.map { text("staff.supervisedBy", ["name": $0]) } ?? text("staff.unsupervised")
        return .init(
            id: row.id.code, firmName: row.name, note: duties.isEmpty ? supervisor : duties.joined(separator: ", ")
        )
    }
}

/// The data of an employee's page.
private struct StaffMemberData: Sendable {
    let member: Staff.Member
    let firms: [StaffFirms.FirmRow]
    /// The number of all matching firms.
    let count: Int
    let deputies: [Deputyship]
    let colleagues: [Staff.Colleague]
}

extension DeputyFields {
    init(_ absent: Int64, _ colleagues: [Staff.Colleague], _ form: Form, _ errors: FieldErrors) {
        let chosen = form.id("deputy")
        self.init(
            checkAction: Path.newDeputy(absent).text,
            deputyOptions: colleagues.filter { $0.id != absent }.map {
                Option(code: $0.id.code, name: $0.name, isSelected: $0.id == chosen)
            },
            deputyError: errors["deputy"], from: form["from"], fromError: errors["from"], until: form["until"],
            untilError: errors["until"]
        )
    }
}
