import Foundation
import HTTPTypes
import Hummingbird
import Models

/// Serves what is made of an office's colour: its stylesheet, and the manifest of the installed page. Both are made from
/// their address and the files of `Public` alone, so browsers may keep them for ever.
struct AccentsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let accent = Accent(try colour(context, fingerprint: Accent.fingerprint))
        return Response(
            status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: Response.forEver],
            body: ResponseBody(byteBuffer: .init(string: accent.stylesheet)))
    }

    @Sendable func manifest(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let assets = portal.renderer.assets
        let colour = try colour(context, fingerprint: Accent.fingerprint + assets.digest)
        guard let file = assets.file("skrytka.webmanifest") else { throw NotFound() }
        let text = String(buffer: file.bytes)
            .replacing(Accent.skrytkasHead, with: Accent.headColour(of: colour))
            .replacing("\"images/", with: "\"\(assets.prefix)/images/")
        return Response(
            status: .ok, headers: [.contentType: file.mediaType, .cacheControl: Response.forEver],
            body: ResponseBody(byteBuffer: .init(string: text)))
    }

    /// The colour in the address, in the one form in which pages write it.
    private func colour(_ context: VisitorContext, fingerprint: String) throws -> Colour {
        guard context.parameters.get("fingerprint") == fingerprint, let digits = context.parameters.get("colour"),
            digits.utf8.count == 6, let colour = Colour(digits), colour.digits == digits
        else { throw NotFound() }
        return colour
    }
}

extension Response {
    /// How long a browser keeps what has its digest in its address.
    static let forEver = "public, max-age=31536000, immutable"
}
