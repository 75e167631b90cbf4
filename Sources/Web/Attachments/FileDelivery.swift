import HTTPTypes
import Hummingbird
import Models

/// A file on its way to a person, whatever file it is (security contract 3.2): one range at most, never shown by a
/// browser as a page of ours, and only while the session lives and the right holds.
struct FileDelivery: Sendable {
    let name: String
    let mediaType: String
    let size: Int64
    /// Where its bytes are.
    let path: String
    let range: ByteRange

    init(name: String, mediaType: String, size: Int64, path: String, for request: Request) {
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.path = path
        range = ByteRange(request.headers[.range], size: size)
    }

    /// Answers with the bytes asked for.
    /// - Parameter record: writes the download down, before the first byte leaves; not for a look at the headers.
    func response(
        to request: Request, while watch: SessionWatch, recording record: (_ goesOn: Bool) async throws -> Void
    ) async throws -> Response {
        let bytes = try await Disk.run { try open() }
        if bytes != nil, request.method != .head { try await record(range.goesOn) }
        return response(with: bytes, while: watch)
    }

    /// - Returns: nothing when the range asked for is not in the file.
    func open() throws -> StoredBytes? { range == .unsatisfiable ? nil : try StoredBytes(path: path) }

    /// Answers with the bytes of the file as it was opened.
    func response(with bytes: StoredBytes?, while watch: SessionWatch) -> Response {
        guard let bytes else {
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(size)"])
        }
        var headers = Self.headers(name: name, mediaType: mediaType)
        var part = 0...(size - 1)
        var status = HTTPResponse.Status.ok
        if case .part(let asked) = range {
            part = asked
            status = .partialContent
            headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound)/\(size)"
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
