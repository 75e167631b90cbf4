import HTTPTypes

/// The headers of every response, including errors and refused requests.
enum SecurityHeaders {
    /// Only the portal's own files are loaded; nothing inline runs; no page may be framed.
    private static let page = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; \
        form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
        """
    /// For uploaded bytes: even if a browser displays them, nothing in them runs.
    static let file = "sandbox; default-src 'none'; frame-ancestors 'none'"

    /// Adds the headers that the response does not set itself.
    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        set(.contentSecurityPolicy, page, &headers)
        set(.xContentTypeOptions, "nosniff", &headers)
        set(.referrerPolicy, "no-referrer", &headers)
        set(.crossOriginOpenerPolicy, "same-origin", &headers)
        set(.crossOriginResourcePolicy, "same-origin", &headers)
        set(.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()", &headers)
        set(.cacheControl, "no-store", &headers)
        if isSecure { set(.strictTransportSecurity, "max-age=31536000; includeSubDomains", &headers) }
    }

    private static func set(_ name: HTTPField.Name, _ value: String, _ headers: inout HTTPFields) {
        if headers[name] == nil { headers[name] = value }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = required("Referrer-Policy")
    static let crossOriginOpenerPolicy = required("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = required("Permissions-Policy")
    static let secFetchSite = required("Sec-Fetch-Site")
    static let secFetchDest = required("Sec-Fetch-Dest")
    static let secPurpose = required("Sec-Purpose")
    static let host = required("Host")
    static let formToken = required("X-CSRF-Token")
    static let forwardedFor = required("X-Forwarded-For")
    static let clearSiteData = required("Clear-Site-Data")
    static let refresh = required("Refresh")

    private static func required(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a header name") }
        return field
    }
}
