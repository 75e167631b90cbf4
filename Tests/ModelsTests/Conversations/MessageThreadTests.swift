import GRDB
import Models
import TestSupport
import Testing

@Suite("A thread on a page")
struct MessageThreadTests {
    @Test("Begins with the newest messages, oldest first, and goes back without a gap")
    func pages() async throws {
        try await TestOffice.with { office in
            let (conversation, piotr) = (try await office.ask("Pytanie", "0"), office.cast.piotr)
            let (day, now) = (office.day, office.now)
            try await office.database.write { db in
                for number in 1..<100 {
                    try conversation.post(db, NewContent(body: "\(number)"), by: piotr, side: .client, on: day, at: now)
                }
            }
            let first = try await Self.thread(office, conversation)
            let second = try await Self.thread(office, conversation, before: first.entries.first?.id)
            let third = try await Self.thread(office, conversation, before: second.entries.first?.id)
            #expect([first.hasOlder, second.hasOlder, third.hasOlder] == [true, true, false])
            let bodies = (third.entries + second.entries + first.entries).map(\.body)
            #expect(bodies == (0..<100).map(String.init))
        }
    }

    @Test("Shows what the viewer has not read, and no other conversation's messages")
    func unread() async throws {
        try await TestOffice.with { office in
            let (cast, conversation) = (office.cast, try await office.ask())
            _ = try await office.ask("Inne")
            let read = try await office.post(conversation, by: cast.marek, .office).lastMessageId
            let unread = try await office.post(conversation, by: cast.marek, .office).lastMessageId
            try await office.read(read, of: conversation, by: cast.piotr)
            let thread = try await Self.thread(office, conversation)
            #expect(thread.entries.map(\.id) == [conversation.lastMessageId, read, unread])
            #expect(thread.entries.map(\.isUnread) == [false, false, true])
        }
    }

    @Test("Of a firm of a broadcast shows nobody's receipts and downloads but that firm's")
    func foreignMarks() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier], files: [office.upload()])
            let (bakery, carrier) = try await (
                office.thread(broadcast, cast.bakery), office.thread(broadcast, cast.carrier)
            )
            try await office.read(carrier.lastMessageId, of: carrier, by: cast.ewa)
            try await office.download(carrier.lastMessageId, by: cast.ewa)
            let thread = try await Self.thread(office, bakery)
            #expect(thread.receipts.isEmpty && thread.downloads.isEmpty && thread.files.count == 1)
        }
    }

    private static func thread(
        _ office: TestOffice, _ conversation: Conversation, before: Int64? = nil
    ) async throws -> MessageThread {
        let piotr = office.cast.piotr
        return try await office.database.read { db in
            try MessageThread.fetch(db, conversation, seenBy: piotr, before: before, isOfOffice: false)
        }
    }
}
