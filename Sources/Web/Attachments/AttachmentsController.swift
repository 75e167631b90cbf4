import Hummingbird
import Models

/// A file's bytes, for a signed-in person with a right to them and for nobody else (rule 2).
struct AttachmentsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (try context.id(), context.query.id("message"))
        let now = portal.now()
        let day = context.identity.office.today(at: now)
        let (scope, person) = (context.firms(on: day), context.person.id)
        if let answer = try FileDelivery.answer(aheadOf: request) { return answer }
        let attachment = try portal.database.readHere { db in
            try Attachment.find(db, id, message: message, in: scope)
        }
        let delivery = FileDelivery(
            name: attachment.name, mediaType: attachment.mediaType, size: attachment.size,
            path: portal.files.path(attachment.key), for: request)
        let isOfReport = context.identity.staff != nil && message == nil
        return try await delivery.response(
            to: request, while: SessionWatch(portal, context.identity.session, file: attachment)
        ) { goesOn in
            try await portal.database.write { db in
                // The right is asked for again, in the transaction that writes the download down.
                let attachment = try Attachment.find(db, id, message: message, in: scope)
                if isOfReport {
                    try attachment.recordLook(db, by: person, at: now)
                } else {
                    try attachment.recordDownload(db, by: person, goesOn: goesOn, on: day, at: now)
                }
            }
        }
    }
}
