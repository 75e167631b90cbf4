import HTTPTypes
import Hummingbird
import Models

/// The journal: who did what, and whether it is what was written. For the head.
struct AuditController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (asked, after, person) = (AuditQuery(context.query), context.query.id("after"), context.person.id)
        let log = AuditLog(asked.filter(in: context.identity.office.zone))
        let (page, choices, surroundings) = try await portal.database.read { db in
            (
                try log.page(db, after: after), try log.choices(db),
                try Surroundings.office(db, person, in: .wholeOffice)
            )
        }
        let format = portal.format(context.app)
        let view = AuditView(asked: asked, format: format)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: format.text("audit.title"))
        frame.isAudit = true
        let html = try portal.renderer.html(view.page(page, choices, after: after), frame, context.app.language)
        return .html(html)
    }

    /// The head has the whole chain checked. What came out is an entry of the journal itself.
    @Sendable func check(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (head, now) = (context.person.id, portal.now())
        let outcome = try await portal.database.read { db in try AuditChain.check(db) }
        try await portal.database.write { db in try AuditChain.record(db, outcome, by: head, at: now) }
        return .seeOther(Path.audit.text)
    }

    /// The filtered journal for a spreadsheet, read and sent a thousand entries at a time.
    @Sendable func export(_ request: Request, _ context: HeadContext) async throws -> Response {
        let asked = AuditQuery(context.query)
        let log = AuditLog(asked.filter(in: context.identity.office.zone))
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
