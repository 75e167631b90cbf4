import Dates
import Foundation
import GRDB
import TestSupport

@testable import Models

extension JournalTests {
    /// Piotr asks a question, and an employee of the office reacts.
    private static func answer(
        _ office: TestOffice, by person: Int64,
        _ follow: @escaping @Sendable (Database, Conversation, Day, Date) throws -> Void
    ) async throws -> JournalEntry {
        let question = try await office.ask()
        try await write(office) { db, _, day, now in try follow(db, question, day, now) }
        return JournalEntry(by: person, of: office.cast.bakery, about: question.topic)
    }

    static let correspondence: [AuditEvent.Action: JournalVerb] = [
        .broadcastSent: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery, office.cast.carrier])
            return JournalEntry(by: office.cast.anna, about: sent.topic)
        },
        .sendUndone: { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]))
            _ = try await office.order(draft)
            _ = try await write(office) { db, cast, _, now in
                try PlannedSend.undo(db, draft.key, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: nil)
        },
        .sendFailed: { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]))
            _ = try await office.order(draft)
            try await office.execute("UPDATE plannedSend SET dueAt = orderedAt")
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(office.cast.bakery.id)")
            _ = try await office.goNext(at: office.now)
            return JournalEntry(by: office.cast.anna, about: nil)
        },
        .withdrawn: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery])
            _ = try await write(office) { db, cast, _, now in
                try sent.withdraw(db, by: cast.anna, in: .wholeOffice, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: sent.topic)
        },
        .reminded: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery])
            let key = String(repeating: "k", count: 40)
            _ = try await write(office) { db, cast, day, now in
                try sent.remind(
                    db, NewContent(body: "Prosimy."), key: key, expecting: sent.unreached(db, in: .wholeOffice),
                    by: cast.anna, in: .wholeOffice, on: day, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: sent.topic)
        },
        .noticeExpired: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery])
            try await office.execute("UPDATE broadcast SET expiresOn = '2026-11-19' WHERE id = \(sent.id)")
            try await write(office) { db, _, day, now in try Broadcast.expire(db, on: day, at: now) }
            return JournalEntry(by: nil, about: sent.topic)
        },
        .questionAsked: { office in
            let question = try await office.ask()
            return JournalEntry(by: office.cast.piotr, of: office.cast.bakery, about: question.topic)
        },
        .conversationStarted: { office in
            let conversation = try await write(office) { db, cast, day, now in
                try Conversation.start(
                    db, "Umowa", NewContent(body: "Prosimy o umowę."), firm: cast.bakery, by: cast.marek, on: day,
                    at: now)
            }
            return JournalEntry(by: office.cast.marek, of: office.cast.bakery, about: conversation.topic)
        },
        .answered: { office in
            let question = try await office.ask()
            try await office.post(question, by: office.cast.marek, .office)
            return JournalEntry(by: office.cast.marek, of: office.cast.bakery, about: question.topic)
        },
        .messageRead: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery])
            let thread = try await office.thread(sent, office.cast.bakery)
            try await office.read(thread.lastMessageId, of: thread, by: office.cast.piotr)
            return JournalEntry(
                by: office.cast.piotr, of: office.cast.bakery, about: "message/\(thread.lastMessageId)")
        },
        .handled: { office in
            let marek = office.cast.marek
            return try await answer(office, by: marek) { try $1.handle($0, by: marek, on: $2, at: $3) }
        },
        .reopened: { office in
            let marek = office.cast.marek
            return try await answer(office, by: marek) {
                try $1.handle($0, by: marek, on: $2, at: $3)
                try $1.reopen($0, by: marek, on: $2, at: $3)
            }
        },
        .noteWritten: { office in
            let marek = office.cast.marek
            return try await answer(office, by: marek) {
                try $1.write($0, note: "Zadzwonić.", by: marek, on: $2, at: $3)
            }
        },
        .handedOver: { office in
            let (marek, ola) = (office.cast.marek, office.cast.ola)
            return try await answer(office, by: marek) {
                try $1.handOver($0, to: ola, note: "", by: marek, on: $2, at: $3)
            }
        },
        .takenBack: { office in
            let (marek, ola) = (office.cast.marek, office.cast.ola)
            return try await answer(office, by: ola) {
                try $1.handOver($0, to: ola, note: "", by: marek, on: $2, at: $3)
                try $1.takeBack($0, by: ola, on: $2, at: $3)
            }
        },
        .templateSaved: { office in
            let template = try await saveTemplate(office)
            return JournalEntry(by: office.cast.marek, about: "template/\(template.id)")
        },
        .templateRemoved: { office in
            let template = try await saveTemplate(office)
            try await write(office) { db, cast, _, now in try template.remove(db, by: cast.anna, at: now) }
            return JournalEntry(by: office.cast.anna, about: "template/\(template.id)")
        },
    ]

    private static func saveTemplate(_ office: TestOffice) async throws -> NoticeTemplate {
        try await write(office) { db, cast, _, now in
            try NoticeTemplate.save(
                db, name: "Faktury", subject: "Faktury", NewContent(body: "Prosimy o faktury."), by: cast.marek, at: now
            )
        }
    }
}
