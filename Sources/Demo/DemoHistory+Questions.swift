import Foundation
import GRDB
import Models

/// A conversation that is going on.
struct DemoTalk {
    let conversationId: Int64
    let client: DemoClient
    let writer: DemoClient.Reader
    let thread: DemoThread
    let values: [String: String]
}

/// The questions of clients, and the answers of the office.
extension DemoHistory {
    /// Two to five conversations for each firm, over the whole time that it has been a client.
    func planQuestions() {
        for listed in DemoFirms.all {
            guard let first = listed.people.first, !first.isInvitedOnly else { continue }
            let isCast = DemoOffice.cast.contains { $0.email == first.email }
            let from = listed.since.map { now.addingTimeInterval(-Double($0) * DemoCalendar.day) } ?? opening
            let start = from.addingTimeInterval(12 * DemoCalendar.day)
            let last = listed.slug == DemoFirms.closed ? Double(DemoFirms.closedDaysAgo + 30) : isCast ? 25 : 1.5
            let end = now.addingTimeInterval(-last * DemoCalendar.day)
            for thread in random.sample(DemoQuestions.all(first.language), isCast ? 5 : 2 + Int(random.unit() * 3)) {
                let at = start.addingTimeInterval((random.unit() * end.timeIntervalSince(start)).rounded())
                agenda.add(calendar.awake(at)) { at in
                    guard let talk = try self.ask(thread, listed.slug, at) else { return }
                    self.planStep(1, of: talk, after: at)
                }
            }
        }
    }

    /// A client starts a conversation. Nothing, when nobody of the firm can write.
    func ask(_ thread: DemoThread, _ slug: String, _ at: Date) throws -> DemoTalk? {
        guard let client = clients[slug], let writer = client.writer, let activeFrom = writer.activeFrom,
            activeFrom < at
        else { return nil }
        try signIn(writer.personId, at)
        let values = threadValues(at, client.language)
        let content = try content(thread.steps[0], values, by: writer.personId, at)
        let conversation = try Conversation.ask(
            db, TypedLine(DemoText.fill(thread.subject, values)), content, firm: client.firm, by: writer.personId,
            on: calendar.day(at), at: at
        )
        return DemoTalk(
            conversationId: conversation.id, client: client, writer: writer, thread: thread, values: values
        )
    }

    /// Plans the next message of a conversation. A client's last word needs no answer: it is marked as handled.
    func planStep(_ number: Int, of talk: DemoTalk, after at: Date) {
        guard number < talk.thread.steps.count else {
            if talk.thread.steps.last?.side == .client { planHandling(of: talk, after: at) }
            return
        }
        let step = talk.thread.steps[number]
        let next =
            step.side == .office
            ? calendar.officeHours(at.addingTimeInterval(random.delay(600, 20 * DemoCalendar.hour)))
            : calendar.awake(at.addingTimeInterval(random.delay(120, 8 * DemoCalendar.hour)))
        agenda.add(next) { at in
            // Nobody writes to a firm that has left meanwhile, nor does it.
            guard self.clients[talk.client.listed.slug] != nil else { return }
            if step.side == .office {
                try self.answer(number, of: talk, at)
            } else {
                try self.post(step, of: talk, by: talk.writer.personId, at)
                self.planStep(number + 1, of: talk, after: at)
            }
        }
    }

    /// The office answers; the conversation goes on when the answer has been read.
    private func answer(_ number: Int, of talk: DemoTalk, _ at: Date) throws {
        let conversation = try post(talk.thread.steps[number], of: talk, by: author(talk.client), at)
        for reader in talk.client.readers {
            let isWriter = reader.personId == talk.writer.personId
            planReading(of: conversation, by: reader) { at in
                if talk.thread.steps[number].paper != nil { self.planDownload(from: conversation, by: reader, at) }
                if isWriter { self.planStep(number + 1, of: talk, after: at) }
            }
        }
    }

    /// Posts a message; gives the conversation as it is with it.
    @discardableResult
    func post(_ step: DemoThread.Step, of talk: DemoTalk, by person: Int64, _ at: Date) throws -> Conversation {
        if step.side == .client { try signIn(person, at) }
        let content = try content(step, talk.values, by: person, at)
        let conversation = try Conversation.find(db, talk.conversationId, in: .wholeOffice)
        try conversation.post(db, content, by: person, side: step.side, on: calendar.day(at), at: at)
        return try Conversation.find(db, talk.conversationId, in: .wholeOffice)
    }

    private func planHandling(of talk: DemoTalk, after at: Date) {
        let then = calendar.officeHours(at.addingTimeInterval(random.delay(900, 10 * DemoCalendar.hour)))
        agenda.add(then) { at in
            try Conversation.find(self.db, talk.conversationId, in: .wholeOffice)
                .handle(self.db, by: self.author(talk.client), on: self.calendar.day(at), at: at)
        }
    }

    /// Mostly the supervisor; the bakery's accountant and the head lend a hand.
    private func author(_ client: DemoClient) throws -> Int64 {
        let isBakery = client.listed.slug == DemoFirms.bakery
        if isBakery, random.chance(0.5) { return try id(.ola) }
        return try id(random.chance(0.12) && client.language == .pl ? .anna : client.listed.supervisor)
    }

    private func content(
        _ step: DemoThread.Step, _ values: [String: String], by person: Int64, _ at: Date
    ) throws -> NewContent {
        let files = try step.paper.map { kind in
            [try upload(DemoPaper(kind, values), by: person, at: at)]
        }
        let (body, isOffice) = (DemoText.fill(step.body, values), step.side == .office)
        return NewContent(
            body: isOffice ? DemoText.marked(body) : body, isMarked: isOffice, files: files ?? [],
            uncheckable: Set(files ?? []))
    }

    private func threadValues(_ at: Date, _ language: Language) -> [String: String] {
        var values = DemoText.values(calendar, at, language)
        values["supplier"] = random.pick(DemoQuestions.suppliers)
        values["amount"] = random.pick(DemoQuestions.amounts)
        values["serial"] = "\(100 + random.next() % 900)-\(calendar.year(at))"
        return values
    }
}
