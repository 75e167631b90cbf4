import Dates
import Hummingbird
import Models

/// The card's tab Settings: readable for everybody who sees the firm, changed by the head.
struct FirmSettingsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context)
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

    /// Sets a supervisor from a day on.
    @Sendable func supervise(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await save(context) { form in
            guard let start = Day(form["supervisorFrom"]) else { throw Invalid("supervisorFrom", "errors.dayWrong") }
            return .supervisor(form.id("supervisor") ?? 0, from: start)
        }
    }

    /// Sets a form of taxation from a day on, or corrects the last one.
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

    /// Archives the firm, or (with `state=open`) returns it to the active ones.
    @Sendable func close(_ request: Request, _ context: HeadContext) async throws -> Response {
        let isOpening = context.query["state"] == "open"
        return try await save(context) { _ in isOpening ? .broughtBack : .closed }
    }

    private func save(_ context: HeadContext, _ change: (Form) throws -> FirmChange) async throws -> Response {
        let id = context.id()
        return try await portal.attempt(context) {
            let change = try change(context.form)
            return try await portal.change(context, then: Path.firmSettings(id).saying(.saved)) { db in
                try Firm.find(db, id, in: context.firms)
                    .make(db, change, by: context.person.id, on: context.day, at: context.now)
            }
        } refused: { errors in
            try await page(context, errors)
        }
    }

    private func page(_ context: some OfficeContext, _ errors: FieldErrors = FieldErrors()) async throws -> Response {
        let (id, firms, day) = (context.id(), context.firms, context.day)
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: firms, on: day, at: context.now)
            return (
                facts: facts, taxations: try facts.firm.taxations(db),
                supervisors: try facts.firm.supervisors(db, from: day), colleagues: try Staff.colleagues(db)
            )
        } page: { found, format in
            FirmSettingsPage(
                found.facts, context.form, found.taxations, found.supervisors, found.colleagues, day, errors,
                canChange: context.isHead, format)
        }
    }
}
