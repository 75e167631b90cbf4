import Dates
import Foundation
import Hummingbird
import Models

/// Writing a notice and sending it (W4, W5). Looking at what was sent: `ReportsController`.
struct BroadcastsController: Sendable {
    let portal: Portal

    /// The composer as a page: to change a notice that stands on the check page.
    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        let key = context.query["draft"]
        guard !key.isEmpty else { return .seeOther(Path.firms.text) }
        let person = context.person.id
        let format = portal.format(context.app)
        let day = context.identity.office.today(at: portal.now())
        let (draft, files, lost, firms, templates, printouts, isDrop) = try await portal.database.read { db in
            let draft = try Draft.find(db, key, of: person)
            return (
                draft, try draft.filesLeft(db), try draft.lostFiles(db), try draft.firmCount(db),
                try NoticeTemplate.all(db), try draft.printouts(db), try draft.isDrop(db)
            )
        }
        if isDrop { return .seeOther(Path.dropBroadcast.with(["draft": key])) }
        var fields = ComposerFields(today: day, templates: templates, PrintoutChips(printouts, format))
        (fields.draft, fields.subject, fields.body) = (
            draft.key, draft.subject, MessageText.marked(draft.body, draft.format)
        )
        fields.expiresOn = draft.expiresOn?.text ?? ""
        fields.files = files.map { UploadRow($0, format) }
        fields.filesError = format.lostFiles(lost)
        fields.isPayroll = draft.isPayroll
        return try await composer(context, fields, recipients: firms, .ok)
    }

    /// Keeps what was written and shows the check page.
    @Sendable func check(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let chosen = try await portal.audience(form, person)
        do {
            let content = NewContent(
                body: form["body"], isMarked: true, files: form.all("files"), printouts: try form.printouts())
            let new = Draft.New(
                subject: form["subject"], content: content, audience: chosen, isPayroll: form["payroll"] == "1",
                expiresOn: form["expiresOn"]
            )
            let draft = try await portal.database.write { db in
                try Draft.create(db, new, by: person, in: scope, on: day, at: now)
            }
            // Whose files they are is to be known on the check page.
            try await portal.reader.read(content.files, urgently: true, at: now)
            return .seeOther(Path.checkBroadcast.with(["draft": draft.key]))
        } catch let invalid as Invalid {
            return try await rejected(context, invalid, chosen, scope)
        }
    }

    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let (key, expected) = (form["draft"], Int(form["expected"]) ?? 0)
        let audience = form.has("audience") ? form["audience"] : nil
        let right = form["rightFiles"]
        let keys = try await portal.database.read { db in try Draft.find(db, key, of: person).fileKeys(db) }
        let uncheckable = try await portal.reader.read(keys, urgently: true, at: now)
        let need = PrintoutNeed(rawValue: form["lacking"]) ?? .any
        let lacking = need == .any ? nil : need.rawValue
        do {
            let broadcast = try await portal.database.write { db in
                let draft = try Draft.find(db, key, of: person)
                return try Broadcast.send(
                    db, draft, expecting: expected, audience: audience, need: need, right: right,
                    uncheckable: uncheckable, in: scope, at: now)
            }
            return .seeOther(Path.broadcast(broadcast.id).text)
        } catch is AudienceChanged {
            return .seeOther(Path.checkBroadcast.with(["draft": key, "lacking": lacking, "changed": "1"]))
        } catch  where error is NoticeExpired || error is FilesLost {
            return .seeOther(Path.checkBroadcast.with(["draft": key, "lacking": lacking]))
        } catch let wrong as WrongFiles {
            try await portal.database.write { db in try Draft.find(db, key, of: person).stop(db, wrong, at: now) }
            return .seeOther(Path.checkBroadcast.with(["draft": key, "lacking": lacking]))
        } catch let invalid as Invalid where invalid.problems.map(\.field) == ["files"] {
            return .seeOther(Path.checkBroadcast.with(["draft": key, "lacking": lacking, "awaited": "1"]))
        }
    }

    /// The composer again, with what was typed, uploaded and ticked.
    private func rejected(
        _ context: StaffContext, _ invalid: Invalid, _ chosen: Audience, _ scope: FirmScope
    ) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let format = portal.format(context.app)
        let errors = FieldErrors(invalid, format.text)
        let templates = try await portal.database.read { db in try NoticeTemplate.all(db) }
        let chips = PrintoutChips(form.typedPrintouts, error: errors["printouts"], format)
        var fields = ComposerFields(today: day, templates: templates, chips)
        (fields.subject, fields.body, fields.expiresOn) = (form["subject"], form["body"], form["expiresOn"])
        fields.expiresOnError = errors["expiresOn"]
        fields.isPayroll = form["payroll"] == "1"
        fields.subjectError = errors["subject"]
        fields.bodyError = errors["body"]
        fields.filesError = errors["files"]
        fields.error = errors["firms"] ?? errors["files"] ?? errors["printouts"]
        fields.files = try await portal.uploads(form.all("files"), of: person, format)
        // The set of firms is kept as a draft of its own, so that thousands of ticks survive the mistake.
        let (key, count) = try await portal.database.write { db in
            try Draft.keep(db, firms: chosen, by: person, in: scope, on: day, at: now)
        }
        fields.draft = key
        return try await composer(context, fields, recipients: count, .unprocessableContent)
    }

    private func composer(
        _ context: StaffContext, _ fields: ComposerFields, recipients: Int, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let text = portal.renderer.text(context.app.language)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let person = context.person.id
        let surroundings = try await portal.database.read { db in try Surroundings.office(db, person, in: scope) }
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text("broadcasts.action"))
        frame.isFirms = true
        let page = ComposerPage(composer: fields, recipients: text.plural("count.firms", recipients))
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }
}
