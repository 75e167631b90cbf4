import Foundation
import Hummingbird
import Models

/// The firm list, the firm's card, and new firms.
struct FirmsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let list = list(context)
        let scope = list.scope
        let start = start(context.query)
        let person = context.person.id
        let all = FirmList(scope: scope, day: list.day)
        let (page, total, surroundings) = try await portal.database.read { db in
            (try list.page(db, start), try all.count(db), try Surroundings.office(db, person, in: scope))
        }
        let format = portal.format(context.app)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: format.text("firms.title"))
        frame.isFirms = true
        let html = try portal.renderer.html(
            self.page(list, page, total: total, isHead: context.staff.role == .head, format), frame,
            context.app.language
        )
        return .html(html)
    }

    @Sendable func new(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await newPage(context, FieldErrors())
    }

    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, head, now) = (context.form, context.person.id, portal.now())
        let today = context.identity.office.today(at: now)
        guard let country = Country(rawValue: form["country"]), let taxation = TaxationForm(rawValue: form["form"])
        else {
            throw BadRequest.encoding
        }
        let new = NewFirm(
            name: form["name"], country: country, taxIdentifier: form["identifier"], form: taxation,
            supervisor: form.id("supervisor")
        )
        do {
            let firm = try await portal.database.write { db in
                if let id = new.supervisor, try Staff.find(db, personId: id) == nil { throw NotFound() }
                return try Firm.add(db, new, by: head, on: today, at: now)
            }
            return .seeOther(Path.firmPeople(firm.id).text)
        } catch let invalid as Invalid {
            return try await newPage(context, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    private func list(_ context: StaffContext) -> FirmList {
        let day = context.identity.office.today(at: portal.now())
        var list = FirmList(scope: context.staff.firms(on: day), day: day)
        list.search = TypedText.line(context.query["q"])
        list.sort = FirmList.Sort(rawValue: context.query["sort"]) ?? .name
        list.isDescending = context.query["order"] == "descending"
        return list
    }

    private func start(_ query: Form) -> FirmList.Start {
        if let id = query.id("after") { return .after(id) }
        if let id = query.id("before") { return .before(id) }
        return .first
    }

    private func page(
        _ list: FirmList, _ page: FirmList.Page, total: Int, isHead: Bool, _ format: Format
    ) -> FirmListPage {
        let last = page.offset + page.rows.count
        return FirmListPage(
            total: format.text.plural("count.firms", total), q: list.search, columns: columns(list, format.text),
            rows: page.rows.map { FirmListRow($0, format) }, isEmpty: page.rows.isEmpty, hasNoFirms: total == 0,
            matching: "\(page.matching)", matchingText: format.text.plural("count.firms", page.matching),
            previousHref: page.hasPrevious ? href(list, ["before": page.rows.first.map { "\($0.id)" }]) : nil,
            nextHref: page.hasNext ? href(list, ["after": page.rows.last.map { "\($0.id)" }]) : nil,
            pageText: format.text(
                "firms.pageText", ["from": "\(page.offset + 1)", "to": "\(last)", "of": "\(page.matching)"]
            ),
            newHref: isHead ? Path.newFirm.text : nil, composer: ComposerFields()
        )
    }

    private func columns(_ list: FirmList, _ text: LanguageText) -> [FirmListColumn] {
        FirmList.Sort.allCases.map { sort in
            let isSorted = sort == list.sort
            // Counts and times are asked for with the largest first.
            let startsDescending = [.unread, .contact, .questions].contains(sort)
            let descends = isSorted ? !list.isDescending : startsDescending
            let href = Path.firms.with([
                "q": list.search.isEmpty ? nil : list.search, "sort": sort.rawValue,
                "order": descends ? "descending" : "ascending",
            ])
            return FirmListColumn(
                key: sort.rawValue, label: text("column.\(sort.rawValue)"), href: href,
                sort: isSorted ? (list.isDescending ? "descending" : "ascending") : "none", isSorted: isSorted
            )
        }
    }

    private func href(_ list: FirmList, _ place: KeyValuePairs<String, String?>) -> String {
        let start = place.first
        return Path.firms.with([
            "q": list.search.isEmpty ? nil : list.search, "sort": list.sort.rawValue,
            "order": list.isDescending ? "descending" : "ascending", start?.key ?? "after": start?.value,
        ])
    }

    private func newPage(_ context: HeadContext, _ errors: FieldErrors) async throws -> Response {
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let person = context.person.id
        let (colleagues, surroundings) = try await portal.database.read { db in
            (try Staff.colleagues(db), try Surroundings.office(db, person, in: scope))
        }
        let (text, form) = (portal.renderer.text(context.app.language), context.form)
        let chosenCountry = Country(rawValue: form["country"]) ?? context.identity.office.country
        let chosenForm = form.has("form") ? form["form"] : "ledger"
        let page = NewFirmPage(
            name: form["name"], nameError: errors["name"],
            country: Country.allCases.map {
                Option(code: $0.rawValue, name: text("country.\($0.rawValue)"), isSelected: $0 == chosenCountry)
            },
            identifier: form["identifier"], identifierError: errors["identifier"],
            form: TaxationForm.allCases.map {
                Option(code: $0.rawValue, name: text("form.\($0.rawValue)"), isSelected: $0.rawValue == chosenForm)
            },
            formError: errors["form"],
            supervisors: colleagues.map {
                .init(
                    id: "\($0.id)", name: $0.name,
                    isSelected: form.has("supervisor") ? form.id("supervisor") == $0.id : $0.id == person
                )
            }
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text("firms.newTitle"))
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }
}
