import Foundation
import GRDB
import Models

/// The days before the visitor comes, told one by one: so that there is always something to read,
/// to answer and to look at.
extension DemoHistory {
    func planLastDays() {
        plan(DemoNotices.register, [DemoFirms.bakery], days: 2, 9, 40)
        plan(DemoNotices.hebrewAmounts, nil, days: 2, 12, 15)
        plan(DemoNotices.newest, nil, days: 1, 14, 2)
        for answered in DemoLastDays.answered { plan(answered) }
        for waiting in DemoLastDays.waiting { plan(waiting) }
        planOffice()
    }

    private func plan(_ notice: DemoNotice, _ slugs: [String]?, days: Int, _ hour: Int, _ minute: Int) {
        agenda.add(calendar.working(days, daysBefore: now, at: hour, minute)) {
            try self.send(notice, to: slugs, isLast: true, $0)
        }
    }

    private func plan(_ answered: DemoLastDays.Answered) {
        agenda.add(calendar.working(answered.askedDaysAgo, daysBefore: now, at: 10, 15)) { at in
            guard let talk = try self.ask(answered.thread, answered.slug, at) else { return }
            let then = self.calendar.working(answered.answeredDaysAgo, daysBefore: self.now, at: 15, 20)
            self.agenda.add(then) { at in
                let supervisor = try self.id(talk.client.listed.supervisor)
                let conversation = try self.post(talk.thread.steps[1], of: talk, by: supervisor, at)
                if answered.isRead { self.planReading(of: conversation, by: talk.writer) }
            }
        }
    }

    private func plan(_ waiting: DemoLastDays.Waiting) {
        agenda.add(now.addingTimeInterval(-waiting.minutes * DemoCalendar.minute)) { at in
            guard let talk = try self.ask(waiting.thread, waiting.slug, at) else { return }
            let conversation = try Conversation.find(self.db, talk.conversationId, in: .wholeOffice)
            self.planInside(of: conversation, waiting.slug, after: at)
            for person in waiting.seenBy {
                try Unread.seen(
                    self.db, message: conversation.lastMessageId, of: conversation, by: self.id(person)
                )
            }
        }
    }
}
