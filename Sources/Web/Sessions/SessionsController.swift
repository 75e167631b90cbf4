import Foundation
import Hummingbird
import Logging
import Models
import Secrets

/// Signing in and out.
struct SessionsController: Sendable {
    let portal: Portal
    let methods: KnownMethods

    @Sendable func new(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if context.app.identity?.session.kind == .full {
            let next = destination(context.query["next"])
            return Path.isFile(next) ? try await portal.takingPage(of: next, context.app) : .seeOther(next)
        }
        return try await page(context, email: "", next: context.query["next"])
    }

    /// Signs in. The response and the work are the same whether the address or the password is wrong.
    @Sendable func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (email, now) = (EmailAddress(context.form["email"]), portal.now())
        let group = AddressGroup(context.app.address)
        let browser = PortalCookies(isSecure: portal.settings.isSecure).knownBrowser(request)
        let opened = try await portal.tryPassword(
            counted: { try SignInAttempt.counter($0, of: email, browser: browser, from: group, at: now) },
            then: openSession(request, context)
        ) {
            let known = try await portal.database.read { db in try Person.find(db, email: email) }
            return try await verified(known, password: context.form["password"])
        }
        guard let opened else {
            return try await page(
                context, email: context.form["email"], next: context.form["next"], error: "signIn.wrong")
        }
        if let kept = KeptForm(context.form), isOurs(kept.action, for: .post) {
            return signedIn(try await resume(kept, opened.session, context), opened)
        }
        let next = destination(context.form["next"])
        // A download leaves the browser on its page, which must not be this one with its password.
        return signedIn(.seeOther(Path.isFile(next) ? Path.signIn.with(["next": next]) : next), opened)
    }

    @Sendable func delete(_ request: Request, _ context: PersonContext) async throws -> Response {
        let session = context.identity.session
        let now = portal.now()
        try await portal.database.write(urgent: true) { db in
            try Session.end(db, session.id, of: session.personId, as: .signedOut, at: now)
        }
        return .signedOut(PortalCookies(isSecure: portal.settings.isSecure))
    }

    /// The cookies after a sign-in: the session, and the token by which the browser is known from now on.
    struct Opened: Sendable {
        let session: Session.Opened
        let browser: KnownBrowser.Remembered
    }

    /// Opens a session in this browser for a person whose password is right, and remembers the browser.
    func openSession(_ request: Request, _ context: VisitorContext) -> OfficeDatabase.Next<Person, Opened> {
        let address = context.app.address
        let device = Device.name(request.headers[.userAgent] ?? "")
        let browser = PortalCookies(isSecure: portal.settings.isSecure).knownBrowser(request)
        let old = context.app.identity?.session
        return { [portal] db, person in
            let now = portal.now()
            // Another person's session in this browser ends.
            if let old { try? Session.end(db, old.id, of: old.personId, as: .signedOut, at: now) }
            return Opened(
                session: try Session.open(db, for: person, device: device, address: address, at: now),
                browser: try KnownBrowser.remember(
                    db, browser, of: person.id, device: device, from: AddressGroup(address), at: now))
        }
    }

    func signedIn(_ response: Response, _ opened: Opened) -> Response {
        let cookies = PortalCookies(isSecure: portal.settings.isSecure)
        var response = response
        let now = portal.now()
        response.setCookie(
            cookies.make(cookies.session, opened.session.token.text, until: opened.session.expiresAt, at: now))
        response.setCookie(
            cookies.make(cookies.browser, opened.browser.token.text, until: opened.browser.until, at: now))
        return response
    }

    private func verified(_ person: Person?, password: String) async throws -> Person? {
        guard password.utf8.count <= PasswordPolicy.maximumBytes,
            password.unicodeScalars.count <= PasswordPolicy.maximum
        else { return nil }
        let hash = person?.passwordHash.map { PasswordHash(phc: $0) } ?? .decoy
        let isRight = try await portal.passwords.verify(password, against: hash)
        guard isRight, let person, person.activatedAt != nil, person.disabledAt == nil, person.passwordHash != nil
        else {
            return nil
        }
        if hash.needsRehash {
            let fresh = try await portal.passwords.make(password)
            try await portal.database.write { db in try person.rehash(db, fresh) }
        }
        return person
    }

    /// Returns the page after signing in: the requested page of the portal, or the first one.
    private func destination(_ next: String) -> String {
        isOurs(next, for: .get) ? next : Path.home.text
    }

    private func isOurs(_ address: String, for method: HTTPRequest.Method) -> Bool {
        // ASCII only, which is checked first, so that no combining mark can hide a character from the following checks.
        let isPlain =
            address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && address.hasPrefix("/") && !address.hasPrefix("//")
            && !address.contains("\\")
        let path = address.split(separator: "?", maxSplits: 1).first.map(String.init) ?? ""
        let isOurs = isPlain && methods.allowed(for: path).contains(method) && !path.hasPrefix("/assets")
        return isOurs && path != Path.signIn.text && path != Path.events.text
    }

    /// Shows the form for which the session had ended, to be sent with the new one.
    private func resume(
        _ kept: KeptForm, _ opened: Session.Opened, _ context: VisitorContext
    ) async throws -> Response {
        let token = opened.token
        guard let identity = try portal.database.signedIn(token, at: portal.now()) else { throw SignInRequired() }
        var app = context.app
        (app.identity, app.language) = (identity, identity.person.language)
        let text = portal.renderer.text(app.language)
        let page = ResumePage(
            typed: kept.typed, resend: Resend(kept, by: identity.person.name, label: text("open.resume.submit")))
        return try await portal.show(page, app)
    }

    private func page(
        _ context: VisitorContext, email: String, next: String, error: String? = nil
    ) async throws -> Response {
        let text = portal.renderer.text(context.app.language)
        let kept = KeptForm(context.form)
        let fields = SignInFields(
            email: email, next: next, isWrong: error != nil, kept: kept?.sealed, keptFor: kept?.action ?? "")
        var page = SignInPage(fields: fields, error: error.map { text($0) })
        if let cast = portal.settings.cast {
            page.demoPassword = cast.password
            page.demoPeople = cast.people.map { person in
                SignInPage.DemoPerson(name: person.name, role: text("demoRole.\(person.role)"), email: person.email)
            }
        }
        return try await portal.show(page, context.app, status: error == nil ? .ok : .unprocessableContent)
    }
}
