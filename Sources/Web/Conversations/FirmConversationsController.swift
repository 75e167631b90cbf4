import Foundation
import Hummingbird
import Models

/// Messages of the office to one firm.
struct FirmConversationsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, FieldErrors())
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form) = (context.id(), context.form)
        let uncheckable = try await portal.reader.read(form.all("files"), urgently: true, at: context.now)
        do {
            return try await portal.attempt(context) {
                try await start(
                    NewContent(office: form, uncheckable, portal.settings.uploads.firmQuota), with: id, context)
            } refused: { errors in
                try await page(context, errors)
            }
        } catch let wrong as WrongFiles {
            try await portal.database.write { db in
                try wrong.recordStop(db, by: context.person.id, firm: id, at: context.now)
            }
            return try await page(context, FieldErrors(), wrong: wrong)
        }
    }

    private func start(
        _ content: NewContent, with firm: Int64, _ context: StaffContext
    ) async throws -> Response {
        let (subject, isPayroll) = (TypedLine(context.form["subject"]), context.form["payroll"] == "1")
        let conversation = try await portal.database.write { db in
            try Conversation.start(
                db, subject, content, isPayroll: isPayroll, firm: Firm.find(db, firm, in: context.firms),
                by: context.person.id, on: context.day, at: context.now)
        }
        let remark = try await portal.remark(on: content)
        return .seeOther(Path.officeConversation(conversation.id).with(["done": remark?.rawValue]))
    }

    private func page(
        _ context: StaffContext, _ errors: FieldErrors, wrong: WrongFiles? = nil
    ) async throws -> Response {
        let (id, form) = (context.id(), context.form)
        let (choice, isPayroll) = (form.typedPrintouts, form["payroll"] == "1")
        return try await portal.show(context) { db in
            (
                firm: try Firm.find(db, id, in: context.firms),
                papers: try choice?.papers(db, of: id, isPayroll: isPayroll) ?? [:]
            )
        } page: { found, format in
            NewFirmMessagePage(
                firmName: found.firm.name, firmError: errors["firm"], subject: form["subject"],
                subjectError: errors["subject"], body: form["body"], bodyError: errors["body"],
                files: try await portal.uploads(form.all("files"), of: context.person.id, format),
                filesError: errors["files"], wrong: wrong.map { WrongFilesView($0, format.text) },
                printouts: PrintoutChips(
                    choice, firm: id, papers: found.papers, error: errors["printouts"], format),
                isPayroll: isPayroll, formKey: form.key, action: Path.firmConversations(id).text,
                backHref: Path.firm(id).text
            )
        }
    }
}

extension NewContent {
    /// A message of the office to one firm, from the form.
    /// - Parameter uncheckable: keys of files whose text cannot be read.
    /// - Throws: `Invalid` for kinds of printouts without their period.
    init(office form: Form, _ uncheckable: Set<String>, _ quota: Int64) throws {
        self.init(
            body: form["body"], isMarked: true, files: form.all("files"), rightFiles: form["rightFiles"],
            uncheckable: uncheckable, printouts: try form.printouts(), shown: form.shownPrintouts,
            formKey: form["formKey"], quota: quota)
    }
}
