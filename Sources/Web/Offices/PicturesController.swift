import HTTPTypes
import Hummingbird
import Models
import NIOCore

/// Serves the logo to everybody, and the photos of the office's people to those who may see them.
struct PicturesController: Sendable {
    let portal: Portal

    @Sendable func logo(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let digest = context.parameters.get("digest") ?? ""
        return .picture(try await portal.database.read { try Picture.logo($0, digest) }, keeping: Response.forEver)
    }

    @Sendable func photo(_ request: Request, _ context: PersonContext) async throws -> Response {
        let digest = context.parameters.get("digest") ?? ""
        let client = context.identity.staff == nil ? context.person.id : nil
        let picture = try await portal.database.read { try Staff.photo($0, digest, seenByClient: client) }
        return .picture(picture, keeping: "private, max-age=31536000, immutable")
    }
}

extension Response {
    fileprivate static func picture(_ picture: Picture, keeping: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: picture.mediaType, .cacheControl: keeping],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.bytes)))
    }
}
