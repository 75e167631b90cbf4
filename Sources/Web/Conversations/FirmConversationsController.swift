import Foundation
import Hummingbird
import Models

/// The office writes to one firm.
struct FirmConversationsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors(), .ok)
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form, person, now) = (context.id(), context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let files = form.all("files")
        let uncheckable = try await portal.reader.read(files, urgently: true, at: now)
        do {
            let content = NewContent(
                body: form["body"], isMarked: true, files: files, rightFiles: form["rightFiles"],
                uncheckable: uncheckable,
                printouts: try form.printouts(), shown: form.shownPrintouts, formKey: form["formKey"],
                quota: portal.settings.uploads.firmQuota)
            let (subject, isPayroll) = (TypedLine(form["subject"]), form["payroll"] == "1")
            let conversation = try await portal.database.write { db in
                try Conversation.start(
                    db, subject, content, isPayroll: isPayroll,
                    firm: Firm.find(db, id, in: scope), by: person, on: day, at: now
                )
            }
            return .seeOther(try await portal.sent(content, to: .officeConversation(conversation.id)))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await page(context, errors, .unprocessableContent)
        } catch let wrong as WrongFiles {
            try await portal.database.write { db in try wrong.recordStop(db, by: person, firm: id, at: now) }
            return try await page(context, FieldErrors(), .unprocessableContent, wrong: wrong)
        }
    }

    private func page(
        _ context: StaffContext, _ errors: FieldErrors, _ status: HTTPResponse.Status, wrong: WrongFiles? = nil
    ) async throws -> Response {
        let (id, form, person) = (context.id(), context.form, context.person.id)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let (choice, isPayroll) = (form.typedPrintouts, form["payroll"] == "1")
        let (firm, surroundings, papers) = try await portal.database.read { db in
            (
                try Firm.find(db, id, in: scope), try Surroundings.office(db, person, in: scope),
                try choice?.papers(db, of: id, isPayroll: isPayroll) ?? [:]
            )
        }
        let format = portal.format(context.app)
        let page = NewFirmMessagePage(
            firmName: firm.name, firmError: errors["firm"], subject: form["subject"],
            subjectError: errors["subject"], body: form["body"], bodyError: errors["body"],
            files: try await portal.uploads(form.all("files"), of: person, format), filesError: errors["files"],
            wrong: wrong.map { WrongFilesView($0, format.text) },
            printouts: PrintoutChips(choice, firm: id, papers: papers, error: errors["printouts"], format),
            isPayroll: isPayroll, formKey: form.key, action: Path.firmConversations(id).text,
            backHref: Path.firm(id).text
        )
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: format.text("conversations.newTitle")
        )
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }
}
