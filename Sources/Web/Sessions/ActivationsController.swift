import Hummingbird
import Models
import Secrets

/// The one-time link with which a person sets a password. Opening it does not consume it (mail scanners open links
/// first); the form does.
struct ActivationsController: Sendable {
    let portal: Portal
    let sessions: SessionsController

    @Sendable func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await page(context)
    }

    @Sendable func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = token(context) else { return try await ended(context) }
        let password = context.form["password"]
        guard let (_, _, facts) = try await find(token) else { return try await ended(context) }
        if let refusal = try await portal.passwords.check(password, context: facts) {
            return try await page(context, refusal: refusal)
        }
        let hash = try await portal.passwords.make(password)
        let now = portal.now()
        let open = sessions.openSession(request, context)
        do {
            let opened = try await portal.database.write { db in
                try open(db, try PersonalLink.consume(db, token, password: hash, at: now))
            }
            return sessions.signedIn(.seeOther(Path.home.text), opened)
        } catch is NotFound {
            return try await ended(context)
        }
    }

    private func token(_ context: VisitorContext) -> Token? {
        context.parameters.get("token").flatMap { Token(text: $0) }
    }

    private func find(_ token: Token) async throws -> (PersonalLink, Person, facts: [String])? {
        let now = portal.now()
        return try await portal.database.read { db in
            guard let link = try? PersonalLink.find(db, token, at: now) else { return nil }
            let person = try Person.find(db, link.personId)
            return (link, person, try person.knownFacts(db))
        }
    }

    private func page(_ context: VisitorContext, refusal: PasswordPolicy.Refusal? = nil) async throws -> Response {
        guard let token = token(context), let (link, person, _) = try await find(token) else {
            return try await ended(context)
        }
        // The person's own language, which the office chose with the invitation.
        var app = context.app
        if app.query["language"].isEmpty { app.language = person.language }
        let text = portal.renderer.text(app.language)
        let isReset = link.purpose == .reset
        let page = ActivationPage(
            action: Path.activation(token.text).text, name: person.name, email: person.email, isReset: isReset,
            passwordError: refusal.map { $0.explanation(text) }, minimum: "\(PasswordPolicy.minimum)"
        )
        return try await portal.show(page, app, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func ended(_ context: VisitorContext) async throws -> Response {
        try await portal.show(LinkEndedPage(), context.app, status: .gone)
    }
}

extension PasswordPolicy.Refusal {
    /// Returns the reason why the password is refused, and the remedy.
    func explanation(_ text: LanguageText) -> String {
        switch self {
        case .tooShort: text("errors.passwordShort", ["minimum": "\(PasswordPolicy.minimum)"])
        case .tooLong: text("errors.passwordLong", ["maximum": "\(PasswordPolicy.maximum)"])
        case .common: text("errors.passwordCommon")
        case .context(let word): text("errors.passwordContext", ["word": word])
        }
    }
}
