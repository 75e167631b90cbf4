import HTTPTypes
import Hummingbird
import Models

extension Portal {
    /// Whoever takes a file has pressed for it: a record says so. What comes without a press gets no bytes.
    /// - Returns: an answer without the file. A browser that fetches ahead of a click gets nothing; a page of another
    ///   site, or a mail, that leads here gets a page with a button.
    /// - Throws: `NotFound` for a file that a page would show as a part of itself.
    func answer(aheadOf request: Request, _ app: AppContext) async throws -> Response? {
        if request.isAheadOfClick { return .noContent }
        let isShown = request.headers[.secFetchDest].map { ["document", "empty"].contains($0) } ?? true
        guard isShown else { throw NotFound() }
        guard request.isFromElsewhere else { return nil }
        guard request.headers[.secFetchDest] ?? "document" == "document" else { throw NotFound() }
        return try await takingPage(of: request.uri.description, app)
    }

    /// A page with a button that leads on to a file, and the way to the person's own pages.
    func takingPage(of file: String, _ app: AppContext) async throws -> Response {
        try await show(TakingPage(fileHref: file, homeHref: Path.home.text), app)
    }
}

extension Request {
    /// Whether a browser, or what sees links before its user does, fetches what nobody has clicked yet.
    var isAheadOfClick: Bool {
        // The older names are still sent: Safari's preview, Firefox's prefetch.
        let purposes = [HTTPField.Name.secPurpose, .purpose, .xPurpose, .xMoz].compactMap { headers[$0]?.lowercased() }
        return purposes.contains { $0.contains("prefetch") || $0.contains("preview") || $0.contains("prerender") }
    }

    /// Whether another site, or another one of the same registered name, leads here: as browsers say themselves.
    fileprivate var isFromElsewhere: Bool { ["cross-site", "same-site"].contains(headers[.secFetchSite]) }
}

extension HTTPField.Name {
    fileprivate static let purpose = Self("Purpose").unsafelyUnwrapped
    fileprivate static let xPurpose = Self("X-Purpose").unsafelyUnwrapped
    fileprivate static let xMoz = Self("X-Moz").unsafelyUnwrapped
}
