import Dates
import Foundation
import Hummingbird
import Models

/// Writes and sends notices. The reports on sent ones: `ReportsController`.
struct BroadcastsController: Sendable {
    let portal: Portal

    /// The composer as a page: to begin a notice to all firms or to those of a saved filter, or to change one after the
    /// check page.
    @Sendable func new(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person) = (context.query["draft"], context.person.id)
        if key.isEmpty { return try await begin(context) }
        let kept = try await portal.database.read { db in
            let draft = try Draft.find(db, key, of: person)
            return KeptDraft(
                draft: draft, files: try draft.filesLeft(db), lost: try draft.lostFiles(db),
                firmCount: try draft.firmCount(db), templates: try NoticeTemplate.all(db),
                printouts: try draft.printouts(db), hasFilesByFirm: try draft.hasFilesByFirm(db),
                isOnItsWay: try draft.isOnItsWay(db))
        }
        if kept.isOnItsWay { return .seeOther(Path.checkBroadcast.with(["draft": key])) }
        if kept.hasFilesByFirm { return .seeOther(Path.filesByFirm.with(["draft": key])) }
        let fields = ComposerFields(kept, today: context.day, portal.format(context.app))
        return try await composer(context, fields, recipients: kept.firmCount)
    }

    /// Saves the typed notice and shows the check page.
    @Sendable func check(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, context.now)
        let chosen = try await portal.audience(form, person)
        return try await portal.attempt(context) {
            let new = try Draft.New(form, to: chosen)
            let draft = try await portal.database.write { db in
                try Draft.create(
                    db, new, keptAs: form.keptDraft, by: person, in: context.firms, on: context.day, at: now)
            }
            // The check page has to know whose the files are.
            try await portal.reader.read(new.content.files, urgently: true, at: now)
            return .seeOther(Path.checkBroadcast.with(["draft": draft.key]))
        } refused: { errors in
            try await rejected(context, errors, chosen)
        }
    }

    /// Sends the notice that the check page showed: at once, or so that it can be undone for some seconds.
    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, context.now)
        let (key, asked) = (form["draft"], SendForm(form))
        let keys = try await portal.database.read { db in try Draft.find(db, key, of: person).fileKeys(db) }
        let uncheckable = try await portal.reader.read(keys, urgently: true, at: now)
        do {
            let seconds = context.office.undoSeconds
            let sent = try await portal.database.write { db -> Broadcast? in
                let (draft, checked) = (try Draft.find(db, key, of: person), asked.checked(uncheckable))
                if seconds == 0 || draft.broadcastId != nil {
                    return try Broadcast.send(db, draft, checked, in: context.firms, at: now)
                }
                _ = try PlannedSend.order(db, draft, checked, undo: seconds, in: context.firms, at: now)
                return nil
            }
            return .seeOther(sent.map { Path.broadcast($0.id).text } ?? Path.firms.text)
        } catch let wrong as WrongFiles {
            try await portal.database.write { db in try Draft.find(db, key, of: person).stop(db, wrong, at: now) }
            return .seeOther(asked.check())
        } catch {
            return .seeOther(try asked.check(after: error))
        }
    }

    /// Shows the composer again, with what was typed, uploaded and ticked.
    private func rejected(
        _ context: StaffContext, _ errors: FieldErrors, _ chosen: Audience
    ) async throws -> Response {
        let (form, person) = (context.form, context.person.id)
        let format = portal.format(context.app)
        let templates = try await portal.database.read { db in try NoticeTemplate.all(db) }
        let chips = PrintoutChips(form.typedPrintouts, error: errors["printouts"], format)
        var fields = ComposerFields(today: context.day, templates: templates, chips)
        fields.take(form, errors)
        fields.files = try await portal.uploads(form.all("files"), of: person, format)
        // The set of firms is saved as a draft, so that thousands of ticks survive the mistake.
        var new = Draft.New(subject: "", content: NewContent(body: ""), audience: chosen)
        if let typed = try? Draft.New(form, to: chosen), errors["files"] == nil { new = typed }
        let (key, count) = try await keep(new, keptAs: form.keptDraft, context)
        fields.draft = key
        fields.unfinished = key
        return try await composer(context, fields, recipients: count)
    }

    private func composer(
        _ context: StaffContext, _ fields: ComposerFields, recipients: Int
    ) async throws -> Response {
        let text = portal.renderer.text(context.app.language)
        let page = ComposerPage(
            composer: fields, recipients: text.plural("count.firms", recipients), backHref: Path.firms.text)
        return try await portal.show(page, context)
    }
}

extension Draft.New {
    /// - Throws: `Invalid` for kinds of printouts without their period.
    init(_ form: Form, to audience: Audience) throws {
        let content = NewContent(
            body: form["body"], isMarked: true, files: form.all("files"), printouts: try form.printouts())
        self.init(
            subject: form["subject"], content: content, audience: audience, isPayroll: form["payroll"] == "1",
            expiresOn: form["expiresOn"]
        )
    }
}

/// The form of the check page's button: the draft, and what the sender saw.
private struct SendForm: Sendable {
    let draft: String
    let expected: Int
    let fingerprint: String?
    let need: PrintoutNeed
    let rightFiles: String

    init(_ form: Form) {
        (draft, expected, rightFiles) = (form["draft"], Int(form["expected"]) ?? 0, form["rightFiles"])
        fingerprint = form.has("audience") ? form["audience"] : nil
        need = PrintoutNeed(rawValue: form["lacking"]) ?? .any
    }

    func checked(_ uncheckable: Set<String>) -> CheckedSend {
        CheckedSend(
            expecting: expected, fingerprint: fingerprint, need: need, right: rightFiles, uncheckable: uncheckable)
    }

    /// Returns the address of the check page, which shows what has changed meanwhile.
    func check(_ said: String? = nil) -> String {
        var fields = [(name: "draft", value: draft)]
        if need != .any { fields.append(("lacking", need.rawValue)) }
        if let said { fields.append((said, "1")) }
        return Path.checkBroadcast.with(fields)
    }

    /// - Throws: errors that the check page does not explain.
    func check(after error: any Error) throws -> String {
        switch error {
        case is AudienceChanged: check("changed")
        case is NoticeExpired, is FilesLost: check()
        case let invalid as Invalid where invalid.problems.map(\.field) == ["files"]: check("awaited")
        default: throw error
        }
    }
}
