import Foundation
import Hummingbird
import Models

/// The check page: what a send would do, before it does it.
struct CheckController: Sendable {
    let portal: Portal

    /// As many firms as the list beside the preview shows at once.
    private static let pageSize = 200

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (query, person, now) = (context.query, context.person.id, portal.now())
        let office = context.identity.office
        let day = office.today(at: now)
        let scope = context.staff.firms(on: day)
        let key = query["draft"]
        let (draft, files, check, surroundings) = try await portal.database.read { db in
            let draft = try Draft.find(db, key, of: person)
            return (
                draft, try draft.files(db), try DraftCheck.make(db, draft, in: scope, on: day, zone: office.zone),
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
        let preview = preview(
            draft, check, files.map { UploadRow($0, format) }, at: Int(query["at"]) ?? 0, context.person.name, format
        )
        let page = page(draft, check, preview, from: Int(query["from"]) ?? 0, hasChanged: query.has("changed"), format)
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func page(
        _ draft: Draft, _ check: DraftCheck, _ preview: CheckPage.Preview?, from: Int, hasChanged: Bool,
        _ format: Format
    ) -> CheckPage {
        let (text, count) = (format.text, check.recipients.count)
        let shown = check.recipients.dropFirst(max(0, from)).prefix(Self.pageSize)
        let next = max(0, from) + shown.count
        return CheckPage(
            preview: preview, isPayroll: draft.isPayroll, recipientsText: text.plural("count.firms", count),
            sendText: text.plural("broadcasts.sendTo", count), canSend: count > 0,
            recipients: shown.map { recipient in
                let note = recipient.activeCount == 0 ? text("broadcasts.invitedNote") : nil
                return .init(name: recipient.name, people: recipient.people, note: note)
            },
            moreHref: next < count
                ? Path.checkBroadcast.with(["draft": draft.key, "from": "\(next)"]) : nil,
            skipped: check.skipped.map { .init(name: $0.name, reason: text("skip.\($0.reason.rawValue)")) },
            hasSkipped: !check.skipped.isEmpty, skippedText: text.plural("broadcasts.skipped", check.skipped.count),
            sameToday: check.sentToday.map { sent in
                .init(
                    text: text.plural("broadcasts.sameToday", sent.firmCount, ["time": format.time(sent.sentAt)]),
                    href: Path.broadcast(sent.broadcastId).text
                )
            },
            changed: hasChanged ? text("broadcasts.changed") : nil, draft: draft.key, expected: "\(count)",
            audience: check.audience,
            editHref: Path.newBroadcast.with(["draft": draft.key])
        )
    }

    private func preview(
        _ draft: Draft, _ check: DraftCheck, _ files: [UploadRow], at index: Int, _ sender: String, _ format: Format
    ) -> CheckPage.Preview? {
        let count = check.recipients.count
        guard count > 0 else { return nil }
        let index = min(max(0, index), count - 1)
        let recipient = check.recipients[index]
        let step = { (to: Int) in
            (0..<count).contains(to) ? Path.checkBroadcast.with(["draft": draft.key, "at": "\(to)"]) : nil
        }
        return CheckPage.Preview(
            firmName: recipient.name, peopleText: recipient.people,
            position: format.text("broadcasts.position", ["n": "\(index + 1)", "of": "\(count)"]),
            previousHref: step(index - 1), nextHref: step(index + 1), subject: draft.subject,
            bodyHTML: Markdown.html(draft.body), attachments: files, senderName: sender
        )
    }
}
