import HTTPTypes
import Hummingbird
import Models

/// The journal: who did what, and whether it was changed. For the head.
struct AuditController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (asked, after) = (AuditQuery(context.query), context.query.id("after"))
        let log = AuditLog(asked.filter(in: context.office.zone))
        return try await portal.show(context) { db in
            (entries: try log.page(db, after: after), choices: try log.choices(db))
        } page: { found, format in
            AuditView(asked: asked, format: format).page(found.entries, found.choices, after: after)
        }
    }

    /// Checks the whole chain for the head. The result is itself an entry of the journal.
    @Sendable func check(_ request: Request, _ context: HeadContext) async throws -> Response {
        let outcome = try await portal.database.read { db in try AuditChain.check(db) }
        return try await portal.change(context, then: Path.audit.text) {
            try AuditChain.record($0, outcome, by: context.person.id, at: context.now)
        }
    }

    /// Sends the filtered journal for a spreadsheet, reading a thousand entries at a time.
    @Sendable func export(_ request: Request, _ context: HeadContext) async throws -> Response {
        let asked = AuditQuery(context.query)
        let log = AuditLog(asked.filter(in: context.office.zone))
        let view = AuditView(asked: asked, format: portal.format(context.app))
        let database = portal.database
        let table = CSV(decimal: view.format.text("number.decimal"), header: view.heading)
        let watch = SessionWatch(portal, context.identity.session)
        return .csv(table, named: view.fileName, while: watch) { (after: Int64?) in
            let page = try await database.read { db in try log.page(db, after: after, limit: 1000) }
            let rows = page.entries.map { view.cells($0, page.subjects[$0.id]) }
            return (rows, page.hasOlder ? page.entries.last?.id : nil)
        }
    }
}
