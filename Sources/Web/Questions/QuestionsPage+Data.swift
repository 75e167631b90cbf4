import Foundation
import Models

/// The data of the list of questions.
struct QuestionsData: Sendable {
    let page: Questions.Page
    let counts: Questions.Counts
    /// The notice whose conversations are shown.
    let notice: Questions.SentNotice?
    /// The sender whose reports the viewer may open; `nil` for all.
    let ownSends: Int64?
    let person: Int64
    let isHead: Bool
}

extension QuestionsPage {
    init(_ data: QuestionsData, _ address: QuestionsAddress, isFirst: Bool, _ format: Format) {
        let (text, page) = (format.text, data.page)
        let older = page.hasOlder ? page.rows.last.map { address.link(.questions, $0.place.field) } : nil
        self.init(
            tabs: Self.tabs(data.counts, address, text), scopes: Self.scopes(address, isHead: data.isHead, text),
            ofNotice: data.notice.map { Notice($0, data, format) },
            settling: data.notice.flatMap { Settling($0, text) },
            allHref: QuestionsAddress(show: .all).list,
            rows: page.rows.map { Row($0, address, data, format) }, isEmpty: page.rows.isEmpty,
            emptyText: text("questions.empty.\((address.show ?? .unanswered).rawValue)"), olderHref: older,
            newerHref: isFirst ? nil : address.list,
            conversations: address.link(.officeConversation(nil)).replacing(":id", with: "-"))
    }

    /// The list of unread conversations has no tab of its own: the menu of the person leads there.
    private static func tabs(
        _ counts: Questions.Counts, _ address: QuestionsAddress, _ text: LanguageText
    ) -> [Tab] {
        let shown = Questions.Show.allCases.filter { $0 != .unread || address.show == .unread }
        return shown.map { show in
            let count = [.unread: counts.unread, .unanswered: counts.unanswered, .handed: counts.handed][show]
            return Tab(
                key: show.rawValue, label: text("questions.show.\(show.rawValue)"),
                count: count.flatMap { $0 == 0 ? nil : "\($0)" },
                href: QuestionsAddress(show: show, isMine: address.isMine).list, isCurrent: show == address.show)
        }
    }

    private static func scopes(_ address: QuestionsAddress, isHead: Bool, _ text: LanguageText) -> [Scope] {
        let everyones = text(isHead ? "questions.wholeOffice" : "questions.everyones")
        return [(everyones, false), (text("questions.mine"), true)].map { label, isMine in
            Scope(
                label: label, href: QuestionsAddress(show: address.show, isMine: isMine).list,
                isCurrent: isMine == address.isMine)
        }
    }
}

extension QuestionsPage.Row {
    init(_ row: Questions.Row, _ address: QuestionsAddress, _ data: QuestionsData, _ format: Format) {
        switch row {
        case .question(let question): self.init(question: .init(question, address, format))
        case .notice(let notice): self.init(notice: .init(notice, data, format))
        }
    }
}

extension QuestionsPage.Question {
    init(_ row: Questions.Question, _ address: QuestionsAddress, _ format: Format) {
        let (href, at) = (address.link(.officeConversation(row.id)), row.waitingSince ?? row.lastMessageAt)
        self.init(
            rowTopic: "conversation/\(row.id)".codedTopic, href: href, handOverHref: "\(href)#colleague",
            handleAction: row.waitingSince == nil ? nil : address.link(.handling(row.id)),
            firmName: row.firmName, subject: row.subject, author: row.lastAuthor,
            preview: MessageText.preview(row.preview, of: row.contentId, in: format.contents),
            age: row.waitingSince == nil ? format.day(at) : format.shortAge(since: at),
            ageTone: row.waitingSince == nil ? "none" : format.ageTone(since: at),
            at: format.moment(at), fullAt: format.fullMoment(at), atISO: format.iso(at),
            state: Self.state(row, format),
            isUnread: row.isUnread, holder: row.holder.map { format.text("questions.heldBy", ["name": $0]) },
            isPayroll: row.isPayroll,
            noticeText: row.broadcastId != nil && row.lastSide == .client ? format.text("questions.toNotice") : nil
        )
    }

    private static func state(_ row: Questions.Question, _ format: Format) -> State? {
        let text = format.text
        if row.waitingSince != nil { return nil }
        if let name = row.handledBy { return State(text: text("questions.handledBy", ["name": name]), tone: "good") }
        guard row.lastSide == .office else { return nil }
        if row.readers > 0 { return State(text: text("questions.read"), tone: "good") }
        return State(text: text("messages.notRead"), tone: "wait")
    }
}

extension QuestionsPage.Notice {
    init(_ row: Questions.SentNotice, _ data: QuestionsData, _ format: Format) {
        let text = format.text
        self.init(
            noticeSubject: row.subject, noticeHref: QuestionsAddress(show: .all, notice: row.id).list,
            reportHref: data.ownSends == nil || row.senderId == data.ownSends ? Path.broadcast(row.id).text : nil,
            sent: format.day(row.sentAt), fullSent: format.fullMoment(row.sentAt),
            sentISO: format.iso(row.sentAt), sender: row.senderName,
            readText: text.plural("questions.noticeRead", row.read, ["of": "\(row.received)"]),
            readShare: "\(row.read * 1000 / max(1, row.received))",
            answersText: row.answered == 0 ? nil : text.plural("questions.noticeAnswers", row.answered),
            validity: row.expiresOn.map { format.validity($0, today: format.day(of: format.now)) },
            isPayroll: row.isPayroll)
    }
}

extension QuestionsPage.Settling {
    init?(_ row: Questions.SentNotice, _ text: LanguageText) {
        guard let last = row.lastWaiting else { return nil }
        self.init(
            settleAction: Path.answersHandling(row.id).text,
            settleText: text("questions.settle", ["n": "\(min(row.waiting, Questions.handledAtOnce))"]),
            lastWaiting: last.code)
    }
}
