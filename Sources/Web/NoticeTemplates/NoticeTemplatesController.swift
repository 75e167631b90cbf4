import Foundation
import Hummingbird
import Models

/// The office's templates: listed, saved from the composer or a report, loaded into the composer, removed.
struct NoticeTemplatesController: Sendable {
    let portal: Portal

    /// The response to the composer's script.
    struct Answer: Encodable {
        var subject: String?
        var body: String?
        var said: String?
        var error: String?
    }

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors())
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        let template = try await portal.database.read { db in try NoticeTemplate.find(db, id) }
        return try .json(Answer(subject: template.subject, body: template.body))
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, now) = (context.form, context.now)
        let (name, subject) = (TypedLine(form["name"]), TypedLine(form["subject"]))
        let content = NewContent(body: form["body"], isMarked: true)
        return try await portal.attempt(context) {
            _ = try await portal.database.write { db in
                try NoticeTemplate.save(db, name: name, subject: subject, content, by: context.person.id, at: now)
            }
            guard request.isForScript else { return .seeOther(Path.noticeTemplates.saying(.templateSaved)) }
            let said = portal.renderer.text(context.app.language)("flash.templateSaved")
            return try .json(Answer(said: said), status: .created)
        } refused: { errors in
            guard request.isForScript else { return try await page(context, errors) }
            let error = errors["name"] ?? errors["subject"] ?? errors["body"]
            return try .json(Answer(error: error), status: .unprocessableContent)
        }
    }

    /// Removes a template, for its author or the head.
    @Sendable func remove(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.noticeTemplates.saying(.templateRemoved)) { db in
            let template = try NoticeTemplate.find(db, id)
            guard context.isHead || template.personId == context.person.id else { throw NotFound() }
            try template.remove(db, by: context.person.id, at: context.now)
        }
    }

    private func page(_ context: StaffContext, _ errors: FieldErrors) async throws -> Response {
        let after = context.query.id("after")
        return try await portal.show(context) { db in
            try NoticeTemplate.page(db, after: after)
        } page: { templates, format in
            page(templates, isFirst: after == nil, context, errors, format)
        }
    }

    private func page(
        _ templates: [NoticeTemplate], isFirst: Bool, _ context: StaffContext, _ errors: FieldErrors, _ format: Format
    ) -> NoticeTemplatesPage {
        let (form, shown) = (context.form, templates.prefix(NoticeTemplate.pageSize))
        return NoticeTemplatesPage(
            rows: shown.map { row($0, mayRemove: context.isHead || $0.personId == context.person.id, format) },
            isEmpty: templates.isEmpty, action: Path.noticeTemplates.text, name: form["name"],
            nameError: errors["name"],
            subject: form["subject"], subjectError: errors["subject"], body: form["body"], bodyError: errors["body"],
            isWriting: form.has("csrf"),
            nextHref: templates.count > shown.count
                ? Path.noticeTemplates.with(["after": shown.last.map { "\($0.id)" }]) : nil,
            previousHref: isFirst ? nil : Path.noticeTemplates.text, pageText: nil
        )
    }

    private func row(_ template: NoticeTemplate, mayRemove: Bool, _ format: Format) -> NoticeTemplatesPage.Template {
        NoticeTemplatesPage.Template(
            templateName: template.name, templateSubject: template.subject,
            preview: MessageText.preview(template.body),
            meta: format.proof(template.personName, template.savedAt),
            useHref: Path.firms.with(["template": "\(template.id)"]),
            removeAction: mayRemove ? Path.noticeTemplateRemoval(template.id).text : nil
        )
    }
}

struct NoticeTemplatesPage: OfficePage {
    struct Template: Encodable {
        let templateName: String
        let templateSubject: String
        let preview: String
        let meta: String
        let useHref: String
        let removeAction: String?
    }

    var template: String { "noticetemplates/index" }
    static let place = MenuPlace.broadcasts
    let rows: [Template]
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

    func title(_ text: LanguageText) -> String { text("noticeTemplates.title") }
}
