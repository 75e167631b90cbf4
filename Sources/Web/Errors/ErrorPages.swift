import Hummingbird
import Logging
import Models
import Secrets

/// Turns a handler's errors into a page that says what to do, or into JSON for a script.
struct ErrorPages: RouterMiddleware {
    let portal: Portal
    let methods: KnownMethods

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let arrived = ContinuousClock.now
        do {
            return try await next(request, context)
        } catch {
            let response = try await answer(error, request, context)
            if response.status == .notFound { await NothingFound.wait(since: arrived) }
            return response
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: AppContext) async throws -> Response {
        if error is SignInRequired, [.get, .head].contains(request.method), !request.isForScript {
            return .seeOther(Path.signIn.with(["next": request.uri.string]))
        }
        if BrokenOff.isCause(of: error) { return Response(status: BrokenOff.status) }
        let error = try explained(error)
        let failure = Failure(error, allowed: methods.allowed(for: request.uri.path), method: request.method)
        if failure.status.code >= 500, !(Self.cause(of: error) is ServerClosing) {
            // Logs the pattern, not the address, which for an activation contains a key.
            let route = context.endpointPath ?? "-"
            context.logger.error("a request failed", metadata: ["route": "\(route)", "error": "\(error)"])
        }
        var response = try await request.isForScript ? json(failure, context) : page(failure, context)
        for (name, value) in failure.headers { response.headers[name] = value }
        return response
    }

    /// A file that was declared lost is not an error of the server.
    private func explained(_ error: any Error) throws -> any Error {
        guard let file = Self.cause(of: error) as? FileUnreadable,
            try portal.database.readHere({ db in try LostFile.isLost(db, key: file.key) })
        else { return error }
        return FileLost()
    }

    private static func cause(of error: any Error) -> any Error { (error as? FailedForm)?.cause ?? error }

    private func json(_ failure: Failure, _ context: AppContext) throws -> Response {
        let text = portal.renderer.text(context.language)
        return try .json(["error": explanation(failure, text)], status: failure.status)
    }

    private func explanation(_ failure: Failure, _ text: LanguageText) -> String {
        var values = failure.values
        if let field = failure.field { values["field"] = text("fieldNames.\(field)") }
        return text(failure.explanation, values)
    }

    private func page(_ failure: Failure, _ context: AppContext) async throws -> Response {
        let text = portal.renderer.text(context.language)
        // A page for a missing object must be the same for everyone, so it contains no request id.
        var page = ErrorPage(
            heading: text(failure.heading), explanation: explanation(failure, text),
            requestId: failure.status.code >= 500 ? context.id : nil, wayOnHref: Path.home.text,
            wayOn: text("errors.wayOn"), typed: failure.typed
        )
        if let kept = failure.form {
            if failure.status == .unauthorized || kept.isOfSignIn {
                page.signIn = kept.sealed.map { SignInFields(kept: $0, keptFor: kept.action) }
                if page.signIn != nil, failure.status == .unauthorized { page.explanation = text("open.resume.then") }
            } else if context.identity != nil || failure.status.code >= 500 {
                page.resend = Resend(kept, by: context.identity?.person.name, label: text("errors.sendAgain"))
            }
        }
        page.isOnlyWay = page.signIn == nil && page.resend == nil
        if failure.status == .notFound, page.typed == nil, page.isOnlyWay, let shown = try? await inside(page, context)
        {
            return shown
        }
        return try await portal.show(page, context, status: failure.status)
    }

    /// Returns the page with the menu for signed-in people, so that they can go on; `nil` for a visitor.
    private func inside(_ page: ErrorPage, _ context: AppContext) async throws -> Response? {
        guard let identity = context.identity, identity.session.kind == .full else { return nil }
        guard identity.staff != nil else {
            let inside = ClientErrorPage(
                heading: page.heading, explanation: page.explanation, wayOnHref: page.wayOnHref, wayOn: page.wayOn)
            return try await portal.show(inside, ClientContext(context: context), status: .notFound)
        }
        let inside = OfficeErrorPage(
            heading: page.heading, explanation: page.explanation, wayOnHref: page.wayOnHref, wayOn: page.wayOn)
        return try await portal.show(inside, StaffContext(context: context), status: .notFound)
    }
}

/// Delays "not found" responses, so that their time does not tell whether the object is another's or missing: each is
/// sent at a multiple of `step` after the request, however long the lookup took.
enum NothingFound {
    static let step = Duration.milliseconds(10)

    static func wait(since arrived: ContinuousClock.Instant) async {
        let steps = ((ContinuousClock.now - arrived) / step).rounded(.up)
        try? await Task.sleep(until: arrived + step * Int(steps), clock: .continuous)
    }
}

struct ErrorPage: TitledPage {
    var template: String { "open/error" }
    let heading: String
    var explanation: String
    let requestId: String?
    let wayOnHref: String
    let wayOn: String
    let typed: String?
    /// The fields to sign in and send the form afterwards.
    var signIn: SignInFields?
    /// The form to send again.
    var resend: Resend?
    /// Whether the page has only a link to go on.
    var isOnlyWay = true

    func title(_ text: LanguageText) -> String { heading }
}

/// A form that is sent again, with a button.
struct Resend: Encodable {
    let action: String
    let resendFields: [KeptField]
    let resendLabel: String
    /// The name of the sender, as another person may have signed in meanwhile.
    let resendName: String?

    init(_ kept: KeptForm, by name: String?, label: String) {
        (action, resendFields, resendLabel, resendName) = (kept.action, kept.fields, label, name)
    }
}

/// The error page for a signed-in client.
struct ClientErrorPage: ClientPage {
    var template: String { "open/error-client" }
    static let place = MenuPlace.elsewhere
    let heading: String
    let explanation: String
    let wayOnHref: String
    let wayOn: String

    func title(_ text: LanguageText) -> String { heading }
}

/// The error page for an employee of the office.
struct OfficeErrorPage: OfficePage {
    var template: String { "open/error-office" }
    static let place = MenuPlace.elsewhere
    let heading: String
    let explanation: String
    let wayOnHref: String
    let wayOn: String

    func title(_ text: LanguageText) -> String { heading }
}
