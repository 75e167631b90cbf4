import Hummingbird
import Logging
import Models
import Secrets

/// Turns what a handler throws into a page that says what to do, or into JSON for a script.
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
            // The pattern and not the address: that of a first sign-in is a key.
            let route = context.endpointPath ?? "-"
            context.logger.error("a request failed", metadata: ["route": "\(route)", "error": "\(error)"])
        }
        var response = try await request.isForScript ? json(failure, context) : page(failure, context)
        for (name, value) in failure.headers { response.headers[name] = value }
        return response
    }

    /// A file whose loss was declared is no trouble of the server.
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
        // A page for what does not exist must be the same for everyone, so it carries no number of the request.
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

    /// For who is signed in, within the menu: from what is not there it is one press to what is. Nothing for a visitor.
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

/// Somebody else's object and none at all are the same answer, and the time it takes says no more: it leaves at a full
/// step after the request came, however long was looked.
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
    /// To sign in and send the form then.
    var signIn: SignInFields?
    /// To send the form once more.
    var resend: Resend?
    /// Whether there is nothing to do here but to go on.
    var isOnlyWay = true

    func title(_ text: LanguageText) -> String { heading }
}

/// A form that is sent once more, with a button.
struct Resend: Encodable {
    let action: String
    let resendFields: [KeptField]
    let resendLabel: String
    /// As whom it is sent: perhaps somebody else has signed in since.
    let resendName: String?

    init(_ kept: KeptForm, by name: String?, label: String) {
        (action, resendFields, resendLabel, resendName) = (kept.action, kept.fields, label, name)
    }
}

/// The same for a client who is signed in.
struct ClientErrorPage: ClientPage {
    var template: String { "open/error-client" }
    static let place = MenuPlace.elsewhere
    let heading: String
    let explanation: String
    let wayOnHref: String
    let wayOn: String

    func title(_ text: LanguageText) -> String { heading }
}

/// The same for somebody of the office.
struct OfficeErrorPage: OfficePage {
    var template: String { "open/error-office" }
    static let place = MenuPlace.elsewhere
    let heading: String
    let explanation: String
    let wayOnHref: String
    let wayOn: String

    func title(_ text: LanguageText) -> String { heading }
}
