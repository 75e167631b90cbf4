import Dates
import Hummingbird
import Models

/// The card's tab Settings: everybody who sees the firm may read them, the head changes them.
struct FirmSettingsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context.app, context.identity, context.staff, context.id())
    }

    @Sendable func change(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await save(context) { form in
            .settings(
                FirmSettings(
                    name: form["name"], country: Country(rawValue: form["country"]) ?? .poland,
                    taxIdentifier: form["identifier"], vat: VATPeriod(rawValue: form["vat"]),
                    approvalRequired: form.has("approvalRequired"),
                    tags: form["tags"].unicodeScalars.split(separator: ",").map { String($0) }
                )
            )
        }
    }

    /// A supervisor from a day on.
    @Sendable func supervise(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await save(context) { form in
            guard let start = Day(form["supervisorFrom"]) else { throw Invalid("supervisorFrom", "errors.dayWrong") }
            return .supervisor(form.id("supervisor") ?? 0, from: start)
        }
    }

    /// A taxation form from a day on, or the last one corrected.
    @Sendable func tax(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await save(context) { form in
            guard let start = Day(form["taxationFrom"]) else { throw Invalid("taxationFrom", "errors.dayWrong") }
            guard let kind = TaxationForm(rawValue: form["taxation"]) else { throw BadRequest.encoding }
            return .taxation(kind, from: start)
        }
    }

    @Sendable func removeTaxation(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await save(context) { _ in .lastTaxationRemoved }
    }

    /// Puts the firm away, or (query `state` = `open`) takes it back.
    @Sendable func archive(_ request: Request, _ context: HeadContext) async throws -> Response {
        let isOpening = context.query["state"] == "open"
        return try await save(context) { _ in isOpening ? .broughtBack : .archived }
    }

    private func save(_ context: HeadContext, _ change: (Form) throws -> FirmChange) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        do {
            let change = try change(context.form)
            try await portal.database.write { db in
                try Firm.find(db, id, in: .wholeOffice).make(db, change, by: head, on: day, at: now)
            }
            return .seeOther(Path.firmSettings(id).saying(.saved))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await page(context.app, context.identity, context.staff, id, errors)
        }
    }

    private func page(
        _ app: AppContext, _ identity: SignedIn, _ staff: Staff, _ id: Int64, _ errors: FieldErrors? = nil
    ) async throws -> Response {
        let day = identity.office.today(at: portal.now())
        let (scope, reader) = (staff.firms(on: day), identity.person.id)
        let (facts, taxations, supervisors, colleagues, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            return (
                facts, try facts.firm.taxations(db), try facts.firm.supervisors(db, from: day),
                try Staff.colleagues(db), try Surroundings.office(db, reader, in: scope)
            )
        }
        let page = FirmSettingsPage(
            facts, app.form, taxations, supervisors, colleagues, day, errors ?? FieldErrors(),
            canChange: staff.role == .head, portal.format(app)
        )
        var frame = portal.officeFrame(app, identity, surroundings, title: page.card.title)
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, app.language)
        return .html(html, status: errors == nil ? .ok : .unprocessableContent)
    }
}
