import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A client's inbox")
struct InboxTests {
    @Test("Has the unread ones first, the newest of each first")
    func order() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let old = try await office.broadcast(to: [cast.bakery], "Stare")
            office.pass(60)
            let question = try await office.ask("Pytanie")
            office.pass(60)
            let new = try await office.broadcast(to: [cast.bakery], "Nowe")
            office.pass(60)
            let later = try await office.ask("Drugie pytanie")
            let (oldThread, newThread) = try await (office.thread(old, cast.bakery), office.thread(new, cast.bakery))
            let inbox = try await Self.inbox(office, cast.piotr)
            #expect(inbox.unread.map(\.id) == [newThread.id, oldThread.id])
            #expect(inbox.read.map(\.id) == [later.id, question.id] && !inbox.hasOlder)
            try await office.read(newThread.lastMessageId, of: newThread, by: cast.piotr)
            let after = try await Self.inbox(office, cast.piotr)
            #expect(after.unread.map(\.id) == [oldThread.id])
            #expect(after.read.map(\.id) == [later.id, newThread.id, question.id])
        }
    }

    @Test("Shows of each the last message: who, what, how many files, how many unread")
    func rows() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask("Pytanie", "Pierwsza")
            try await office.post(question, by: cast.marek, .office, "Druga")
            let keys = try await [office.upload("a.txt", by: cast.ola), office.upload("b.txt", by: cast.ola)]
            try await office.post(question, by: cast.ola, .office, "Trzecia", files: keys)
            let row = try #require(try await Self.inbox(office, cast.piotr).unread.first)
            #expect(row.subject == "Pytanie" && row.preview == "Trzecia" && row.lastAuthor == "Ola Zych")
            #expect(row.lastSide == .office && row.fileCount == 2 && row.unread == 2)
            #expect(row.firmId == cast.bakery.id && row.firmName == "Piekarnia Kłos")
        }
    }

    @Test("Has both firms of a person, or one of them when chosen; never another's, even when asked for")
    func firms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.furniture, cast.sawmill, cast.bakery])
            let both = try await Self.inbox(office, cast.tomasz)
            let one = try await Self.inbox(office, cast.tomasz, firm: cast.sawmill.id)
            let foreign = try await Self.inbox(office, cast.tomasz, firm: cast.bakery.id)
            #expect(Set(both.unread.map(\.firmId)) == [cast.furniture.id, cast.sawmill.id])
            #expect(one.unread.map(\.firmId) == [cast.sawmill.id])
            #expect(foreign.unread.isEmpty && foreign.read.isEmpty)
        }
    }

    @Test("Comes in pages that visit each conversation once, also those of the same moment")
    func pages() async throws {
        try await TestOffice.with { office in
            let asked = try await office.askMany(60, minuteEvery: 10)
            var (seen, page) = ([Int64](), try await Self.inbox(office, office.cast.piotr))
            while true {
                seen += page.read.map(\.id)
                guard page.hasOlder, let last = page.read.last else { break }
                page = try await Self.inbox(office, office.cast.piotr, after: last.id)
            }
            #expect(seen == asked.reversed())
        }
    }

    @Test("Repeats no unread conversation on an older page")
    func unreadOnce() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.bakery])
            _ = try await office.askMany(30)
            let first = try await Self.inbox(office, cast.piotr)
            let second = try await Self.inbox(office, cast.piotr, after: first.read.last?.id)
            #expect(first.unread.count == 1 && second.unread.isEmpty && second.read.count == 5)
        }
    }

    @Test("Loses no conversation when more are unread than a page shows")
    func manyUnread() async throws {
        try await TestOffice.with { office in
            _ = try await office.broadcastMany(130, to: office.cast.bakery)
            var page = try await Self.inbox(office, office.cast.piotr)
            var seen = page.unread.map(\.id)
            while true {
                seen += page.read.map(\.id)
                guard page.hasOlder, let last = (page.read.last ?? page.unread.last) else { break }
                page = try await Self.inbox(office, office.cast.piotr, after: last.id)
                seen += page.unread.map(\.id)
            }
            #expect(Set(seen).count == 130 && seen.count == 130)
        }
    }

    @Test("Answers to another firm's conversation as a place as to none")
    func foreignPlace() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.ask()
            office.pass(60)
            let foreign = try await office.ask(firm: cast.carrier, by: cast.ewa)
            for place in [foreign.id, 999_999] {
                let page = try await Self.inbox(office, cast.piotr, after: place)
                #expect(page.read.isEmpty && page.unread.isEmpty && !page.hasOlder)
            }
        }
    }

    private static func inbox(
        _ office: TestOffice, _ person: Int64, firm: Int64? = nil, after: Int64? = nil
    ) async throws -> Inbox {
        try await office.database.read { db in try Inbox.fetch(db, of: person, firm: firm, after: after) }
    }
}
