import Dates
import Foundation
import Hummingbird
import Models

/// Gives many firms to a person of the office at once, or takes them away.
struct AssignmentsController: Sendable {
    let portal: Portal

    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        guard let duty = Assignment.Duty(rawValue: context.form["duty"]), duty != .deputy else {
            throw BadRequest.encoding
        }
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let chosen = chosen(context, id, .others, day)
        return try await change(context, id) {
            try await portal.database.write { db in
                guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
                let firms = try chosen.ids(db)
                try Assignment.assign(db, firms: firms, to: id, duty: duty, from: day, by: head, at: now)
            }
        }
    }

    @Sendable func end(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, now) = (context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let chosen = chosen(context, id, .own, day)
        return try await change(context, id) {
            try await portal.database.write { db in
                guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
                try Assignment.end(db, firms: chosen.ids(db), of: id, on: day, by: head, at: now)
            }
        }
    }

    /// The ticked firms, or all that match the search.
    private func chosen(_ context: HeadContext, _ id: Int64, _ show: StaffFirms.Show, _ day: Day) -> StaffFirms {
        var firms = StaffFirms(person: id, day: day)
        firms.show = show
        firms.search = TypedText.line(context.form["q"])
        if context.form["all"] != "1" { firms.ticked = Set(context.form.ids("firm")) }
        return firms
    }

    private func change(
        _ context: HeadContext, _ id: Int64, _ write: () async throws -> Void
    ) async throws -> Response {
        do {
            try await write()
            return .seeOther(Path.staffMember(id).saying(.saved))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await StaffMemberPages(portal: portal).page(context, id, errors)
        }
    }
}
