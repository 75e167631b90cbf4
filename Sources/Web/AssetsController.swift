import HTTPTypes
import Hummingbird
import Models

/// Serves the files of `Public`, cached forever by the digest in their address.
struct AssetsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let assets = portal.renderer.assets
        let prefix = "\(assets.prefix)/"
        guard request.uri.path.hasPrefix(prefix),
            let file = assets.file(String(request.uri.path.dropFirst(prefix.count)))
        else { throw NotFound() }
        var headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        guard let gzip = file.gzip, request.headers[.acceptEncoding]?.contains("gzip") == true else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: gzip))
    }
}
