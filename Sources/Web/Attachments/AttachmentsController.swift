import Foundation
import HTTPTypes
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
        guard isAllowedFetch(request) else { throw NotFound() }
        // A browser that fetches ahead of a click would take the file without anybody having asked for it.
        if request.headers[.secPurpose]?.contains("prefetch") == true { return .noContent }
        let attachment = try portal.database.readHere { db in
            try Attachment.find(db, id, message: message, in: scope)
        }
        let range = ByteRange(request.headers[.range], size: attachment.size)
        if range == .unsatisfiable { return unsatisfiable(attachment) }
        let bytes = try await Disk.run { [path = portal.files.path(attachment.key)] in try StoredBytes(path: path) }
        if request.method != .head {
            let isOfReport = context.identity.staff != nil && message == nil
            try await portal.database.write { db in
                // The right is asked for again, in the transaction that writes the download down.
                let attachment = try Attachment.find(db, id, message: message, in: scope)
                if isOfReport {
                    try attachment.recordLook(db, by: person, at: now)
                } else {
                    try attachment.recordDownload(db, by: person, goesOn: range.goesOn, on: day, at: now)
                }
            }
        }
        return response(
            attachment, bytes, range, watch: SessionWatch(portal, context.identity.session, file: attachment))
    }

    /// A page of another site may link here, but not embed the file.
    private func isAllowedFetch(_ request: Request) -> Bool {
        request.headers[.secFetchSite] != "cross-site" || request.headers[.secFetchDest] == "document"
    }

    private func response(
        _ attachment: Attachment, _ bytes: StoredBytes, _ range: ByteRange, watch: SessionWatch
    ) -> Response {
        var headers = headers(attachment)
        var part = 0...(attachment.size - 1)
        var status = HTTPResponse.Status.ok
        if case .part(let asked) = range {
            part = asked
            status = .partialContent
            headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound)/\(attachment.size)"
        }
        let body = ResponseBody(contentLength: part.count) { [part] writer in
            try await bytes.write(part, to: &writer, while: watch)
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }

    private func unsatisfiable(_ attachment: Attachment) -> Response {
        Response(
            status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(attachment.size)"]
        )
    }

    private func headers(_ attachment: Attachment) -> HTTPFields {
        [
            .contentType: attachment.mediaType, .contentDisposition: FileName.contentDisposition(attachment.name),
            .contentSecurityPolicy: SecurityHeaders.file, .cacheControl: "private, no-store", .acceptRanges: "bytes",
        ]
    }
}
