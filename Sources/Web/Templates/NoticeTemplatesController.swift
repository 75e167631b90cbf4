import Foundation
import Hummingbird
import Models

/// The office's kept texts: listed, kept from the composer or a report, taken into the composer, removed.
struct NoticeTemplatesController: Sendable {
    let portal: Portal

    /// What the composer's script is answered.
    struct Answer: Encodable {
        var subject: String?
        var body: String?
        var said: String?
        var error: String?
    }

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors(), .ok)
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        let template = try await portal.database.read { db in try NoticeTemplate.find(db, id) }
        return try .json(Answer(subject: template.subject, body: MessageText.marked(template.body, template.format)))
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let text = portal.renderer.text(context.app.language)
        let (name, subject) = (TypedLine(form["name"]), TypedLine(form["subject"]))
        let content = NewContent(body: form["body"], isMarked: true)
        do {
            try await portal.database.write { db in
                _ = try NoticeTemplate.save(db, name: name, subject: subject, content, by: person, at: now)
            }
            if request.isForScript { return try .json(Answer(said: text("flash.templateSaved")), status: .created) }
            return .seeOther(Path.templates.saying(.templateSaved))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, text)
            guard request.isForScript else { return try await page(context, errors, .unprocessableContent) }
            let error = errors["name"] ?? errors["subject"] ?? errors["body"]
            return try .json(Answer(error: error), status: .unprocessableContent)
        }
    }

    /// Removes a text: its author may, and the head.
    @Sendable func remove(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let isHead = context.staff.role == .head
        try await portal.database.write { db in
            let template = try NoticeTemplate.find(db, id)
            guard isHead || template.personId == person else { throw NotFound() }
            try template.remove(db, by: person, at: now)
        }
        return .seeOther(Path.templates.saying(.templateRemoved))
    }

    private func page(
        _ context: StaffContext, _ errors: FieldErrors, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let (form, person, isHead) = (context.form, context.person.id, context.staff.role == .head)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let after = context.query.id("after")
        let (templates, surroundings) = try await portal.database.read { db in
            (try NoticeTemplate.page(db, after: after), try Surroundings.office(db, person, in: scope))
        }
        let (format, shown) = (portal.format(context.app), templates.prefix(NoticeTemplate.pageSize))
        let page = NoticeTemplatesPage(
            rows: shown.map { template in
                NoticeTemplatesPage.Row(
                    templateName: template.name, templateSubject: template.subject,
                    preview: MessageText.preview(template.body, template.format),
                    meta: format.proof(template.personName, template.savedAt),
                    useHref: Path.firms.with(["template": "\(template.id)"]),
                    removeAction: isHead || template.personId == person
                        ? Path.templateRemoval(template.id).text : nil
                )
            },
            isEmpty: templates.isEmpty, action: Path.templates.text, name: form["name"], nameError: errors["name"],
            subject: form["subject"], subjectError: errors["subject"], body: form["body"], bodyError: errors["body"],
            isWriting: form.has("csrf"),
            nextHref: templates.count > shown.count
                ? Path.templates.with(["after": shown.last.map { "\($0.id)" }]) : nil,
            previousHref: after == nil ? nil : Path.templates.text, pageText: nil
        )
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: format.text("templates.title"))
        frame.isBroadcasts = true
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }
}

struct NoticeTemplatesPage: Page {
    struct Row: Sendable {
        let templateName: String
        let templateSubject: String
        let preview: String
        let meta: String
        let useHref: String
        let removeAction: String?
    }

    var template: String { "templates/index" }
    let rows: [Row]
    let isEmpty: Bool
    let action: String
    let name: String
    let nameError: String?
    let subject: String
    let subjectError: String?
    let body: String
    let bodyError: String?
    let isWriting: Bool
    let nextHref: String?
    let previousHref: String?
    let pageText: String?
}
