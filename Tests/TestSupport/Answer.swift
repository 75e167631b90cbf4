import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// A response to the tests' browser, with numbers of rows in place of the office's codes.
package struct Answer: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let body: ByteBuffer

    init(_ response: TestResponse) {
        status = response.status
        var headers = response.headers
        if let location = headers[.location] { headers[.location] = AddressNumbers.read(location) }
        self.headers = headers
        let type = headers[.contentType] ?? ""
        let isText =
            type.hasPrefix("text/html") || type.hasPrefix("application/json") || type.hasPrefix("text/csv")
            || type.hasPrefix("application/x-ndjson")
        body = isText ? ByteBuffer(string: AddressNumbers.read(String(buffer: response.body))) : response.body
    }

    package var text: String { String(buffer: body) }
    package var location: String { headers[.location] ?? "" }

    /// Returns the value of a cookie that it sets.
    package func cookie(_ name: String) -> String? {
        let cookie = headers[values: .setCookie].first { $0.hasPrefix("\(name)=") }
        return cookie?.split(separator: ";").first.map { String($0.dropFirst(name.utf8.count + 1)) }
    }
}
