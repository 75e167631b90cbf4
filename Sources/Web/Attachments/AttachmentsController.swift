import Hummingbird
import Models

/// Serves a file to signed-in persons with a right to it.
struct AttachmentsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        let scope = context.firms
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let attachment = try portal.database.readHere { db in
            try Attachment.find(db, id, message: message, in: scope)
        }
        let isOfReport = context.identity.staff != nil && message == nil
        let file: any DownloadableFile = isOfReport ? ReportAttachment(attachment) : attachment
        return try await portal.download(file, for: request, to: context.identity)
    }
}
