import Dates
import Foundation
import GRDB
import Models

/// The notices of the office, and what becomes of them.
extension DemoHistory {
    /// The regular notices, up to two days ago; what came later is told in `planLastDays`.
    func planNotices() {
        let first = opening.addingTimeInterval(10 * DemoCalendar.day)
        let last = now.addingTimeInterval(-2 * DemoCalendar.day)
        for (notice, at) in monthly() + yearly() where at > first && at < last {
            agenda.add(at) { try self.send(notice, isLast: false, $0) }
        }
        // Among the firms is the bakery, which has nobody who may know of payroll.
        let employers = DemoFirms.all.filter { $0.supervisor == .marek && $0.form == .fullBooks }.map(\.slug)
        agenda.add(calendar.working(12, daysBefore: now, at: 11, 30)) {
            try self.send(DemoNotices.payroll, to: employers + [DemoFirms.bakery], isLast: false, $0)
        }
    }

    /// The monthly ones, since the office began with them.
    private func monthly() -> [(DemoNotice, Date)] {
        let months = calendar.year(now) * 12 + calendar.month(now) - 1
        return (0..<16).map { back in
            let month = months - back
            let at = calendar.working(
                year: month / 12, month: month % 12 + 1, day: 3 + back % 2, hour: 9, minute: 7 + back
            )
            return (DemoNotices.monthly[month % DemoNotices.monthly.count], at)
        }
    }

    private func yearly() -> [(DemoNotice, Date)] {
        let notices = DemoNotices.yearly + DemoNotices.english + DemoNotices.hebrew
        return (0...2).flatMap { back in
            notices.compactMap { notice in
                guard let on = notice.on else { return nil }
                let at = calendar.working(
                    year: calendar.year(now) - back, month: on.month, day: on.day, hour: 10 + on.day % 5,
                    minute: on.day * 2
                )
                return (notice, at)
            }
        }
    }

    /// Sends a notice to all firms of its language, or to some, and plans who reads it when. The cast leaves
    /// the last ones for the visitor to read.
    func send(_ notice: DemoNotice, to slugs: [String]? = nil, isLast: Bool, _ at: Date) throws {
        let sender = try id(notice.sender)
        let scope = try scope(notice.sender, at)
        let day = calendar.day(at)
        let values = DemoText.values(calendar, at, notice.language)
        let files = try notice.paper.map { kind in
            [try upload(DemoPaper(kind, values), by: sender, at: at)]
        }
        let new = Draft.New(
            subject: DemoText.fill(notice.subject, values),
            content: NewContent(
                body: DemoText.marked(DemoText.fill(notice.body, values)), isMarked: true, files: files ?? []),
            audience: .picked(clients.values.filter { isFor($0, notice, slugs) }.map(\.firm.id))
        )
        var written = new
        written.isPayroll = notice.isPayroll
        if let days = notice.validDays {
            let last = calendar.day(at.addingTimeInterval(Double(days) * DemoCalendar.day))
            written.expiresOn = last.text
            planExpiry(after: last)
        }
        let draft = try Draft.create(db, written, by: sender, in: scope, on: day, at: at)
        let check = try DraftCheck.make(db, draft, in: scope, on: day, zone: calendar.zone)
        let sent = try Broadcast.send(
            db, draft, CheckedSend(expecting: check.count, uncheckable: Set(files ?? [])), in: scope, at: at
        )
        try planReading(of: sent, notice, isLast: isLast)
    }

    private func isFor(_ client: DemoClient, _ notice: DemoNotice, _ slugs: [String]?) -> Bool {
        slugs?.contains(client.listed.slug) ?? (client.language == notice.language)
    }

    private func planReading(of broadcast: Broadcast, _ notice: DemoNotice, isLast: Bool) throws {
        for conversation in try conversations(of: broadcast) {
            guard let client = clients.values.first(where: { $0.firm.id == conversation.firmId }) else { continue }
            if isLast, isLeftUnread(by: client) { continue }
            // The first person of a firm is the one who knows of payroll.
            for reader in notice.isPayroll ? Array(client.readers.prefix(1)) : client.readers {
                planReading(of: conversation, by: reader) { at in
                    if notice.paper != nil { self.planDownload(from: conversation, by: reader, at) }
                    self.planReply(to: notice, in: conversation, of: client, by: reader, at)
                }
            }
        }
    }

    private func isLeftUnread(by client: DemoClient) -> Bool {
        client.listed.slug != DemoFirms.carrier && client.readers.contains { $0.pace == .cast }
    }

    func conversations(of broadcast: Broadcast) throws -> [Conversation] {
        try Conversation.fetchAll(
            db, sql: "SELECT * FROM conversation WHERE broadcastId = ? ORDER BY id", arguments: [broadcast.id]
        )
    }

    /// Plans when a person reads the last message of a conversation, and what follows from it.
    func planReading(
        of conversation: Conversation, by reader: DemoClient.Reader, then follow: @escaping DemoAgenda.Act = { _ in }
    ) {
        guard let activeFrom = reader.activeFrom,
            let at = reader.pace.reads(max(conversation.lastMessageAt, activeFrom), now: now, &random)
        else { return }
        agenda.add(calendar.awake(at)) { at in
            try self.signIn(reader.personId, at)
            try ReadReceipt.write(
                self.db, message: conversation.lastMessageId, of: conversation, by: reader.personId,
                on: self.calendar.day(at), at: at
            )
            try follow(at)
        }
    }

    /// Signs a client in who has not been there for weeks, so that the office sees when its clients were last there. The
    /// session is over at once: a visitor of the demo finds no other devices in an account.
    func signIn(_ person: Int64, _ at: Date) throws {
        if let last = signIns[person], at < last.addingTimeInterval(25 * DemoCalendar.day) { return }
        signIns[person] = at
        let found = try Person.find(db, person)
        let opened = try Session.open(db, for: found, device: "Chrome, Windows", address: "192.0.2.7", at: at)
        guard let session = try Session.find(db, opened.token, at: at) else { return }
        try Session.end(db, session.id, of: person, as: .signedOut, at: at)
    }

    /// Perhaps takes the file of the last message.
    func planDownload(from conversation: Conversation, by reader: DemoClient.Reader, _ at: Date) {
        guard random.chance(0.7) else { return }
        let message = conversation.lastMessageId
        agenda.add(at.addingTimeInterval(random.delay(15, 600))) { at in
            let file = try Int64.fetchOne(
                self.db,
                sql: "SELECT attachment.id FROM attachment JOIN message USING (contentId) WHERE message.id = ?",
                arguments: [message]
            )
            guard let file else { return }
            try Attachment.find(self.db, file, message: message, in: .member(reader.personId))
                .recordDownload(self.db, by: reader.personId, on: self.calendar.day(at), at: at)
        }
    }

    private func planReply(
        to notice: DemoNotice, in conversation: Conversation, of client: DemoClient, by reader: DemoClient.Reader,
        _ at: Date
    ) {
        guard random.chance(0.05) else { return }
        let thread = random.pick(DemoQuestions.replies(to: notice))
        let talk = DemoTalk(
            conversationId: conversation.id, client: client, writer: reader, thread: thread, values: [:]
        )
        planStep(0, of: talk, after: at)
    }
}
