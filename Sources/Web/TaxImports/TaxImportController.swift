import Dates
import Foundation
import HTTPTypes
import Hummingbird
import Models

/// One import: its contents, its firm, and the pairing of receipts and documents.
struct TaxImportController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context)
    }

    /// Sends the original bytes.
    @Sendable func file(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, scope) = (context.id(), context.imports)
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let original = try await portal.database.read { db in try TaxImport.find(db, id, in: scope).original(db) }
        return try await portal.download(original, for: request, to: context.identity)
    }

    /// Assigns a file to a firm, when it matched none or a wrong one.
    @Sendable func assign(_ request: Request, _ context: HeadContext) async throws -> Response {
        guard let firm = context.form.id("firm") else { throw NotFound() }
        return try await change(context) { db, id in
            try TaxImport.find(db, id, in: context.imports)
                .assign(db, to: firm, in: context.imports, by: context.person.id, at: context.now)
        }
    }

    /// Decides whether a form about a person shows wages.
    @Sendable func judge(_ request: Request, _ context: HeadContext) async throws -> Response {
        let isPayroll = context.form["payroll"] != "false"
        return try await change(context) { db, id in
            try TaxImport.find(db, id, in: context.imports)
                .sayPayroll(db, isPayroll, by: context.person.id, at: context.now)
        }
    }

    /// Declares this one in force among the originals of the same days.
    @Sendable func choose(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await change(context) { db, id in
            try TaxImport.find(db, id, in: context.imports).choose(db, by: context.person.id, at: context.now)
        }
    }

    /// Confirms the document of an UPO.
    @Sendable func confirm(_ request: Request, _ context: StaffContext) async throws -> Response {
        let document = context.form.id("document") ?? 0
        return try await change(context) { db, id in
            try TaxReceipt.find(db, id, in: context.imports)
                .confirm(db, document: document, by: context.person.id, at: context.now)
        }
    }

    /// Separates an UPO from a wrong document.
    @Sendable func part(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await change(context) { db, id in
            try TaxReceipt.find(db, id, in: context.imports).unpair(db, by: context.person.id, at: context.now)
        }
    }

    /// Sets the period of an UPO whose document is not here.
    @Sendable func date(_ request: Request, _ context: StaffContext) async throws -> Response {
        let period = Self.period(context.form)
        return try await change(context) { db, id in
            let receipt = try TaxReceipt.find(db, id, in: context.imports)
            guard let period else { throw Invalid("period", "errors.period") }
            try receipt.date(db, period, by: context.person.id, at: context.now)
        }
    }

    private static func period(_ form: Form) -> Period? {
        guard let year = Int(form["year"]), (2000...2100).contains(year) else { return nil }
        return Period(span: form["span"], of: year)
    }

    private func change(
        _ context: some OfficeContext, _ verb: @escaping OfficeDatabase.Next<Int64, Void>
    ) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.taxImport(id).saying(.saved)) { db in
            try verb(db, id)
        } refused: { errors in
            try await page(context, errors)
        }
    }

    /// - Parameter errors: the errors of a refused form.
    private func page(_ context: some OfficeContext, _ errors: FieldErrors = FieldErrors()) async throws -> Response {
        let (id, search, scope) = (context.id(), context.query["q"], context.imports)
        return try await portal.show(context) { db in
            try TaxImportCard.find(db, id, search: search, in: scope)
        } page: { card, format in
            TaxImportCardView(
                card: card, isHead: context.isHead, search: search, typed: context.form, errors: errors, format: format
            ).page
        }
    }
}
