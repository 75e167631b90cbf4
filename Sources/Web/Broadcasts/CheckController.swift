import Dates
import Foundation
import Hummingbird
import Models

/// The check page: the result that a send would have, before it is done.
struct CheckController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person, zone) = (context.query["draft"], context.person.id, context.office.zone)
        let place = DraftCheck.Place(context.query)
        let (found, counts) = try await portal.read(context) { db in
            let draft = try Draft.find(db, key, of: person)
            let check = try DraftCheck.make(db, draft, in: context.firms, on: context.day, zone: zone, at: place)
            let own = try check.preview.map { try draft.files(db, of: $0.recipient.firmId) } ?? []
            return Checked(
                draft: draft, files: try draft.files(db) + own, check: check,
                fileCheck: try DraftFileCheck.make(db, draft, in: context.firms),
                planned: try PlannedSend.find(db, key))
        }
        // The button of a notice that was already sent leads to its report.
        if let sent = found.draft.broadcastId {
            let said = context.query.has("done") ? context.query["done"] : nil
            return .seeOther(Path.broadcast(sent).with(["done": said]))
        }
        if found.draft.subject.isEmpty { return .seeOther(Path.newBroadcast.with(["draft": key])) }
        return try portal.show(page(found, place, context), context, counts)
    }

    private struct Checked: Sendable {
        let draft: Draft
        let files: [StoredFile]
        let check: DraftCheck
        let fileCheck: DraftFileCheck
        let planned: PlannedSend?
    }

    private func page(_ found: Checked, _ place: DraftCheck.Place, _ context: StaffContext) -> CheckPage {
        let (query, format) = (context.query, portal.format(context.app))
        let address = Address(draft: found.draft.key, need: place.need)
        let uploads = found.files.map { UploadRow($0, format) }
        let stop = query.has("changed") ? "broadcasts.changed" : query.has("awaited") ? "errors.filesAwaited" : nil
        return page(
            found.draft, found.check, address,
            preview(found.draft, found.check, address, uploads, context.person.name, format),
            FileCheckView(found.fileCheck, format.text), found.planned, today: context.day,
            stop: stop.map { format.text($0) }, format)
    }

    /// The page's links keep its filters.
    private struct Address {
        let draft: String
        var need: PrintoutNeed

        func with(_ name: String? = nil, _ firm: Int64? = nil) -> String {
            var fields = [(name: "draft", value: draft)]
            if need != .any { fields.append(("lacking", need.rawValue)) }
            if let name, let firm { fields.append((name, "\(firm)")) }
            return Path.checkBroadcast.with(fields)
        }
    }

    private func page(
        _ draft: Draft, _ check: DraftCheck, _ address: Address, _ preview: CheckPage.Preview?,
        _ fileCheck: FileCheckView, _ planned: PlannedSend?, today: Day, stop: String?, _ format: Format
    ) -> CheckPage {
        let text = format.text
        let isExpired = draft.expiresOn.map { $0 < today } ?? false
        let isForWant = (check.counts?.partial ?? 0) + (check.counts?.without ?? 0) > 0
        let isPlanned = planned.map { $0.failedAt == nil } ?? false
        let maySend = !isPlanned && check.count > 0 && !isExpired && fileCheck.lostText == nil
        return CheckPage(
            preview: preview, isPayroll: draft.isPayroll, recipientsText: text.plural("count.firms", check.count),
            sendText: text.plural("broadcasts.sendTo", check.count), canSend: maySend && fileCheck.wrong == nil,
            isPlanned: isPlanned, failure: planned?.failure.map { text("sends.failed.\($0.rawValue)") },
            mayConfirm: maySend && fileCheck.wrong != nil, fileCheck: fileCheck,
            recipients: check.recipients.map { recipient in
                let note = recipient.activeCount == 0 ? text("broadcasts.invitedNote") : nil
                return .init(name: recipient.name, people: recipient.people, note: note)
            },
            moreHref: check.hasMoreRecipients ? address.with("recipients", check.recipients.last?.firmId) : nil,
            moreSkippedHref: check.hasMoreSkipped ? address.with("skipped", check.skipped.last?.firmId) : nil,
            skipped: check.skipped.map { .init(name: $0.name, reason: text("skip.\($0.reason.rawValue)")) },
            notYoursText: check.notYoursCount > 0 ? text.plural("skip.notYoursCount", check.notYoursCount) : nil,
            hasSkipped: check.skippedCount > 0, skippedText: text.plural("broadcasts.skipped", check.skippedCount),
            sameToday: check.sentToday.map { sent in
                .init(
                    text: text.plural("broadcasts.sameToday", sent.firmCount, ["time": format.time(sent.sentAt)]),
                    href: Path.broadcast(sent.broadcastId).text
                )
            },
            validity: isExpired ? nil : draft.expiresOn.map { format.validity($0, today: today) },
            expired: isExpired ? text("expiry.passed") : nil,
            stop: stop,
            printoutsText: check.printouts.map { asked($0, format) },
            withheldText: check.withheldCount > 0
                ? text.plural("printoutChoice.withheld", check.withheldCount) : nil,
            counts: check.counts.map { counts($0, format.text) } ?? [], hasCounts: check.counts != nil,
            lacking: lacking(check, address, format),
            nobodyText: text(isForWant ? "printoutChoice.nobody" : "broadcasts.check.nobodyText"),
            lackingChoice: address.need.rawValue, draft: draft.key, expected: "\(check.count)",
            audience: check.fingerprint,
            editHref: Path.newBroadcast.with(["draft": draft.key])
        )
    }

    /// Returns the chosen kinds, and the period.
    private func asked(_ choice: PrintoutChoice, _ format: Format) -> String {
        let kinds = choice.kinds.map { format.name($0) }.joined(separator: ", ")
        return format.text("printoutChoice.asked", ["kinds": kinds, "period": format.period(choice.period)])
    }

    private func counts(_ counts: DraftCheck.Counts, _ text: LanguageText) -> [CheckPage.Count] {
        let all = [
            (counts.complete, "complete", "good"), (counts.partial, "partial", "wait"),
            (counts.without, "withoutAny", "none"),
        ]
        return all.map { count, name, tone in
            CheckPage.Count(
                countValue: "\(count)", countLabel: text("printoutChoice.count.\(name)"),
                countTone: count == 0 ? "none" : tone)
        }
    }

    private func lacking(_ check: DraftCheck, _ address: Address, _ format: Format) -> CheckPage.Lacking? {
        guard let counts = check.counts, counts.partial + counts.without > 0 else { return nil }
        return CheckPage.Lacking(
            lackingText: format.text.plural("printoutChoice.lacking", counts.partial + counts.without),
            lackingFirms: check.lacking.map { firm in
                let kinds = firm.kinds.map { format.name($0) }.joined(separator: ", ")
                return .init(
                    lackingFirm: firm.name,
                    lackingKinds: kinds.isEmpty ? format.text("printoutChoice.notTheirs") : kinds,
                    lackingState: firm.hasOthers
                        ? State(text: format.text("printoutChoice.count.partial"), tone: "wait")
                        : State(text: format.text("printoutChoice.count.withoutAny"), tone: "none"))
            },
            moreLackingHref: check.hasMoreLacking ? address.with("without", check.lacking.last?.firmId) : nil,
            choices: choices(counts, address, format.text))
    }

    /// Returns the choices that differ: to exclude firms that would get none, firms that lack one, or none.
    private func choices(
        _ counts: DraftCheck.Counts, _ address: Address, _ text: LanguageText
    ) -> [CheckPage.Lacking.Choice] {
        let all = [
            (PrintoutNeed.any, counts.without > 0 ? "skip" : "without", true),
            (.every, "onlyComplete", counts.partial > 0), (.nothing, "without", counts.without > 0),
        ]
        return all.filter(\.2).map { need, name, _ in
            var other = address
            other.need = need
            return CheckPage.Lacking.Choice(
                choiceHref: other.with(), choiceText: text("printoutChoice.\(name)"), isChosen: need == address.need)
        }
    }

    private func preview(
        _ draft: Draft, _ check: DraftCheck, _ address: Address, _ files: [UploadRow], _ sender: String,
        _ format: Format
    ) -> CheckPage.Preview? {
        guard let preview = check.preview else { return nil }
        let step = { (firm: Int64?) in firm.map { address.with("at", $0) } }
        return CheckPage.Preview(
            firmName: preview.recipient.name, peopleText: preview.recipient.people,
            position: format.text("broadcasts.position", ["n": "\(preview.position)", "of": "\(check.count)"]),
            previousHref: step(preview.previous), nextHref: step(preview.next), subject: draft.subject,
            bodyHTML: MessageText.html(draft.body),
            papers: preview.printouts.map {
                .init(
                    paperName: format.name($0), paperKind: format.text("printoutChoice.pdf"),
                    paperDetail: "\(format.group($0.kind)) · \(format.period($0))")
            } + files.map { .init(paperName: $0.name, paperKind: $0.kind, paperDetail: $0.size) },
            senderName: sender
        )
    }
}

extension DraftCheck.Place {
    /// Reads the positions of the lists and the preview from the address.
    fileprivate init(_ query: Form) {
        self.init()
        (recipientsAfter, skippedAfter) = (query.id("recipients"), query.id("skipped"))
        (preview, lackingAfter) = (query.id("at"), query.id("without"))
        need = PrintoutNeed(rawValue: query["lacking"]) ?? .any
    }
}
