import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// Rules for every response of the product, whatever the request (security V3, V4, V14).
enum ResponseRules {
    /// What browsers may keep, because its address changes with its content.
    private static let kept = ["/assets/", "/accents/", "/logo/", "/photos/"]

    static func check(_ response: TestResponse, of method: HTTPRequest.Method, _ path: String) {
        let what = Comment(rawValue: "\(method) \(path): \(response.status)")
        let headers = response.headers
        let policy = headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), what)
        #expect(!policy.contains("unsafe-") && !policy.contains("*"), what)
        #expect(headers[.xContentTypeOptions] == "nosniff", what)
        #expect(headers[.referrerPolicy] == "no-referrer", what)
        #expect(headers[.accessControlAllowOrigin] == nil && headers[.server] == nil, what)
        let isAsset = kept.contains { path.hasPrefix($0) } && response.status == .ok
        #expect(isAsset || headers[.cacheControl]?.contains("no-store") == true, what)
        if let type = headers[.contentType], type.hasPrefix("text/"), !path.hasPrefix("/attachments/") {
            #expect(type.hasSuffix("charset=utf-8"), what)
        }
        if response.status.kind == .successful, response.body.readableBytes > 0 {
            #expect(headers[.contentType] != nil, what)
        }
        checkCookies(headers, what)
        checkPage(response, what)
    }

    private static func checkCookies(_ headers: HTTPFields, _ what: Comment) {
        for cookie in headers[values: .setCookie] {
            let parts = Set(cookie.split(separator: ";").dropFirst().map { $0.drop { $0 == " " }.lowercased() })
            #expect(parts.contains("httponly") && parts.contains("path=/") && parts.contains("samesite=lax"), what)
            #expect(!parts.contains { $0.hasPrefix("domain") }, what)
        }
    }

    /// Numbers of rows that must not be on a page (`AddressCodes`): in addresses, in fields of codes, in names of
    /// elements. Uses Foundation's expressions, which are faster on thousands of pages.
    private static let bare = try? NSRegularExpression(
        pattern: [
            #"(?:href|action|src|data-receipt)="/[^"?]*/\d+[/"?#]"#,
            #"[?&;](?:after|before|firm|message|person|again|template)=\d+["&+.]"#,
            #"(?:name="(?:firm|person|document|deputy|waiting)" value|data-firm|data-papers)="\d+["&+.]"#,
            #"id="(?:message|note|firm)-\d{1,12}["-]"#,
        ].joined(separator: "|"))

    private static func checkPage(_ response: TestResponse, _ what: Comment) {
        guard response.headers[.contentType]?.hasPrefix("text/") == true else { return }
        let page = String(buffer: response.body)
        // The key of a missing text, on a page or in a table.
        #expect(!page.contains(#/\[\[[a-zA-Z]+\.[a-zA-Z.]+\]\]/#), what)
        guard response.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="), what)
        #expect(!page.contains("javascript:"), what)
        let whole = NSRange(page.startIndex..., in: page)
        #expect(bare != nil && bare?.firstMatch(in: page, range: whole) == nil, what)
    }
}
