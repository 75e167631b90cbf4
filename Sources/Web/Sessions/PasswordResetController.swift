import Hummingbird
import Models

/// "I forgot my password": the same response for every address, and a mail in the outbox if it is known.
struct PasswordResetController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await page(context, isAsked: false)
    }

    @Sendable func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        // The button on the sign-in page sends the typed address along.
        if context.form.has("forgotten") { return try await page(context, isAsked: false) }
        let (email, now) = (EmailAddress(context.form["email"]), portal.now())
        let group = AddressGroup(context.app.address)
        // Counted like attempts to sign in, but separately, so that requests cannot lock a sign-in.
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
