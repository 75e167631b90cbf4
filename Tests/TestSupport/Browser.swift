import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A browser's cookies and form token, over the test client. Takes addresses and forms with numbers of rows, and sends
/// codes. Checks every response against the rules for all responses.
package struct Browser: Sendable {
    package let client: any TestClientProtocol
    package var session: String?
    package var formToken = ""
    /// The cookie against which a visitor's forms are checked.
    package var visitorToken: String?

    /// The cookie of a known browser, after a sign-in.
    package var known: String?
    /// Its address, as reported by a trusted proxy (`TestOffice.proxied`).
    package var address: String?

    package init(
        client: any TestClientProtocol, session: String? = nil, formToken: String = "", visitorToken: String? = nil
    ) {
        self.client = client
        self.session = session
        self.formToken = formToken
        self.visitorToken = visitorToken
    }

    package func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers)
    }

    package func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) async throws -> Answer {
        var headers = headers
        let cookies = [
            session.map { "skrytka=\($0)" }, visitorToken.map { "skrytka-form=\($0)" },
            known.map { "skrytka-browser=\($0)" },
        ].compactMap { $0 }
        if let address { headers[.forwardedFor] = address }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        let response = try await client.executeRequest(
            uri: AddressNumbers.coded(path), method: method, headers: headers, body: body)
        ResponseRules.check(response, of: method, path)
        return Answer(response)
    }

    /// Posts a form like a page of the product.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await post(path, fields.map { ($0.key, $0.value) })
    }

    /// Posts a form with many uploads.
    package func post(_ path: String, files keys: [String]) async throws -> Answer {
        try await post(path, keys.map { ("files", $0) })
    }

    package func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        let all = fields.map(AddressNumbers.coded) + [("csrf", formToken)]
        let body = all.map { "\($0.0)=\(Self.encode($0.1))" }.joined(separator: "&")
        return try await send(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"],
            body: ByteBuffer(string: body)
        )
    }

    /// Uploads a file like the page's script.
    package func upload(_ name: String, _ bytes: Data) async throws -> Answer {
        try await upload(name, bytes, to: "/uploads")
    }

    /// Uploads a file to import, like the page's script.
    package func bring(_ name: String, _ bytes: Data) async throws -> Answer {
        try await upload(name, bytes, to: "/office/imports")
    }

    /// Sends a file as the body of a request, like the page's script.
    package func upload(_ name: String, _ bytes: Data, to path: String) async throws -> Answer {
        try await send(
            .post, "\(path)?name=\(Self.encode(name))",
            [.contentType: "application/octet-stream", .origin: "http://localhost", .formToken: formToken],
            body: ByteBuffer(bytes: bytes)
        )
    }

    /// Uploads a file and returns its key.
    package func uploadKey(_ name: String, _ bytes: Data) async throws -> String {
        let response = try await upload(name, bytes)
        try #require(response.status == .created, "\(String(buffer: response.body))")
        let object = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: String]
        return try #require(object?["key"])
    }

    package static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension HTTPField.Name {
    package static let formToken = HTTPField.Name("X-CSRF-Token").unsafelyUnwrapped
    package static let forwardedFor = HTTPField.Name("X-Forwarded-For").unsafelyUnwrapped
    package static let referrerPolicy = HTTPField.Name("Referrer-Policy").unsafelyUnwrapped
}
