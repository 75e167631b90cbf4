import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Sending a notice")
struct SendTests {
    @Test("Makes one private conversation a firm, with text and file stored once, and one event")
    func stores() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload()
            let draft = try await office.draft(to: .matching(FirmFilter(), except: []), files: [key])
            let before = try await office.counts()
            let broadcast = try await office.send(draft, expecting: 5)
            let expected = [
                "broadcast": 1, "broadcastSkip": 1, "content": 1, "attachment": 1, "everyConversation": 5,
                "everyMessage": 5,
                "unread": 6, "auditEvent": 1,
            ]
            #expect(try await office.added(since: before) == expected)
            #expect(broadcast.firmCount == 5 && broadcast.subject == "Zamknięcie roku")
            let event = try await office.texts(
                "SELECT action || subject || detail FROM auditEvent ORDER BY id DESC LIMIT 1")
            let detail = #"{"files":"1","firms":"5","skipped":"1","subject":"Zamknięcie roku"}"#
            #expect(event == ["broadcastSentbroadcast/\(broadcast.id)\(detail)"])
        }
    }

    @Test("Puts the notice into the inbox of each person who may read, invited ones too, and of nobody else")
    func recipients() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier, cast.furniture, cast.sawmill])
            for (firm, people) in [
                (cast.bakery, [cast.piotr, cast.iwona]), (cast.carrier, [cast.ewa]), (cast.furniture, [cast.tomasz]),
                (cast.sawmill, [cast.tomasz]),
            ] {
                let thread = try await office.thread(broadcast, firm)
                let found = try await office.numbers(
                    """
                    SELECT personId FROM unread WHERE conversationId = \(thread.id) AND messageId = \(thread.lastMessageId)
                    AND firmId = \(firm.id) AND side = 'office'
                    """
                )
                #expect(found == Set(people), "\(firm.name)")
            }
            #expect(try await office.number("SELECT count(*) FROM unread") == 5)
        }
    }

    @Test("Gives each thread its own message of the kind notice, from the sender, at the moment of the send")
    func messages() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier], by: cast.anna)
            for firm in [cast.bakery, cast.carrier] {
                let thread = try await office.thread(broadcast, firm)
                let message = try await office.database.read { db in
                    try Message.fetchOne(
                        db, sql: "SELECT * FROM message WHERE conversationId = ?", arguments: [thread.id])
                }
                #expect(message?.id == thread.lastMessageId && message?.firmId == firm.id)
                #expect(message?.kind == .notice && message?.side == .office && message?.personId == cast.anna)
                #expect(message?.sentAt == office.now && thread.lastMessageAt == office.now)
                #expect(message?.contentId == broadcast.contentId && thread.waitingSince == nil)
            }
        }
    }

    @Test("Skips a disabled person and one whose access has ended")
    func endedPeople() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.iwona)")
            try await office.execute("UPDATE membership SET endedAt = 1 WHERE personId = \(cast.ewa)")
            let draft = try await office.draft(to: .picked([cast.bakery.id, cast.carrier.id]))
            let broadcast = try await office.send(draft, expecting: 1)
            #expect(try await office.numbers("SELECT personId FROM unread") == [cast.piotr])
            let skips = try await office.texts("SELECT firmId || reason FROM broadcastSkip")
            #expect(skips == ["\(cast.carrier.id)noPerson"] && broadcast.firmCount == 1)
        }
    }

    @Test("Pressed twice, one after the other or at once, sends once and gives the same broadcast")
    func twice() async throws {
        try await TestOffice.with { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]))
            async let first = office.send(draft, expecting: 1)
            async let second = office.send(draft, expecting: 1)
            let ids = try await [first.id, second.id]
            let before = try await office.counts()
            office.pass(3600)
            let third = try await office.send(draft, expecting: 1)
            #expect(Set(ids) == [third.id])
            #expect(try await office.counts() == before)
            #expect(before["broadcast"] == 1 && before["everyConversation"] == 1)
        }
    }

    @Test("Is refused when the number of firms is not the one that was promised, and leaves nothing")
    func audienceChanged() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let draft = try await office.draft(to: .picked([cast.bakery.id, cast.carrier.id]))
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.ewa)")
            let before = try await office.counts()
            for count in [2, 0, 3] {
                await #expect(throws: AudienceChanged.self) { try await office.send(draft, expecting: count) }
            }
            #expect(try await office.counts() == before)
            #expect(try await office.send(draft, expecting: 1).firmCount == 1)
        }
    }

    @Test("Is refused when nobody is left, even if that was promised")
    func nobody() async throws {
        try await TestOffice.with { office in
            let draft = try await office.draft(to: .picked([office.cast.empty.id]))
            await #expect(throws: AudienceChanged.self) { try await office.send(draft, expecting: 0) }
            #expect(try await office.number("SELECT count(*) FROM broadcast") == 0)
        }
    }

    @Test("Is nobody's but the author's: another's draft does not exist")
    func foreignDraft() async throws {
        try await TestOffice.with { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]), by: office.cast.marek)
            let ola = office.cast.ola
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try Draft.find(db, draft.key, of: ola) }
            }
        }
    }

    @Test("Tells the recipients' inboxes and the office")
    func live() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let draft = try await office.draft(to: .picked([cast.carrier.id]))
            var ewa = office.database.changes.stream(for: cast.ewa).makeAsyncIterator()
            var dana = office.database.changes.stream(for: cast.dana).makeAsyncIterator()
            _ = try await office.send(draft, expecting: 1)
            #expect(await ewa.next() == ["inbox"])
            #expect(await dana.next() == ["questions", "firms"])
        }
    }

    @Test("Reaches two thousand firms, each exactly once")
    func many() async throws {
        try await TestOffice.with { office in
            let firms = try await office.addFirms(2_000)
            let draft = try await office.draft(to: .matching(FirmFilter(search: "firma"), except: [firms[7].id]))
            #expect(try await office.check(draft).count == 1_999)
            let broadcast = try await office.send(draft, expecting: 1_999)
            let threads = try await office.numbers(
                "SELECT firmId FROM conversation WHERE broadcastId = \(broadcast.id)")
            #expect(threads == Set(firms.map(\.id)).subtracting([firms[7].id]))
            #expect(try await office.number("SELECT count(DISTINCT personId) FROM unread") == 1_999)
            #expect(broadcast.firmCount == 1_999)
        }
    }
}
