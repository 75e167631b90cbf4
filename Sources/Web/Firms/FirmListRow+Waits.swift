import Foundation
import Models

extension FirmListRow.Waits {
    init(_ row: FirmList.FirmRow, _ format: Format) {
        let text = format.text
        switch row.waitsFor {
        case .answer(let since, let subject):
            let more = row.questions > 1 ? [text.plural("firms.waits.more", row.questions - 1)] : []
            self.init(
                format, "answer", sign: "reply", turn: "office", at: row.waitingId.map { .officeConversation($0) },
                since: since, tone: format.ageTone(since: since),
                detail: ([subject.isolated] + more).joined(separator: " · "))
        case .reading(let since):
            self.init(
                format, "reading", sign: "eye", turn: "client", at: .firm(row.id), since: since,
                tone: format.waitingTone(since: since), detail: text.plural("firms.waits.unread", row.unread))
        case .signIn(let since):
            self.init(
                format, "signIn", sign: "key", turn: "setup", at: .firmPeople(row.id), since: since,
                detail: text("firms.waits.access", ["day": format.day(since)]))
        case .person:
            self.init(
                format, "person", sign: "add-person", turn: "setup", at: .firmPeople(row.id),
                detail: text("firms.waits.personDetail"))
        case .nothing:
            self.init(format, "nothing", sign: "check", turn: "nobody", detail: Self.lastRead(row, format))
        }
    }

    private init(
        _ format: Format, _ reason: String, sign: String, turn: String, at place: Path? = nil, since: Date? = nil,
        tone: String = "none", detail: String?
    ) {
        self.init(
            sign: sign, turn: turn, reason: format.text("firms.waits.\(reason)"), href: place?.text,
            age: since.map { State(text: format.shortAge(since: $0), tone: tone) },
            since: since.map(format.fullMoment), detail: detail)
    }

    /// Who read the office's last message and when, if it is the last of all.
    private static func lastRead(_ row: FirmList.FirmRow, _ format: Format) -> String? {
        guard row.lastSide == "office" else { return nil }
        // An expired notice no longer counts as unread, although nobody has read it.
        guard let reader = row.lastReader, let at = row.lastReadAt else { return format.text("firms.stateExpired") }
        return format.text("firms.waits.read", ["at": format.moment(at), "name": reader])
    }
}
