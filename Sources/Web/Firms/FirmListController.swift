import Foundation
import Hummingbird
import Models

/// The firm list: its tabs, its filters, and the filters that a person keeps.
struct FirmListController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FirmListAddress(context.query), start(context.query))
    }

    /// Keeps the filter of the list under a name.
    @Sendable func saveFilter(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let (address, name) = (FirmListAddress(form), TypedLine(form["name"]))
        do {
            _ = try await portal.database.write { db in
                try SavedFilter.save(db, address.filter, as: name, by: person, at: now)
            }
            return .seeOther(Path.firms.with(address.fields + [("done", Flash.saved.rawValue)]))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await page(context, address, .first, FilterName(value: form["name"], error: errors["name"]))
        }
    }

    @Sendable func removeFilter(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id("id"), context.person.id, portal.now())
        try await portal.database.write { db in try SavedFilter.remove(db, id, of: person, at: now) }
        return .seeOther(FirmListAddress(context.form).href)
    }

    private func start(_ query: Form) -> FirmList.Start {
        if let id = query.id("after") { return .after(id) }
        if let id = query.id("before") { return .before(id) }
        return .first
    }

    private func page(
        _ context: StaffContext, _ address: FirmListAddress, _ start: FirmList.Start, _ name: FilterName = FilterName()
    ) async throws -> Response {
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        let (tab, list, person) = (address.tab, address.list(scope, on: day), context.person.id)
        let (rows, saved, surroundings) = try await portal.database.read { db in
            let rows: FirmListRows =
                switch tab {
                case .firms: .firms(try list.page(db, start))
                case .bookkeeping: .bookkeeping(try list.page(db, start))
                case .hr: .payroll(try list.page(db, start, of: FirmList.PayrollRow.self))
                case .taxes: .taxes(try list.page(db, start, of: FirmList.TaxesRow.self))
                }
            return (rows, try SavedFilter.all(db, of: person), try Surroundings.office(db, person, in: scope))
        }
        let composer = try await ComposerStart(portal: portal, context: context).fields()
        let format = portal.format(context.app)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: format.text("firms.title"))
        frame.isFirms = true
        let page = FirmListPage(
            address, FirmTable(rows, format), saved, name, composer, isHead: context.staff.role == .head, format
        )
        return .html(
            try portal.renderer.html(page, frame, context.app.language),
            status: name.error == nil ? .ok : .unprocessableContent
        )
    }
}
