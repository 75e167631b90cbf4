import Hummingbird
import Models
import Secrets

/// A person's own profile: language, password, signed-in browsers; for the head also what clients see of the office.
struct AccountController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await page(PersonContext(context: context.app), request)
    }

    @Sendable func officeShow(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(PersonContext(context: context.app), request)
    }

    @Sendable func language(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard let language = Language(rawValue: context.form["language"]) else { throw BadRequest.encoding }
        let person = context.person
        try await portal.database.write { db in try person.choose(db, language: language) }
        return .seeOther(Path.account(of: context.identity).saying(.saved))
    }

    @Sendable func password(_ request: Request, _ context: PersonContext) async throws -> Response {
        let password = context.form["password"]
        let current = PasswordHash(phc: context.person.passwordHash ?? PasswordHash.decoy.phc)
        let text = portal.renderer.text(context.app.language)
        let person = context.person
        let now = portal.now()
        let session = context.identity.session.id
        // Strangers who guess at the account do not keep its owner from changing the password.
        let counter = SignInAttempt.Counter.session(session, AddressGroup(context.app.address))
        let isRight = try await portal.tryPassword(counted: { _ in counter }, then: { $1 }) {
            try await portal.passwords.verify(context.form["current"], against: current) ? true : nil
        }
        guard isRight == true else {
            return try await page(context, request, currentError: text("errors.passwordWrong"))
        }
        let facts = try await portal.database.read { db in try person.knownFacts(db) }
        if let refusal = try await portal.passwords.check(password, context: facts) {
            return try await page(context, request, passwordError: refusal.explanation(text))
        }
        let hash = try await portal.passwords.make(password)
        let browser = PortalCookies(isSecure: portal.settings.isSecure).knownBrowser(request)
        try await portal.database.write { db in
            try person.changePassword(db, to: hash, keeping: session, in: browser, at: now)
        }
        return .seeOther(Path.account(of: context.identity).saying(.passwordChanged))
    }

    func page(
        _ context: PersonContext, _ request: Request, currentError: String? = nil, passwordError: String? = nil,
        rejected: RejectedDetails? = nil
    ) async throws -> Response {
        let isRight = currentError == nil && passwordError == nil && rejected == nil
        let status: HTTPResponse.Status = isRight ? .ok : .unprocessableContent
        let page = try await page(context, request, currentError, passwordError, rejected)
        let title = portal.renderer.text(context.app.language)("account.title")
        if let staff = context.identity.staff {
            let scope = staff.firms(on: context.identity.office.today(at: portal.now()))
            let surroundings = try await portal.database.read { db in
                try Surroundings.office(db, staff.personId, in: scope)
            }
            var frame = portal.officeFrame(context.app, context.identity, surroundings, title: title)
            frame.isAccount = true
            return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
        }
        let person = context.person.id
        let surroundings = try await portal.database.read { db in try Surroundings.client(db, person) }
        var frame = portal.clientFrame(try ClientContext(context: context.app), surroundings, title: title)
        frame.isAccount = true
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }

    private func page(
        _ context: PersonContext, _ request: Request, _ currentError: String?, _ passwordError: String?,
        _ rejected: RejectedDetails?
    ) async throws -> AccountPage {
        let format = portal.format(context.app)
        let person = context.person
        let today = context.identity.office.today(at: portal.now())
        let isClient = context.identity.staff == nil
        let now = portal.now()
        let here = PortalCookies(isSecure: portal.settings.isSecure).knownBrowser(request)?.digest
        let (sessions, browsers, supervisor) = try await portal.database.read { db in
            (
                try Session.all(db, of: person.id, at: now), try KnownBrowser.all(db, of: person.id, at: now),
                isClient ? try Person.supervisor(db, ofClient: person.id, on: today) : nil
            )
        }
        return AccountPage(
            template: isClient ? "account/client-show" : "account/office-show", name: person.name, login: person.email,
            languageOptions: Language.allCases.map { language in
                Option(
                    code: language.rawValue, name: portal.renderer.text(language)("languageName"),
                    isSelected: language == person.language
                )
            },
            sessions: sessions.map { session in
                AccountSession(
                    device: session.device, address: session.address, lastSeen: format.moment(session.lastSeenAt),
                    isCurrent: session.id == context.identity.session.id, endAction: Path.session(session.id).text
                )
            },
            hasOtherSessions: sessions.count > 1,
            browsers: browsers.map { browser in
                AccountBrowser(
                    device: browser.device, address: browser.addressGroup, lastUsed: format.moment(browser.usedAt),
                    until: format.fullDay(browser.until),
                    isCurrent: browser.tokenDigest == here, endAction: Path.browser(browser.id).text
                )
            },
            currentError: currentError, passwordError: passwordError, minimum: "\(PasswordPolicy.minimum)",
            contact: isClient ? Contact(supervisor, office: context.identity.office, format.text) : nil,
            details: details(context.identity, rejected, format.text)
        )
    }
}

extension Contact {
    /// Whom a client may call: the firm's supervisor, or the office.
    init(_ person: Person?, office: Office, _ text: LanguageText) {
        let phone = person?.phone ?? office.phone
        self.init(
            name: person?.name ?? office.name, initials: Format.initials(person?.name ?? office.name),
            role: text(person == nil ? "role.office" : "role.supervisor"), phone: phone,
            phoneHref: phone.map(Format.phoneHref), email: person?.email ?? office.email
        )
    }
}
