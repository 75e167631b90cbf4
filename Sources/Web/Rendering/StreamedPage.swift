import HTTPTypes
import Hummingbird
import Models
import NIOCore

/// A page that is written while it is read: however long, it is never in memory as a whole, and it breaks off when the
/// session that it was asked in has ended.
struct StreamedPage<Key: Sendable>: Sendable {
    /// The rows so far, and the key to go on after, if there are more.
    typealias Part = (text: String, next: Key?)

    let head: String
    /// Read before the answer begins, so that what fails at once is an answer of its own.
    let first: Part
    let tail: String
    let watch: SessionWatch
    let after: @Sendable (Key) async throws -> Part

    var response: Response {
        let page = self
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody { writer in
                try await page.write(to: &writer)
                try await writer.finish(nil)
            })
    }

    /// - Throws: `SignInRequired` when the session has ended.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: head))
        try await writer.write(ByteBuffer(string: first.text))
        var next = first.next
        while let key = next {
            try watch.check()
            let part = try await after(key)
            try await writer.write(ByteBuffer(string: part.text))
            next = part.next
        }
        try await writer.write(ByteBuffer(string: tail))
    }
}
