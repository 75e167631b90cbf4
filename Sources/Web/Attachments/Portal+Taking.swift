import HTTPTypes
import Hummingbird
import Models

extension Portal {
    /// Checks that a person has requested the file, because the download is recorded as evidence. Other requests get no
    /// bytes.
    /// - Returns: a response without the file. A browser that prefetches gets an empty one; a link from another site or
    ///   a mail gets a page with a button.
    /// - Throws: `NotFound` for a file embedded in a page.
    func answer(aheadOf request: Request, _ app: AppContext) async throws -> Response? {
        if request.isAheadOfClick { return .noContent }
        let isShown = request.headers[.secFetchDest].map { ["document", "empty"].contains($0) } ?? true
        guard isShown else { throw NotFound() }
        guard request.isFromElsewhere else { return nil }
        guard request.headers[.secFetchDest] ?? "document" == "document" else { throw NotFound() }
        return try await takingPage(of: request.uri.description, app)
    }

    /// Shows a page with a button that downloads a file, and a link to the person's own pages.
    func takingPage(of file: String, _ app: AppContext) async throws -> Response {
        try await show(TakingPage(fileHref: file, homeHref: Path.home.text), app)
    }
}

extension Request {
    /// Whether a browser, or a preview of links, fetches something that nobody has clicked yet.
    var isAheadOfClick: Bool {
        // The older names are still in use: Safari's preview, Firefox's prefetch.
        let purposes = [HTTPField.Name.secPurpose, .purpose, .xPurpose, .xMoz].compactMap { headers[$0]?.lowercased() }
        return purposes.contains { $0.contains("prefetch") || $0.contains("preview") || $0.contains("prerender") }
    }

    /// Whether the request comes from another site, or another host of the same domain, by the browser's own headers.
    fileprivate var isFromElsewhere: Bool { ["cross-site", "same-site"].contains(headers[.secFetchSite]) }
}

extension HTTPField.Name {
    fileprivate static let purpose = Self("Purpose").unsafelyUnwrapped
    fileprivate static let xPurpose = Self("X-Purpose").unsafelyUnwrapped
    fileprivate static let xMoz = Self("X-Moz").unsafelyUnwrapped
}
