import Foundation
import HTTPTypes
import Hummingbird
import Models

/// JPK, declarations and UPO: where they are taken in, and the list of all that were.
struct TaxImportsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (asked, after, person) = (TaxImportQuery(context.query), context.query.id("after"), context.person.id)
        let scope = context.imports(at: portal.now())
        let list = asked.list(in: scope)
        let (page, counts, firm, surroundings) = try await portal.database.read { db in
            (
                try list.page(db, after: after), try list.counts(db),
                try asked.firm.map { try Firm.find(db, $0, in: scope.firms) },
                try Surroundings.office(db, person, in: scope.firms)
            )
        }
        let view = TaxImportsView(asked: asked, isHead: context.staff.role == .head, format: portal.format(context.app))
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: view.format.text("taxFiles.title"))
        frame.isImports = true
        let today = context.identity.office.today(at: portal.now())
        let html = try portal.renderer.html(
            view.page(page, counts, firm: firm?.name, after: after, today: today), frame, context.app.language)
        return .html(html)
    }

    /// Takes in one file, or each file of a ZIP. What becomes of each is a line of JSON with its row; those of a ZIP go
    /// out as soon as they are known.
    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let upload = TaxImportUpload(
            portal: portal, scope: context.imports(at: portal.now()), language: context.app.language,
            view: TaxImportView(format: portal.format(context.app)), logger: context.app.logger)
        let name = context.query["name"]
        do {
            let parcel = try await receive(request, by: context.person.id, named: name)
            guard parcel.isArchive else {
                let line = await upload.takeIn(parcel.files[0], of: parcel, 1)
                return try line.response
            }
            let watch = SessionWatch(portal, context.identity.session)
            let body = ResponseBody { writer in
                for (index, file) in parcel.files.enumerated() {
                    try watch.check()
                    let line = await upload.takeIn(file, of: parcel, index + 1)
                    try await writer.write(ByteBuffer(bytes: try line.bytes))
                }
                try await writer.finish(nil)
            }
            return Response(status: .ok, headers: TaxImportUpload.headers, body: body)
        } catch {
            guard let line = upload.refusal(of: name, error) else { throw error }
            return try line.response
        }
    }

    private func receive(_ request: Request, by person: Int64, named name: String) async throws -> TaxParcel {
        let files = portal.files
        return try await portal.receive(request, by: person, named: name, within: TaxImport.rules) { incoming in
            try await ImportThread.run { try TaxParcel(incoming, in: files) }
        }
    }
}

extension StaffContext {
    /// What this person may see and bring.
    func imports(at now: Date) -> TaxImportScope {
        TaxImportScope(person: person.id, firms: staff.firms(on: identity.office.today(at: now)))
    }
}
