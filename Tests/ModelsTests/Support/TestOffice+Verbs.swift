import Dates
import Foundation
import GRDB
import Models
import TestSupport

/// The verbs with defaults for tests: today, now, by the head unless a person is given.
extension TestOffice {
    var zone: TimeZone { TimeZone(identifier: "Europe/Warsaw").unsafelyUnwrapped }
    var day: Day { Day(now, in: zone) }

    /// Returns the firms that a person sees today.
    func scope(_ person: Int64) async throws -> FirmScope {
        let day = day
        return try await database.read { db in try Staff.find(db, personId: person)?.firms(on: day) ?? .member(person) }
    }

    func draft(
        to audience: Audience, _ subject: String = "Zamknięcie roku", _ body: String = "Prosimy o faktury.",
        files: [String] = [], by person: Int64? = nil
    ) async throws -> Draft {
        let (sender, day, now) = (person ?? cast.anna, day, now)
        let scope = try await scope(sender)
        let new = Draft.New(subject: subject, content: NewContent(body: body, files: files), audience: audience)
        return try await database.write { db in try Draft.create(db, new, by: sender, in: scope, on: day, at: now) }
    }

    func check(_ draft: Draft) async throws -> DraftCheck {
        let (day, zone) = (day, zone)
        let scope = try await scope(draft.personId)
        return try await database.read { db in try DraftCheck.make(db, draft, in: scope, on: day, zone: zone) }
    }

    func send(_ draft: Draft, expecting count: Int, right: String? = nil) async throws -> Broadcast {
        let now = now
        let scope = try await scope(draft.personId)
        return try await database.write { db in
            try Broadcast.send(db, draft, CheckedSend(expecting: count, right: right), in: scope, at: now)
        }
    }

    /// Orders the send of a draft, which can be undone for ten seconds.
    func order(_ draft: Draft, _ need: PrintoutNeed = .any, right: String? = nil) async throws -> PlannedSend {
        let now = now
        let scope = try await scope(draft.personId)
        // Its text may have been written since.
        let draft = try await database.read { db in try Draft.find(db, draft.key, of: draft.personId) }
        var place = DraftCheck.Place()
        place.need = need
        let check = try await check(draft, at: place)
        let checked = CheckedSend(
            expecting: check.count, fingerprint: check.fingerprint, need: need, right: right)
        return try await database.write { db in
            try PlannedSend.order(db, draft, checked, undo: 10, in: scope, at: now)
        }
    }

    /// Posts the next send that is due.
    func goNext(at now: Date) async throws -> Bool {
        try await database.write { db in try PlannedSend.goNext(db, at: now) }
    }

    /// Writes, checks and sends a notice.
    func broadcast(
        to firms: [Firm], _ subject: String = "Zamknięcie roku", files: [String] = [], by person: Int64? = nil
    ) async throws -> Broadcast {
        let draft = try await draft(to: .picked(firms.map(\.id)), subject, files: files, by: person)
        return try await send(draft, expecting: check(draft).count)
    }

    /// Returns the thread of one firm of a broadcast.
    func thread(_ broadcast: Broadcast, _ firm: Firm) async throws -> Conversation {
        try await database.read { db in
            let id = try Int64.fetchOne(
                db, sql: "SELECT id FROM conversation WHERE broadcastId = ? AND firmId = ?",
                arguments: [broadcast.id, firm.id]
            )
            return try Conversation.find(db, id ?? 0, in: .wholeOffice)
        }
    }

    func ask(
        _ subject: TypedLine = "Pytanie", _ body: String = "Kiedy termin?", files: [String] = [], firm: Firm? = nil,
        by person: Int64? = nil
    ) async throws -> Conversation {
        let (firm, person, day, now) = (firm ?? cast.bakery, person ?? cast.piotr, day, now)
        let content = NewContent(body: body, files: files)
        return try await database.write { db in
            try Conversation.ask(db, subject, content, firm: firm, by: person, on: day, at: now)
        }
    }

    /// Inserts many questions in one write; the clock moves a minute after every `minuteEvery` of them.
    func askMany(_ count: Int, minuteEvery: Int = .max) async throws -> [Int64] {
        let (bakery, piotr, day, start) = (cast.bakery, cast.piotr, day, now)
        pass(Double(count / minuteEvery) * 60)
        return try await database.write { db in
            try (0..<count).map { number in
                let content = NewContent(body: "Kiedy termin?")
                let now = start.addingTimeInterval(Double(number / minuteEvery) * 60)
                return try Conversation.ask(db, "Pytanie \(number)", content, firm: bakery, by: piotr, on: day, at: now)
                    .id
            }
        }
    }

    /// Sends many notices to one firm, in one write.
    func broadcastMany(_ count: Int, to firm: Firm) async throws -> [Int64] {
        let (anna, day, now) = (cast.anna, day, now)
        return try await database.write { db in
            try (0..<count).map { number in
                let new = Draft.New(
                    subject: "Nr \(number)", content: NewContent(body: "Treść"), audience: .picked([firm.id])
                )
                let draft = try Draft.create(db, new, by: anna, in: .wholeOffice, on: day, at: now)
                return try Broadcast.send(db, draft, CheckedSend(expecting: 1), in: .wholeOffice, at: now).id
            }
        }
    }

    /// Posts an answer, and returns the conversation afterwards.
    @discardableResult
    func post(
        _ conversation: Conversation, by person: Int64, _ side: Message.Side, _ body: String = "Odpowiedź",
        files: [String] = []
    ) async throws -> Conversation {
        let (day, now) = (day, now)
        let content = NewContent(body: body, files: files)
        return try await database.write { db in
            let current = try Conversation.find(db, conversation.id, in: .wholeOffice)
            try current.post(db, content, by: person, side: side, on: day, at: now)
            return try Conversation.find(db, conversation.id, in: .wholeOffice)
        }
    }

    func read(_ message: Int64, of conversation: Conversation, by person: Int64) async throws {
        let (day, now) = (day, now)
        try await database.write { db in
            try ReadReceipt.write(db, message: message, of: conversation, by: person, on: day, at: now)
        }
    }

    /// Uploads a text file and returns its key.
    func upload(_ name: String = "ewidencja.txt", _ text: String = "Ewidencja", by person: Int64? = nil) async throws
        -> String
    {
        let (person, now) = (person ?? cast.anna, now)
        let kept = try keep(name, Data(text.utf8))
        return try await database.write { db in try StoredFile.add(db, kept, by: person, at: now).key }
    }

    /// Stores a file's bytes, without a row.
    func keep(_ name: String, _ bytes: Data) throws -> AttachmentStore.Kept {
        let file = try files.receive(named: name)
        try bytes.withUnsafeBytes { try file.write($0) }
        return try file.keep()
    }

    /// Downloads the first file of a message.
    func download(_ message: Int64, by person: Int64, in scope: FirmScope? = nil) async throws {
        let (day, now) = (day, now)
        try await database.write { db in
            let id = try Int64.fetchOne(
                db,
                sql: """
                    SELECT attachment.id FROM attachment JOIN message ON message.contentId = attachment.contentId
                    WHERE message.id = ? ORDER BY position LIMIT 1
                    """,
                arguments: [message]
            )
            try Models.Attachment.find(db, id ?? 0, message: message, in: scope ?? .member(person))
                .recordDownload(db, by: person, on: day, at: now)
        }
    }
}
