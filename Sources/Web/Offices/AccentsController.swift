import HTTPTypes
import Hummingbird
import Models

/// Serves the stylesheet of an office's colour. It is made from the colour in its address alone, so browsers may keep it
/// for ever.
struct AccentsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard context.parameters.get("fingerprint") == Accent.fingerprint,
            let digits = context.parameters.get("colour"), digits.utf8.count == 6, let colour = Colour(digits),
            colour.hex.dropFirst() == digits
        else { throw NotFound() }
        return Response(
            status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: Response.forEver],
            body: ResponseBody(byteBuffer: .init(string: Accent(colour).stylesheet)))
    }
}

extension Response {
    /// How long a browser keeps what has its digest in its address.
    static let forEver = "public, max-age=31536000, immutable"
}
