import Foundation
import HTTPTypes
import Hummingbird
import Models
import NIOCore
import Secrets

/// Accepts a change only from a page of the portal: the browser says so (Sec-Fetch-Site or Origin), and the form or the
/// script carries the session's token. The body of a form is read here, once, within a limit and a deadline.
struct PostedForms: RouterMiddleware {
    let portal: Portal

    /// In bytes. Enough for ten thousand ticked firms with a long notice.
    static let bodyLimit = 512 * 1024

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        try context.query.check()
        guard request.method == .post else { return try await next(request, context) }
        guard comesFromUs(request) else { throw BadRequest.forged() }
        var (request, context) = (request, context)
        if request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true {
            context.form = try await form(of: request)
            context.form.sentTo = request.uri.string
            // Reading a body twice ends the process, so a handler that expects a file gets an empty one.
            request.body = RequestBody(buffer: ByteBuffer())
        }
        let given = request.headers[.formToken] ?? context.form["csrf"]
        let expected = context.identity?.session.formToken ?? context.visitorToken
        guard ConstantTime.equal(Data(given.utf8), Data(expected.utf8)) else {
            // A person whose session has ended is told that, rather than something about tokens.
            if context.identity == nil, !context.form["csrf"].isEmpty || request.headers[.formToken] != nil,
                request.uri.path != Path.signIn.text, request.uri.path != Path.passwordReset.text,
                !request.uri.path.hasPrefix("/activation/")
            {
                throw SignInRequired(form: context.form)
            }
            throw BadRequest.forged(context.form)
        }
        try context.form.check()
        do {
            return try await next(request, context)
        } catch  where Self.isToBeTriedAgain(error) {
            throw FailedForm(cause: error, form: context.form)
        }
    }

    /// Whether the error is not the form's, so that the same form may succeed later.
    private static func isToBeTriedAgain(_ error: any Error) -> Bool {
        if case BadRequest.tooMany = error { return true }
        if error is BadRequest || error is FailedForm || BrokenOff.isCause(of: error) { return false }
        return Failure(error, allowed: [], method: .post).status.code >= 500
    }

    /// The portal's Referrer-Policy makes browsers send `Origin: null` with its own forms, so Sec-Fetch-Site decides if
    /// present.
    private func comesFromUs(_ request: Request) -> Bool {
        let origin = request.headers[.origin]?.lowercased()
        let isOurs = origin.map(portal.settings.origins.contains)
        guard let site = request.headers[.secFetchSite] else { return isOurs == true }
        return site == "same-origin" && (origin == "null" || isOurs != false)
    }

    private func form(of request: Request) async throws -> Form {
        let body = request.body
        let buffer = try await Deadline.run(seconds: portal.settings.idleSeconds) {
            do {
                return try await body.collect(upTo: Self.bodyLimit)
            } catch is NIOTooManyBytesError {
                throw BadRequest.tooLarge
            }
        }
        return try Form(bytes: Array(buffer.readableBytesView))
    }
}
