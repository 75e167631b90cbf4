import Hummingbird
import Models
import Secrets

/// A person's own profile: language, password, signed-in browsers.
struct AccountController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await page(PersonContext(context: context.app))
    }

    @Sendable func officeShow(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(PersonContext(context: context.app))
    }

    @Sendable func language(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard let language = Language(rawValue: context.form["language"]) else { throw BadRequest.encoding }
        let person = context.person
        try await portal.database.write { db in try person.choose(db, language: language) }
        return .seeOther(home(context).saying(.saved))
    }

    @Sendable func password(_ request: Request, _ context: PersonContext) async throws -> Response {
        let password = context.form["password"]
        let current = PasswordHash(phc: context.person.passwordHash ?? PasswordHash.decoy.phc)
        let words = [context.identity.office.name, context.person.name, context.person.email]
        let text = portal.renderer.text(context.app.language)
        let address = context.app.address
        let person = context.person
        let now = portal.now()
        let isRight = try await portal.tryPassword(of: EmailAddress(person.email), from: address, then: { $1 }) {
            try await portal.passwords.verify(context.form["current"], against: current) ? true : nil
        }
        guard isRight == true else { return try await page(context, currentError: text("errors.passwordWrong")) }
        if let refusal = PasswordPolicy.check(password, context: words) {
            return try await page(context, passwordError: refusal.explanation(text))
        }
        let hash = try await portal.passwords.make(password)
        let session = context.identity.session.id
        try await portal.database.write { db in
            try person.changePassword(db, to: hash, keeping: session, at: now)
        }
        return .seeOther(home(context).saying(.passwordChanged))
    }

    @Sendable func endSession(_ request: Request, _ context: PersonContext) async throws -> Response {
        let id = try context.id()
        let person = context.person.id
        let now = portal.now()
        try await portal.database.write(urgent: true) { db in try Session.end(db, id, of: person, at: now) }
        return .seeOther(home(context).saying(.sessionEnded))
    }

    private func home(_ context: PersonContext) -> Path {
        context.identity.staff == nil ? .account : .officeAccount
    }

    private func page(
        _ context: PersonContext, currentError: String? = nil, passwordError: String? = nil
    ) async throws -> Response {
        let status: HTTPResponse.Status = currentError == nil && passwordError == nil ? .ok : .unprocessableContent
        let page = try await details(context, currentError, passwordError)
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

    private func details(
        _ context: PersonContext, _ currentError: String?, _ passwordError: String?
    ) async throws -> AccountPage {
        let format = portal.format(context.app)
        let person = context.person
        let today = context.identity.office.today(at: portal.now())
        let isClient = context.identity.staff == nil
        let now = portal.now()
        let (sessions, supervisor) = try await portal.database.read { db in
            (
                try Session.all(db, of: person.id, at: now),
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
            currentError: currentError, passwordError: passwordError, minimum: "\(PasswordPolicy.minimum)",
            contact: isClient ? Contact(supervisor, office: context.identity.office, format.text) : nil
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
