import Dates
import Foundation
import Hummingbird
import Models

/// Client questions: all correspondence of the firms that a person of the office may see.
struct QuestionsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (questions, after) = (Questions(askedBy: context), context.query.id("after"))
        return try await portal.show(context) { db in
            (rows: try questions.page(db, after: after), counts: try questions.counts(db))
        } page: { found, format in
            page(found.rows, found.counts, questions, after: after, format)
        }
    }

    private func page(
        _ page: Questions.Page, _ counts: Questions.Counts, _ chosen: Questions, after: Int64?, _ format: Format
    ) -> QuestionsPage {
        let (text, show, isMine) = (format.text, chosen.show, chosen.isMine)
        let href = { (show: Questions.Show, isMine: Bool, after: Int64?) in
            Path.questions.with([
                "show": show == .all ? nil : show.rawValue, "of": isMine ? "mine" : nil,
                "after": after.map { "\($0)" },
            ])
        }
        return QuestionsPage(
            filters: Questions.Show.allCases.map { each in
                let count = [.unread: counts.unread, .unanswered: counts.unanswered, .handed: counts.handed][each]
                return .init(
                    key: each.rawValue, label: text("questions.show.\(each.rawValue)"), count: count.map { "\($0)" },
                    href: href(each, isMine, nil), isCurrent: each == show
                )
            },
            scopes: [
                .init(label: text("questions.everyones"), href: href(show, false, nil), isCurrent: !isMine),
                .init(label: text("questions.mine"), href: href(show, true, nil), isCurrent: isMine),
            ],
            rows: page.rows.map { row($0, today: chosen.day, format) }, isEmpty: page.rows.isEmpty,
            emptyText: text("questions.empty.\(show.rawValue)"),
            olderHref: page.hasOlder ? href(show, isMine, page.rows.last?.id) : nil,
            newerHref: after == nil ? nil : href(show, isMine, nil)
        )
    }

    private func row(_ row: Questions.Question, today: Day, _ format: Format) -> QuestionsPage.Question {
        QuestionsPage.Question(
            href: Path.officeConversation(row.id).text, firmName: row.firmName, subject: row.subject,
            author: row.lastAuthor,
            preview: MessageText.preview(row.preview, of: row.contentId, in: format.contents),
            at: format.moment(row.lastMessageAt),
            age: row.waitingSince.map { format.text("questions.waits", ["age": format.age(since: $0)]) },
            ageTone: row.waitingSince.map(format.ageTone) ?? "good", state: state(row, format),
            validity: row.expiresOn.map { format.validity($0, today: today) }, isUnread: row.isUnread,
            holder: row.holder.map { format.text("questions.heldBy", ["name": $0]) },
            isPayroll: row.isPayroll
        )
    }

    private func state(_ row: Questions.Question, _ format: Format) -> State? {
        let text = format.text
        if row.waitingSince != nil { return nil }
        if let name = row.handledBy { return State(text: text("questions.handledBy", ["name": name]), tone: "good") }
        guard row.lastSide == .office else { return nil }
        if row.readers > 0 { return State(text: text("questions.read"), tone: "good") }
        return State(text: text("messages.notRead"), tone: "wait")
    }
}

extension Questions {
    /// Reads the filters from the address: whose questions, and which.
    fileprivate init(askedBy context: StaffContext) {
        self.init(person: context.person.id, scope: context.firms, day: context.day)
        isMine = context.query["of"] == "mine"
        show = Show(rawValue: context.query["show"]) ?? .all
    }
}
