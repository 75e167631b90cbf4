import Foundation
import HTTPTypes
import Hummingbird
import Models

/// JPK, declarations and UPO: the page for importing, and the list of imports.
struct TaxImportsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (asked, after) = (TaxImportQuery(context.query), context.query.id("after"))
        let list = asked.list(in: context.imports)
        return try await portal.show(context) { db in
            (
                imports: try list.page(db, after: after), counts: try list.counts(db),
                firm: try asked.firm.map { try Firm.find(db, $0, in: context.firms) }
            )
        } page: { found, format in
            TaxImportsView(asked: asked, isHead: context.isHead, format: format)
                .page(found.imports, found.counts, firm: found.firm?.name, after: after, today: context.day)
        }
    }

    /// Imports one file, or each file of a ZIP. The result of each is a line of JSON with its row; lines for a ZIP are
    /// sent as soon as they are known.
    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let upload = TaxImportUpload(
            portal: portal, scope: context.imports, language: context.app.language,
            view: TaxImportView(format: portal.format(context.app)), logger: context.app.logger)
        let name = context.query["name"]
        do {
            let bundle = try await receive(request, by: context.person.id, named: name)
            guard bundle.isZip else { return try await upload.takeIn(bundle.files[0], of: bundle, 1).response }
            let watch = SessionWatch(portal, context.identity.session)
            return Response(status: .ok, headers: TaxImportUpload.headers, body: upload.lines(of: bundle, while: watch))
        } catch {
            guard let line = upload.refusal(of: name, error) else { throw error }
            return try line.response
        }
    }

    private func receive(_ request: Request, by person: Int64, named name: String) async throws -> TaxFileBundle {
        let files = portal.files
        return try await portal.receive(request, by: person, named: name, within: TaxImport.rules) { incoming in
            try await ImportThread.run { try TaxFileBundle(incoming, in: files) }
        }
    }
}

extension OfficeContext {
    /// The imports that this person may see and upload.
    var imports: TaxImportScope { TaxImportScope(person: person.id, firms: firms) }
}
