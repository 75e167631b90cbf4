import Foundation
import Hummingbird
import Models
import Secrets
import Transports

/// How the office sends mail, for its head: a part of the settings, and its test.
struct MailSettingsController: Sendable {
    let portal: Portal
    let settings: OfficeSettingsController

    @Sendable func change(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, head, now) = (context.form, context.person.id, context.now)
        let isGiven = portal.settings.relay != nil
        guard let security = SMTPRelay.Security(rawValue: form["security"]) ?? (isGiven ? .startTLS : nil) else {
            throw BadRequest.encoding
        }
        let draft = try MailSettings.Draft(
            host: form["host"], port: form["port"], security: security, user: form["user"], password: form["password"],
            senderName: form["senderName"], senderAddress: form["senderAddress"], key: portal.sealing.key)
        return try await portal.change(context, then: Path.officeSettings.saying(.saved) + Self.place) { db in
            try MailSettings.change(db, to: draft, serverIsGiven: isGiven, by: head, at: now)
        } refused: { errors in
            try await settings.page(context, mail: form, errors: errors)
        }
    }

    /// Sends a mail to the head's own address and waits for the server's answer, with nothing of the database held.
    @Sendable func test(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (head, now) = (context.person.id, context.now)
        return try await portal.attempt(context) {
            let (relay, mail) = try await prepared(context)
            let result = try await portal.mailTests.run {
                await SMTPConnection(relay, patience: .short).send(
                    mail.bytes, from: mail.sender, to: mail.recipient)
            }
            try await portal.database.write { db in
                try MailTest.record(db, result, server: "\(relay.host):\(relay.port)", by: head, at: now)
            }
            return .seeOther(Path.officeSettings.text + Self.place)
        } refused: { errors in
            try await settings.page(context, mail: Form(), errors: errors)
        }
    }

    /// Where the part stands on the page.
    private static let place = "#mail-title"

    private struct Prepared: Sendable {
        let bytes: [UInt8]
        let sender: MailAddress
        let recipient: MailAddress
    }

    /// - Throws: `Invalid` naming what is missing.
    private func prepared(_ context: HeadContext) async throws -> (SMTPRelay, Prepared) {
        let now = context.now
        let found = try await portal.database.read { db in
            try MailTest.checkPace(db, at: now)
            return try MailSettings.find(db)
        }
        switch try portal.mailReadiness(found, context.office) {
        case .serverMissing: throw Invalid("test", "errors.mailServerMissing")
        case .senderMissing: throw Invalid("senderAddress", "errors.mailAddressWrong")
        case .passwordLocked: throw Invalid("password", "errors.mailPasswordLocked")
        case .ready(let relay, let sender):
            guard let recipient = MailAddress(context.person.email) else {
                throw Invalid("test", "errors.mailRecipientWrong")
            }
            let mail = try letter(context, from: sender, to: recipient)
            return (relay, Prepared(bytes: try mail.bytes(), sender: sender.address, recipient: recipient))
        }
    }

    private func letter(_ context: HeadContext, from sender: Mail.Mailbox, to recipient: MailAddress) throws -> Mail {
        let (language, renderer) = (context.app.language, portal.renderer)
        let page = MailTestPage(
            context.office.name, context.person.name, address: portal.settings.link(to: .signIn),
            renderer.text(language))
        let html = try renderer.html(page, Frame(title: "", csrf: ""), language)
        guard let messageID = MailAddress("\(SecureRandom.hex())@\(sender.address.domain)") else {
            throw Invalid("senderAddress", "errors.mailAddressWrong")
        }
        var mail = Mail(
            from: sender, to: .init(context.person.name, recipient), subject: page.subject, date: context.now,
            messageID: messageID, text: page.text, html: String(decoding: html, as: UTF8.self))
        mail.isRightToLeft = page.direction == "rtl"
        return mail
    }
}
