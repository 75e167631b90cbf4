import HTTPTypes
import Hummingbird
import Models

/// The delivery of a file to a person (security contract 3.2): one range at most, never displayed by a browser as a
/// page of the portal, and only while the session is alive and the right lasts.
struct FileDelivery: Sendable {
    private let file: any DownloadableFile
    /// The path of its bytes.
    private let path: String
    let range: ByteRange

    init(_ file: any DownloadableFile, at path: String, for request: Request) {
        (self.file, self.path) = (file, path)
        range = ByteRange(request.headers[.range], size: file.size)
    }

    /// - Returns: `nil` when the requested range is not in the file.
    func open() throws -> StoredBytes? { range == .unsatisfiable ? nil : try StoredBytes(path: path) }

    /// Returns a response with the bytes of the opened file.
    func response(with bytes: StoredBytes?, while watch: SessionWatch) -> Response {
        guard let bytes else {
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(file.size)"])
        }
        var headers = Self.headers(name: file.name, mediaType: file.mediaType)
        var part = 0...(file.size - 1)
        var status = HTTPResponse.Status.ok
        if case .part(let asked) = range {
            part = asked
            status = .partialContent
            headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound)/\(file.size)"
        }
        let body = ResponseBody(contentLength: part.count) { [part] writer in
            try await bytes.write(part, to: &writer, while: watch)
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }

    static func headers(name: String, mediaType: String) -> HTTPFields {
        [
            .contentType: mediaType, .contentDisposition: FileName.contentDisposition(name),
            .contentSecurityPolicy: SecurityHeaders.file, .cacheControl: "private, no-store", .acceptRanges: "bytes",
        ]
    }
}
