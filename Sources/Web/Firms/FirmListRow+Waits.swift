import Foundation
import Models

extension FirmListRow.Waits {
    init(_ row: FirmList.FirmRow, _ format: Format) {
        let text = format.text
        switch row.waitsFor {
        case .answer(let since, let subject):
            let more = row.questions > 1 ? [text.plural("firms.waits.more", row.questions - 1)] : []
            self.init(
                "reply", "office", "answer", since, format.ageTone(since: since),
                ([subject.isolated] + more).joined(separator: " · "), format)
        case .reading(let since):
            self.init(
                "eye", "client", "reading", since, format.waitingTone(since: since),
                text.plural("firms.waits.unread", row.unread), format)
        case .signIn(let since):
            let detail = text("firms.waits.access", ["day": format.day(since)])
            self.init("key", "setup", "signIn", since, "none", detail, format)
        case .person:
            self.init("add-person", "setup", "person", nil, "none", text("firms.waits.personDetail"), format)
        case .nothing:
            self.init("check", "nobody", "nothing", nil, "none", Self.lastRead(row, format), format)
        }
    }

    private init(
        _ sign: String, _ turn: String, _ reason: String, _ since: Date?, _ tone: String, _ detail: String?,
        _ format: Format
    ) {
        self.init(
            sign: sign, turn: turn, reason: format.text("firms.waits.\(reason)"),
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
