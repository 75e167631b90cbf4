import Hummingbird
import Models

/// A file's bytes, for a signed-in person with a right to them and for nobody else (rule 2).
struct AttachmentsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        let (scope, person, day, now) = (context.firms, context.person.id, context.day, context.now)
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        if request.method == .head {
            let attachment = try portal.database.readHere { try Attachment.find($0, id, message: message, in: scope) }
            let watch = SessionWatch(portal, context.identity.session, file: attachment)
            return try await delivery(attachment, request).response(to: request, while: watch) { _ in }
        }
        let isOfReport = context.identity.staff != nil && message == nil
        let (attachment, opened, bytes) = try await portal.database.write { db in
            // The right is asked for in the transaction that writes the download down, and the file is opened there:
            // nothing is written of one that is not on the disk.
            let attachment = try Attachment.find(db, id, message: message, in: scope)
            let file = delivery(attachment, request)
            guard let bytes = try file.open() else { return (attachment, file, nil as StoredBytes?) }
            if isOfReport {
                try attachment.recordLook(db, by: person, at: now)
            } else {
                try attachment.recordDownload(db, by: person, goesOn: file.range.goesOn, on: day, at: now)
            }
            return (attachment, file, bytes)
        }
        return opened.response(with: bytes, while: SessionWatch(portal, context.identity.session, file: attachment))
    }

    private func delivery(_ attachment: Attachment, _ request: Request) -> FileDelivery {
        FileDelivery(
            name: attachment.name, mediaType: attachment.mediaType, size: attachment.size,
            path: portal.files.readable(attachment.key), for: request)
    }
}
