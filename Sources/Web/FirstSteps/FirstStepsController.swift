import Hummingbird
import Models

/// The first steps of a new office: the notice on trial, and putting the steps away.
struct FirstStepsController: Sendable {
    let portal: Portal

    /// Makes the firm to which the head writes on trial, and goes on to writing.
    @Sendable func prepare(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (office, head, day, now) = (context.office, context.person, context.day, context.now)
        let reader = NewPerson(name: head.name, email: context.form["email"], language: head.language)
        return try await portal.change(context) { db in
            .newFirmConversation(try FirstSteps.prepare(db, office, reader: reader, by: head, on: day, at: now))
        } refused: { errors in
            try await FirmListController(portal: portal).page(
                StaffContext(context: context.app), FirmListAddress(Form()), .first, stepsError: errors["email"])
        }
    }

    @Sendable func end(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await portal.change(context, then: Path.firms.text) { db in
            try FirstSteps.end(db, by: context.person.id, at: context.now)
        }
    }
}
