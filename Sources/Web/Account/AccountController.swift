import Hummingbird
import Models
import Secrets

/// A person's own profile: language, password, signed-in browsers; for people of the office also what clients see of them.
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
        return try await portal.change(context, then: Path.account(of: context.identity).saying(.saved)) {
            try context.person.choose($0, language: language)
        }
    }

    @Sendable func keys(_ request: Request, _ context: StaffContext) async throws -> Response {
        let isOn = context.form["keys"] == "1"
        return try await portal.change(context, then: Path.officeAccount.saying(.saved)) {
            try context.staff.choose($0, usesKeys: isOn)
        }
    }

    @Sendable func password(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (password, person, now) = (context.form["password"], context.person, context.now)
        let text = portal.renderer.text(context.app.language)
        guard try await isRight(context.form["current"], context) else {
            return try await page(context, request, currentError: text("errors.passwordWrong"))
        }
        let facts = try await portal.database.read { db in try person.knownFacts(db) }
        if let refusal = try await portal.passwords.check(password, context: facts) {
            return try await page(context, request, passwordError: refusal.explanation(text))
        }
        let hash = try await portal.passwords.make(password)
        let (session, browser) = (context.identity.session.id, knownBrowser(request))
        return try await portal.change(context, then: Path.account(of: context.identity).saying(.passwordChanged)) {
            try person.changePassword($0, to: hash, keeping: session, in: browser, at: now)
        }
    }

    /// Whether this is the person's current password.
    private func isRight(_ password: String, _ context: PersonContext) async throws -> Bool {
        let current = PasswordHash(phc: context.person.passwordHash ?? PasswordHash.decoy.phc)
        // Attempts by others at the account do not keep its owner from changing the password.
        let counter = SignInAttempt.Counter.session(context.identity.session.id, AddressGroup(context.app.address))
        let isRight = try await portal.tryPassword(counted: { _ in counter }, then: { $1 }) {
            try await portal.passwords.verify(password, against: current) ? true : nil
        }
        return isRight == true
    }

    private func knownBrowser(_ request: Request) -> Token? {
        PortalCookies(isSecure: portal.settings.isSecure).knownBrowser(request)
    }

    func page(
        _ context: PersonContext, _ request: Request, currentError: String? = nil, passwordError: String? = nil,
        faceErrors: FieldErrors? = nil
    ) async throws -> Response {
        let page = try await page(context, request, currentError, passwordError, faceErrors)
        if context.identity.staff != nil { return try await portal.show(page, StaffContext(context: context.app)) }
        return try await portal.show(page, ClientContext(context: context.app))
    }

    private func page(
        _ context: PersonContext, _ request: Request, _ currentError: String?, _ passwordError: String?,
        _ faceErrors: FieldErrors?
    ) async throws -> AccountPage {
        let format = portal.format(context.app)
        let person = context.person
        let (today, now) = (context.day, context.now)
        let isClient = context.identity.staff == nil
        let here = knownBrowser(request)?.digest
        let (sessions, browsers, supervisor) = try await portal.database.read { db in
            (
                try Session.all(db, of: person.id, at: now), try KnownBrowser.all(db, of: person.id, at: now),
                isClient ? try Staff.supervisor(db, ofClient: person.id, on: today) : nil
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
            contact: isClient ? Contact(supervisor, office: context.office, format.text) : nil,
            keys: context.identity.staff.map { AccountKeys(isOn: $0.usesKeys) },
            face: face(context, faceErrors, format)
        )
    }
}

extension Contact {
    /// The contact that a client sees: the firm's supervisor, or the office.
    init(_ person: Staff.Contact?, office: Office, _ text: LanguageText) {
        let phone = person?.phone ?? office.phone
        self.init(
            name: person?.name ?? office.name,
            avatar: Avatar(person?.name ?? office.name, staff: person?.id, photo: person?.photo),
            role: text(person == nil ? "role.office" : "role.supervisor"), line: person?.line, phone: phone,
            phoneHref: phone.map(Format.phoneHref), email: person?.email ?? office.email, hours: office.openingHours
        )
    }
}
