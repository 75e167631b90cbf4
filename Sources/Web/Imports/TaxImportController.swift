import Dates
import Foundation
import HTTPTypes
import Hummingbird
import Models

/// One import: what it says, whose it is, and which receipt belongs to which document.
struct TaxImportController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, errors: nil)
    }

    /// The original bytes.
    @Sendable func file(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, scope) = (context.id(), context.imports(at: portal.now()))
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let original = try await portal.database.read { db in try TaxImport.find(db, id, in: scope).original(db) }
        return try await portal.download(original, for: request, to: context.identity)
    }

    /// Gives to a firm a file that matched none, or that went to the wrong one.
    @Sendable func assign(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        guard let firm = context.form.id("firm") else { throw NotFound() }
        let context = try StaffContext(context: context.app)
        let scope = context.imports(at: now)
        return try await change(context, id) {
            try await portal.database.write { db in
                try TaxImport.find(db, id, in: scope).assign(db, to: firm, in: scope, by: person, at: now)
            }
        }
    }

    /// Says of a form about a person whether it shows wages.
    @Sendable func judge(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let isPayroll = context.form["payroll"] != "false"
        let context = try StaffContext(context: context.app)
        let scope = context.imports(at: now)
        return try await change(context, id) {
            try await portal.database.write { db in
                try TaxImport.find(db, id, in: scope).sayPayroll(db, isPayroll, by: person, at: now)
            }
        }
    }

    /// Says that of the originals of the same days this one is in force.
    @Sendable func choose(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let scope = context.imports(at: now)
        return try await change(context, id) {
            try await portal.database.write { db in
                try TaxImport.find(db, id, in: scope).choose(db, by: person, at: now)
            }
        }
    }

    /// Says which document an UPO belongs to.
    @Sendable func confirm(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let (scope, document) = (context.imports(at: now), context.form.id("document") ?? 0)
        return try await change(context, id) {
            try await portal.database.write { db in
                try TaxReceipt.find(db, id, in: scope).confirm(db, document: document, by: person, at: now)
            }
        }
    }

    /// Says that the document of an UPO is not its own.
    @Sendable func part(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let context = try StaffContext(context: context.app)
        let scope = context.imports(at: now)
        return try await change(context, id) {
            try await portal.database.write { db in
                try TaxReceipt.find(db, id, in: scope).unpair(db, by: person, at: now)
            }
        }
    }

    /// Says what an UPO is about whose document is not here.
    @Sendable func date(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let (scope, period) = (context.imports(at: now), Self.period(context.form))
        return try await change(context, id) {
            try await portal.database.write { db in
                let receipt = try TaxReceipt.find(db, id, in: scope)
                guard let period else { throw Invalid("period", "errors.period") }
                try receipt.date(db, period, by: person, at: now)
            }
        }
    }

    private static func period(_ form: Form) -> Period? {
        guard let year = Int(form["year"]), (2000...2100).contains(year) else { return nil }
        return Period(span: form["span"], of: year)
    }

    private func change(
        _ context: StaffContext, _ id: Int64, _ verb: () async throws -> Void
    ) async throws -> Response {
        do {
            try await verb()
            return .seeOther(Path.taxImport(id).saying(.saved))
        } catch let invalid as Invalid {
            return try await page(context, errors: FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    /// - Parameter errors: of a form that was refused.
    private func page(_ context: StaffContext, errors: FieldErrors?) async throws -> Response {
        let (id, person, search) = (context.id(), context.person.id, context.query["q"])
        let scope = context.imports(at: portal.now())
        let (card, surroundings) = try await portal.database.read { db in
            (
                try TaxImportCard.find(db, id, search: search, in: scope),
                try Surroundings.office(db, person, in: scope.firms)
            )
        }
        let view = TaxImportCardView(
            card: card, isHead: context.staff.role == .head, search: search, typed: context.form,
            errors: errors ?? FieldErrors(), format: portal.format(context.app))
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: view.title)
        frame.isImports = true
        let html = try portal.renderer.html(view.page, frame, context.app.language)
        return .html(html, status: errors == nil ? .ok : .unprocessableContent)
    }
}
