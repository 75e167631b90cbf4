import Dates
import Foundation
import Hummingbird
import Models

/// Assigns many firms to an employee at once, or removes them.
struct AssignmentsController: Sendable {
    let portal: Portal

    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, duty, chosen) = (context.id(), try duty(context.form), chosen(context, .others))
        return try await change(context) { db in
            try Assignment.assign(
                db, firms: chosen.ids(db), to: id, duty: duty, from: context.day, by: context.person.id, at: context.now
            )
        }
    }

    @Sendable func end(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, chosen) = (context.id(), chosen(context, .own))
        return try await change(context) { db in
            try Assignment.end(
                db, firms: chosen.ids(db), of: id, on: context.day, by: context.person.id, at: context.now)
        }
    }

    /// - Throws: for the duty of a deputy, which has its own form.
    private func duty(_ form: Form) throws -> Assignment.Duty {
        guard let duty = Assignment.Duty(rawValue: form["duty"]), duty != .deputy else { throw BadRequest.encoding }
        return duty
    }

    /// Returns the ticked firms, or all that match the search.
    private func chosen(_ context: HeadContext, _ show: StaffFirms.Show) -> StaffFirms {
        var firms = StaffFirms(person: context.id(), day: context.day)
        firms.show = show
        firms.search = TypedText.line(context.form["q"])
        if context.form["all"] != "1" { firms.ticked = Set(context.form.ids("firm")) }
        return firms
    }

    private func change(
        _ context: HeadContext, _ verb: @escaping OfficeDatabase.Verb<Void>
    ) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.staffMember(id).saying(.saved)) { db in
            guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
            try verb(db)
        } refused: { errors in
            try await StaffMemberPages(portal: portal).page(context, errors)
        }
    }
}
