import Hummingbird
import Models

/// "I forgot my password": the same answer whatever the address is, and a mail into the outbox if it is known.
struct PasswordResetController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await page(context, isAsked: false)
    }

    @Sendable func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        // Somebody who is about to sign in, and takes the address along that is typed there.
        if context.form.has("forgotten") { return try await page(context, isAsked: false) }
        let (email, now) = (EmailAddress(context.form["email"]), portal.now())
        let group = AddressGroup(context.app.address)
        // Counted like passwords that are tried, but apart from them: nobody locks a sign-in by asking.
        let claim = try await portal.database.write { db in
            let claim = try SignInAttempt.claim(db, .reset(account: email.digest, group), at: now)
            if case .granted = claim, try !SignInAttempt.isResetSpent(db, account: email.digest, at: now) {
                try OutgoingMail.request(db, email: email, at: now)
            }
            return claim
        }
        if case .wait(let seconds) = claim { throw BadRequest.tooMany(Int(seconds.rounded(.up))) }
        return try await page(context, isAsked: true)
    }

    private func page(_ context: VisitorContext, isAsked: Bool) async throws -> Response {
        try await portal.show(PasswordResetPage(isAsked: isAsked, email: context.form["email"]), context.app)
    }
}
