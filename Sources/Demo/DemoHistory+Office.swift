import Dates
import Foundation
import GRDB
import Models

/// The work inside the office: notes, a hand-over, texts kept for later, notices with a last day,
/// a reminder.
extension DemoHistory {
    func planOffice() {
        for (days, text) in [(200, DemoInside.templates[0]), (60, DemoInside.templates[1])] {
            agenda.add(calendar.working(days, daysBefore: now, at: 13, 10)) { at in
                try NoticeTemplate.save(
                    self.db, name: TypedLine(text.name), subject: TypedLine(text.subject),
                    NewContent(body: DemoText.marked(text.body), isMarked: true), by: self.id(text.author), at: at
                )
            }
        }
        agenda.add(calendar.working(25, daysBefore: now, at: 10, 5)) {
            try self.send(DemoInside.expired, isLast: false, $0)
        }
        agenda.add(calendar.working(4, daysBefore: now, at: 11, 20)) { at in
            try self.send(DemoInside.current, isLast: false, at)
            self.planReminder(after: at)
        }
    }

    /// The morning after a notice's last day.
    func planExpiry(after last: Day) {
        let over = last.start(in: calendar.zone).addingTimeInterval(26 * DemoCalendar.hour)
        agenda.add(over) { at in try Broadcast.expire(self.db, on: self.calendar.day(at), at: at) }
    }

    /// The note of a colleague beside a question that waits, and the one who gets it.
    func planInside(of conversation: Conversation, _ slug: String, after at: Date) {
        guard let inside = DemoInside.bySlug[slug] else { return }
        agenda.add(min(at.addingTimeInterval(inside.minutes * DemoCalendar.minute), now)) { at in
            let (author, day) = (try self.id(inside.author), self.calendar.day(at))
            if let taker = inside.taker {
                try conversation.handOver(
                    self.db, to: self.id(taker), note: TypedBlock(inside.note), by: author, on: day, at: at
                )
            } else {
                try conversation.write(self.db, note: TypedBlock(inside.note), by: author, on: day, at: at)
            }
        }
    }

    private func planReminder(after at: Date) {
        agenda.add(calendar.officeHours(at.addingTimeInterval(2 * DemoCalendar.day))) { at in
            let anna = try self.id(.anna)
            let newest = try Int64.fetchOne(
                self.db, sql: "SELECT max(id) FROM broadcast WHERE subject = ?", arguments: [DemoInside.current.subject]
            )
            let broadcast = try Broadcast.find(self.db, newest ?? 0, by: nil)
            let audience = try broadcast.unreached(self.db, in: .wholeOffice)
            guard audience.count > 0 else { return }
            _ = try broadcast.remind(
                self.db, NewContent(body: DemoInside.reminder),
                key: "demo-reminder-\(broadcast.id)-\(at.milliseconds)-anna",
                expecting: audience, by: anna, in: .wholeOffice, on: self.calendar.day(at), at: at
            )
        }
    }
}

/// The words of `DemoHistory+Office`.
enum DemoInside {
    struct Text {
        let name: String
        let author: DemoStaff
        let subject: String
        let body: String
    }

    struct Note {
        let minutes: Double
        let author: DemoStaff
        var taker: DemoStaff?
        let note: String
    }

    static let templates = [
        Text(
            name: "Dokumenty za miesiąc", author: .anna, subject: "Dokumenty za ubiegły miesiąc",
            body:
                "Prosimy o faktury i wyciągi do **10. dnia miesiąca**.\n\n- faktury zakupu\n- faktury sprzedaży\n- wyciąg z banku"
        ),
        Text(
            name: "Biuro nieczynne", author: .marek, subject: "Biuro będzie nieczynne",
            body: "W tym dniu biuro jest nieczynne. Na wiadomości odpowiemy następnego dnia rano."
        ),
    ]

    static let expired = DemoNotice(
        from: .anna, validDays: 7,
        """
        # Przerwa w telefonach
        W tym tygodniu wymieniamy centralę. Prosimy pisać w portalu zamiast dzwonić.
        """
    )

    static let current = DemoNotice(
        from: .anna, validDays: 21,
        """
        # Spotkanie o KSeF w naszym biurze
        Zapraszamy na godzinne spotkanie o fakturach w KSeF. Prosimy odpisać, kto przyjdzie.
        """
    )

    static let reminder = "Przypominamy o spotkaniu o KSeF. Zostało jeszcze kilka miejsc."

    static let bySlug = [
        DemoFirms.bakery: Note(
            minutes: 10, author: .marek, taker: .ola,
            note: "Ola, to wewnątrzwspólnotowe nabycie. Odpowiedz dziś, Piotr już dzwonił."
        ),
        "bocian": Note(
            minutes: 180, author: .anna, note: "Pytali o to rok temu. Sprawdzić interpretację, zanim odpowiemy."
        ),
        "tlok": Note(
            minutes: 300, author: .marek, note: "Czekam na kartę przekazania odpadu z warsztatu."
        ),
    ]
}
