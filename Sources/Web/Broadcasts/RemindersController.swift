import Foundation
import Hummingbird
import Models
import Secrets

/// "Remind those who have not read": the text to confirm, and sending it.
struct RemindersController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors(), hasChanged: context.query.has("changed"), .ok)
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form, person, now) = (context.id(), context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let (scope, sender) = (context.staff.firms(on: day), context.ownSends)
        let expected = Reminder.Audience(count: Int(form["expected"]) ?? 0, name: form["audience"])
        let key = form["key"]
        guard key.unicodeScalars.count >= 32 else { throw BadRequest.encoding }
        let content = NewContent(body: form["body"], isMarked: true)
        do {
            try await portal.database.write { db in
                _ = try Broadcast.find(db, id, by: sender).remind(
                    db, content, key: key, expecting: expected, by: person, in: scope, on: day, at: now
                )
            }
            return .seeOther(Path.broadcast(id).saying(.reminded))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await page(context, errors, hasChanged: false, .unprocessableContent)
        } catch is AudienceChanged {
            return try await page(context, FieldErrors(), hasChanged: true, .conflict)
        } catch is NoticeExpired {
            return try await page(context, FieldErrors(), hasChanged: false, .unprocessableContent)
        }
    }

    private func page(
        _ context: StaffContext, _ errors: FieldErrors, hasChanged: Bool, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let (id, form, person) = (context.id(), context.form, context.person.id)
        let day = context.identity.office.today(at: portal.now())
        let (scope, sender) = (context.staff.firms(on: day), context.ownSends)
        let (broadcast, audience, surroundings) = try await portal.database.read { db in
            let broadcast = try Broadcast.find(db, id, by: sender)
            return (broadcast, try broadcast.unreached(db, in: scope), try Surroundings.office(db, person, in: scope))
        }
        let text = portal.renderer.text(context.app.language)
        let isExpired = broadcast.isExpired(on: day)
        let page = RemindPage(
            subject: broadcast.subject, lead: text.plural("reminders.lead", audience.count),
            body: form.has("body") ? form["body"] : text("reminders.body", ["subject": broadcast.subject]),
            bodyError: errors["body"], refusal: refusal(audience, isExpired, text),
            changed: hasChanged ? text("reminders.changed") : nil,
            canRemind: audience.count > 0 && !isExpired, remindText: text.plural("reminders.send", audience.count),
            action: Path.reminders(id).text, expected: "\(audience.count)", audience: audience.name,
            key: form.has("key") ? form["key"] : Token().text, backHref: Path.broadcast(id).text
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text("reminders.title"))
        frame.isBroadcasts = true
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }

    private func refusal(_ audience: Reminder.Audience, _ isExpired: Bool, _ text: LanguageText) -> String? {
        if isExpired { return text("reminders.expired") }
        return audience.count == 0 ? text("reminders.nobody") : nil
    }
}

/// The last look at a reminder before it is sent.
struct RemindPage: Page {
    var template: String { "broadcasts/remind" }
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
}
