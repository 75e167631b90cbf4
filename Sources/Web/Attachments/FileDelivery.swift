import HTTPTypes
import Hummingbird
import Models

/// A file on its way to a person (security contract 3.2): one range at most, never shown by a browser as a page of ours,
/// and only while the session lives and the right holds.
struct FileDelivery: Sendable {
    private let file: any DownloadableFile
    /// Where its bytes are.
    private let path: String
    let range: ByteRange

    init(_ file: any DownloadableFile, at path: String, for request: Request) {
        (self.file, self.path) = (file, path)
        range = ByteRange(request.headers[.range], size: file.size)
    }

    /// - Returns: nothing when the range asked for is not in the file.
    func open() throws -> StoredBytes? { range == .unsatisfiable ? nil : try StoredBytes(path: path) }

    /// Answers with the bytes of the file as it was opened.
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
