import Foundation
import Models

extension ReportPage {
    init(_ data: ReportData, isFirst: Bool, _ format: Format) {
        let (text, totals, show) = (format.text, data.totals, data.show)
        let (rows, last, hasNext) = Self.list(data, format)
        let href = { (place: String?) in
            Path.broadcast(data.broadcast.id).with(["show": show.rawValue, "after": place])
        }
        let parts = Self.parts(totals, text)
        self.init(
            topic: data.broadcast.topic.codedTopic, subject: data.broadcast.subject,
            meta: "\(format.fullMoment(data.broadcast.sentAt)) · \(data.sender.isolated)",
            isPayroll: data.broadcast.isPayroll, bodyHTML: MessageText.html(data.content.body),
            attachments: Self.files(data, format),
            hasAttachments: !data.content.files.isEmpty, hasFiles: totals.hasFiles, readCount: "\(totals.read)",
            hasFirms: totals.received > 0,
            ofText: text.plural("report.of", totals.received), parts: parts,
            barLabel: parts.map(\.label).joined(separator: ", "), filters: Self.filters(data, show, text),
            isToCall: show == .unread, rows: rows,
            isEmpty: rows.isEmpty, previousHref: isFirst ? nil : href(nil),
            nextHref: hasNext ? href(last.map { "\($0)" }) : nil, pageText: nil,
            validity: data.validity(format),
            reminders: data.reminders.map { format.reminder($0) }, hasReminders: !data.reminders.isEmpty,
            remindHref: data.unreached.count > 0 && !data.broadcast.isExpired(on: data.today)
                ? Path.newReminder(data.broadcast.id).text : nil,
            remindText: text.plural("reminders.remind", data.unreached.count),
            tableHref: Path.reportTable(data.broadcast.id).text, paperHref: Path.reportPaper(data.broadcast.id).text,
            againHref: Path.firms.with(["again": "\(data.broadcast.id)"]),
            withdrawHref: data.withdrawable > 0 ? Path.newNoticeWithdrawal(data.broadcast.id).text : nil,
            templatesAction: Path.noticeTemplates.text,
            templateBody: data.content.body
        )
    }

    /// Returns the rows of the page, the one after which the next page begins, and whether there is one.
    private static func list(_ data: ReportData, _ format: Format) -> ([Recipient], Int64?, Bool) {
        switch data.show {
        case .skipped:
            let shown = data.skipped.prefix(BroadcastReport.pageSize)
            return (shown.map { row($0, format.text) }, shown.last?.firmId, data.skipped.count > shown.count)
        case .withdrawn:
            let shown = data.withdrawn.prefix(BroadcastReport.pageSize)
            return (shown.map { row($0, format) }, shown.last?.firmId, data.withdrawn.count > shown.count)
        default:
            let rows = data.page.rows.map { row($0, data, format) }
            return (rows, data.page.rows.last?.conversationId, data.page.hasNext)
        }
    }

    /// For the printed report. Leaves out figures that can only be 0.
    static func totals(_ totals: BroadcastReport.Totals, _ text: LanguageText) -> [Total] {
        let downloaded = Total(
            value: "\(totals.downloaded)", label: text.plural("report.downloaded", totals.downloaded))
        return [
            Total(value: "\(totals.received)", label: text.plural("report.received", totals.received)),
            Total(value: "\(totals.read)", label: text.plural("report.read", totals.read)),
            totals.hasFiles ? downloaded : nil,
            Total(value: "\(totals.unread)", label: text.plural("report.unread", totals.unread)),
            Total(value: "\(totals.answered)", label: text.plural("report.answered", totals.answered)),
        ].compactMap(\.self)
    }

    /// The parts of the bar: who downloaded a file, who only read, who has not read.
    private static func parts(_ totals: BroadcastReport.Totals, _ text: LanguageText) -> [Part] {
        let downloaded = min(totals.downloaded, totals.read)
        let counts = [("taken", downloaded), ("read", totals.read - downloaded), ("waiting", totals.unread)]
        var start = 0
        return counts.filter { $0.1 > 0 }.map { name, count in
            let part = Part(
                x: start * 1000 / max(1, totals.received), width: count * 1000 / max(1, totals.received), tone: name,
                label: "\(text("report.part.\(name)")): \(count)"
            )
            start += count
            return part
        }
    }

