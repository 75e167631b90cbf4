import Hummingbird
import Models

extension OfficeSettingsController {
    /// Chooses for how long a send to many firms can be undone.
    @Sendable func chooseUndoTime(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (head, now) = (context.person.id, context.now)
        guard let seconds = Int(context.form["undoSeconds"]), Office.undoTimes.contains(seconds) else {
            throw BadRequest.encoding
        }
        return try await portal.change(context, then: Path.officeSettings.saying(.saved)) { db in
            try Office.choose(db, undoSeconds: seconds, by: head, at: now)
        }
    }
}
