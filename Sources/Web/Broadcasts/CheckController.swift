import Foundation
import Hummingbird
import Models

/// The check page: what a send would do, before it does it.
struct CheckController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (query, person, now) = (context.query, context.person.id, portal.now())
        let office = context.identity.office
        let day = office.today(at: now)
        let scope = context.staff.firms(on: day)
        let key = query["draft"]
        var place = DraftCheck.Place()
        (place.recipientsAfter, place.skippedAfter) = (query.id("from"), query.id("skipped"))
        place.preview = query.id("at")
        let at = place
        let (draft, files, check, wrong, unchecked, surroundings) = try await portal.database.read { db in
            let draft = try Draft.find(db, key, of: person)
            return (
                draft, try draft.files(db),
                try DraftCheck.make(db, draft, in: scope, on: day, zone: office.zone, at: at),
                try draft.wrongFiles(db, in: scope), try draft.uncheckedFiles(db),
                try Surroundings.office(db, person, in: scope)
            )
        }
        // The button of a notice that was sent long since leads to its report.
        if let sent = draft.broadcastId { return .seeOther(Path.broadcast(sent).text) }
        if draft.subject.isEmpty { return .seeOther(Path.newBroadcast.with(["draft": key])) }
        let format = portal.format(context.app)
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: format.text("broadcasts.check.title")
        )
        frame.isFirms = true
        let preview = preview(draft, check, files.map { UploadRow($0, format) }, context.person.name, format)
        let fileCheck = FileCheckView(wrong.map { WrongFilesView($0, format.text) }, unchecked: unchecked)
        let page = page(draft, check, preview, fileCheck, today: day, hasChanged: query.has("changed"), format)
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func page(
        _ draft: Draft, _ check: DraftCheck, _ preview: CheckPage.Preview?, _ fileCheck: FileCheckView, today: Day,
        hasChanged: Bool, _ format: Format
    ) -> CheckPage {
        let text = format.text
        let isExpired = draft.expiresOn.map { $0 < today } ?? false
        let maySend = check.count > 0 && !isExpired
        let more = { (name: String, last: Int64?) in
            Path.checkBroadcast.with(["draft": draft.key, name: last.map { "\($0)" }])
        }
        return CheckPage(
            preview: preview, isPayroll: draft.isPayroll, recipientsText: text.plural("count.firms", check.count),
            sendText: text.plural("broadcasts.sendTo", check.count), canSend: maySend && fileCheck.wrong == nil,
            mayConfirm: maySend && fileCheck.wrong != nil, fileCheck: fileCheck,
            recipients: check.recipients.map { recipient in
                let note = recipient.activeCount == 0 ? text("broadcasts.invitedNote") : nil
                return .init(name: recipient.name, people: recipient.people, note: note)
            },
            moreHref: check.hasMoreRecipients ? more("from", check.recipients.last?.firmId) : nil,
            moreSkippedHref: check.hasMoreSkipped ? more("skipped", check.skipped.last?.firmId) : nil,
            skipped: check.skipped.map { .init(name: $0.name, reason: text("skip.\($0.reason.rawValue)")) },
            hasSkipped: check.skippedCount > 0, skippedText: text.plural("broadcasts.skipped", check.skippedCount),
            sameToday: check.sentToday.map { sent in
                .init(
                    text: text.plural("broadcasts.sameToday", sent.firmCount, ["time": format.time(sent.sentAt)]),
                    href: Path.broadcast(sent.broadcastId).text
                )
            },
            validity: isExpired ? nil : draft.expiresOn.map { format.validity($0, today: today) },
            expired: isExpired ? text("expiry.passed") : nil,
            changed: hasChanged ? text("broadcasts.changed") : nil, draft: draft.key, expected: "\(check.count)",
            audience: check.audience,
            editHref: Path.newBroadcast.with(["draft": draft.key])
        )
    }

    private func preview(
        _ draft: Draft, _ check: DraftCheck, _ files: [UploadRow], _ sender: String, _ format: Format
    ) -> CheckPage.Preview? {
        guard let preview = check.preview else { return nil }
        let step = { (firm: Int64?) in
            firm.map { Path.checkBroadcast.with(["draft": draft.key, "at": "\($0)"]) }
        }
        return CheckPage.Preview(
            firmName: preview.recipient.name, peopleText: preview.recipient.people,
            position: format.text("broadcasts.position", ["n": "\(preview.position)", "of": "\(check.count)"]),
            previousHref: step(preview.previous), nextHref: step(preview.next), subject: draft.subject,
            bodyHTML: Markdown.html(draft.body), attachments: files, senderName: sender
        )
    }
}