    private static func filters(
        _ data: ReportData, _ show: BroadcastReport.Show, _ text: LanguageText
    ) -> [Filter] {
        let totals = data.totals
        let counts: [BroadcastReport.Show: Int] = [
            .all: totals.received, .unread: totals.unread, .read: totals.read, .downloaded: totals.downloaded,
            .answered: totals.answered, .without: totals.without, .skipped: totals.skipped,
            .withdrawn: totals.withdrawn,
        ]
        let shown = BroadcastReport.Show.allCases.filter { each in
            switch each {
            case .without: totals.without > 0 || show == each
            case .downloaded: totals.hasFiles
            case .skipped: totals.skipped > 0 || show == each
            case .withdrawn: totals.withdrawn > 0 || show == each
            default: totals.received > 0
            }
        }
        return shown.map { each in
            Filter(
                label: text("report.show.\(each.rawValue)"), count: "\(counts[each] ?? 0)",
                href: Path.broadcast(data.broadcast.id).with(["show": each.rawValue]), isCurrent: each == show
            )
        }
    }

    private static func row(_ row: BroadcastReport.Recipient, _ data: ReportData, _ format: Format) -> Recipient {
        let readers = data.page.readers[row.messageId] ?? []
        let printouts = data.page.printed(row, format)
        let downloads = data.page.downloads[row.messageId] ?? []
        let without = data.page.without(row, data, format.text)
        let contacts = data.page.contacts[row.conversationId] ?? []
        return Recipient(
            name: row.firmName, href: Path.officeConversation(row.conversationId).text, isRead: !readers.isEmpty,
            readers: readers.map { Reader(name: $0.personName, at: format.moment($0.at)) },
            state: format.waiting(for: row, data, hasReaders: !contacts.isEmpty),
            printouts: printouts, without: without,
            downloads: downloads.map {
                Taken(name: $0.personName, file: $0.fileName ?? "", at: format.moment($0.at))
            },
            hasNone: printouts.isEmpty && downloads.isEmpty && without == nil,
            answered: row.answer.map { MessageText.preview($0) }, answeredAt: row.answeredAt.map(format.moment),
            contacts: contacts.map {
                Contact(
                    contactName: $0.personName, contactPhone: $0.phone,
                    contactPhoneHref: $0.phone.map(Format.phoneHref), isInvited: $0.isInvited)
            }
        )
    }

    private static func row(_ skipped: DraftCheck.Skipped, _ text: LanguageText) -> Recipient {
        row(skipped.firmId, skipped.name, text("skip.\(skipped.reason.rawValue)"))
    }

    private static func row(_ withdrawn: Broadcast.Withdrawn, _ format: Format) -> Recipient {
        row(withdrawn.firmId, withdrawn.name, format.withdrawn(by: withdrawn.personName, withdrawn.at))
    }

    /// A firm that does not have the notice, with the reason.
    private static func row(_ firm: Int64, _ name: String, _ reason: String) -> Recipient {
        Recipient(
            name: name, href: Path.firm(firm).text, isRead: false, readers: [],
            state: State(text: reason, tone: "none"), printouts: [], without: nil, downloads: [], hasNone: true,
            answered: nil, answeredAt: nil, contacts: []
        )
    }

    private static func files(_ data: ReportData, _ format: Format) -> [MessageView.File] {
        data.content.files.map { file in
            MessageView.File(
                href: file.isLost ? nil : Path.attachment(file.attachmentId).text, name: file.name, kind: file.kind,
                detail: format.size(file.size), remark: file.isLost ? format.text("messages.lostFile") : nil, mark: nil,
                fullMark: ""
            )
        }
    }
}

extension Format {
    func withdrawn(by name: String, _ at: Date) -> String { text("withdrawals.by", ["who": named(name, at)]) }

    /// Returns since when a firm has not read: the tone tells how urgent it is. That nobody there can read it is urgent
    /// at once; what has expired is not.
    fileprivate func waiting(
        for row: BroadcastReport.Recipient, _ data: ReportData, hasReaders: Bool
    ) -> State {
        let (sentAt, isOver) = (data.broadcast.sentAt, data.broadcast.isExpired(on: data.today))
        guard hasReaders else { return State(text: text("report.nobody"), tone: isOver ? "none" : "bad") }
        let waits = text("firms.stateWaits", ["age": age(since: sentAt)])
        return State(
            text: row.activeCount == 0 ? text("firms.stateInvited") : waits,
            tone: waitingTone(since: sentAt, isOver: isOver))
    }
}
