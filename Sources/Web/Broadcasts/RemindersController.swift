import Foundation
import Hummingbird
import Models
import Secrets

/// "Remind those who have not read": the text to confirm, and sending it.
struct RemindersController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, hasChanged: context.query.has("changed"), status: .ok)
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form, key) = (context.id(), context.form, context.form["key"])
        let expected = Reminder.Audience(count: Int(form["expected"]) ?? 0, fingerprint: form["audience"])
        guard key.unicodeScalars.count >= 32 else { throw BadRequest.encoding }
        let content = NewContent(body: form["body"], isMarked: true)
        do {
            return try await portal.change(context, then: Path.broadcast(id).saying(.reminded)) { db in
                try Broadcast.find(db, id, by: context.ownSends).remind(
                    db, content, key: key, expecting: expected, by: context.person.id, in: context.firms,
                    on: context.day, at: context.now)
            } refused: { errors in
                try await page(context, errors, status: .unprocessableContent)
            }
        } catch is AudienceChanged {
            return try await page(context, hasChanged: true, status: .conflict)
        } catch is NoticeExpired {
            return try await page(context, status: .unprocessableContent)
        }
    }

    private func page(
        _ context: StaffContext, _ errors: FieldErrors = FieldErrors(), hasChanged: Bool = false,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let id = context.id()
        return try await portal.show(context, status: status) { db in
            let broadcast = try Broadcast.find(db, id, by: context.ownSends)
            return (broadcast: broadcast, audience: try broadcast.unreached(db, in: context.firms))
        } page: { found, format in
            page(found.broadcast, found.audience, errors, hasChanged: hasChanged, context, format.text)
        }
    }

    private func page(
        _ broadcast: Broadcast, _ audience: Reminder.Audience, _ errors: FieldErrors, hasChanged: Bool,
        _ context: StaffContext, _ text: LanguageText
    ) -> RemindPage {
        let (form, isExpired) = (context.form, broadcast.isExpired(on: context.day))
        return RemindPage(
            subject: broadcast.subject, lead: text.plural("reminders.lead", audience.count),
            body: form.has("body") ? form["body"] : text("reminders.body", ["subject": broadcast.subject]),
            bodyError: errors["body"], refusal: refusal(audience, isExpired, text),
            changed: hasChanged ? text("reminders.changed") : nil,
            canRemind: audience.count > 0 && !isExpired, remindText: text.plural("reminders.send", audience.count),
            action: Path.reminders(broadcast.id).text, expected: "\(audience.count)", audience: audience.fingerprint,
            key: form.has("key") ? form["key"] : Token().text, backHref: Path.broadcast(broadcast.id).text
        )
    }

    private func refusal(_ audience: Reminder.Audience, _ isExpired: Bool, _ text: LanguageText) -> String? {
        if isExpired { return text("reminders.expired") }
        return audience.count == 0 ? text("reminders.nobody") : nil
    }
}

/// The confirmation page of a reminder.
struct RemindPage: OfficePage {
    var template: String { "broadcasts/remind" }
    static let place = MenuPlace.broadcasts
    let subject: String
    let lead: String
    let body: String
    let bodyError: String?
    let refusal: String?
    let changed: String?
    let canRemind: Bool
    let remindText: String
    let action: String
    let expected: String
    let audience: String
    let key: String
    let backHref: String

    func title(_ text: LanguageText) -> String { text("reminders.title") }
}
