import Foundation
import Hummingbird
import Models

/// The firm list: its tabs, its filters, and a person's saved filters.
struct FirmListController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FirmListAddress(context.query), start(context.query))
    }

    /// Saves the list's filter under a name.
    @Sendable func saveFilter(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (address, name) = (FirmListAddress(context.form), TypedLine(context.form["name"]))
        return try await portal.change(context, then: address.saying(.saved)) { db in
            try SavedFilter.save(db, address.filter, as: name, by: context.person.id, at: context.now)
        } refused: { errors in
            try await page(context, address, .first, FilterName(value: context.form["name"], error: errors["name"]))
        }
    }

    @Sendable func removeFilter(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: FirmListAddress(context.form).href) {
            try SavedFilter.remove($0, id, of: context.person.id, at: context.now)
        }
    }

    private func start(_ query: Form) -> FirmList.Start {
        if let id = query.id("after") { return .after(id) }
        if let id = query.id("before") { return .before(id) }
        return .first
    }

    /// - Parameter stepsError: what is wrong with the address of the first steps' trial.
    func page(
        _ context: StaffContext, _ address: FirmListAddress, _ start: FirmList.Start,
        _ name: FilterName = FilterName(), stepsError: String? = nil
    ) async throws -> Response {
        let tab = address.tab
        var list = address.list(context.firms, on: context.day)
        list.cache = portal.database.firmListCache
        let status: HTTPResponse.Status = name.error ?? stepsError == nil ? .ok : .unprocessableContent
        return try await portal.show(context, status: status) { [list] db in
            let rows: FirmListRows =
                switch tab {
                case .firms: .firms(try list.page(db, start))
                case .bookkeeping: .bookkeeping(try list.page(db, start))
                case .hr: .payroll(try list.page(db, start, of: FirmList.PayrollRow.self))
                case .taxes: .taxes(try list.page(db, start, of: FirmList.TaxesRow.self))
                }
            let steps = context.isHead ? try FirstSteps.fetch(db, context.office, head: context.person) : nil
            return (rows: rows, saved: try SavedFilter.all(db, of: context.person.id), steps: steps)
        } page: { found, format in
            let steps = found.steps.map {
                FirstStepsView(
                    $0, head: context.person, typed: context.form["email"], error: stepsError, format.text)
            }
            return FirmListPage(
                address, FirmTable(found.rows, isHead: context.isHead, format), found.saved, name,
                try await ComposerStart(portal: portal, context: context).fields(), steps, isHead: context.isHead,
                format)
        }
    }
}
