import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The check before a send")
struct DraftCheckTests {
    @Test("Names who gets the notice, invited people among them, by the firm's name")
    func recipients() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let check = try await office.check(office.draft(to: .matching(FirmFilter(), except: [])))
            let firms = [cast.furniture, cast.bakery, cast.carrier, cast.studio, cast.sawmill]
            #expect(check.recipients.map(\.firmId) == firms.map(\.id))
            let bakery = try #require(check.recipients.first { $0.firmId == cast.bakery.id })
            #expect(Set(bakery.people.components(separatedBy: ", ")) == ["Piotr Kłos", "Iwona Kłos"])
            #expect(bakery.activeCount == 1)
            #expect(check.skipped.map(\.firmId) == [cast.empty.id])
        }
    }

    @Test("Names who is skipped, and why: nobody there, closed since, no longer one's own")
    func skipped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let firms = [cast.bakery, cast.furniture, cast.sawmill, cast.empty]
            let draft = try await office.draft(to: .picked(firms.map(\.id)), by: cast.marek)
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.furniture.id)")
            let (day, now) = (office.day, office.now)
            try await office.database.write { db in
                try Assignment.assign(
                    db, firm: cast.sawmill.id, to: cast.dana, duty: .supervisor, from: day, by: cast.anna, at: now
                )
            }
            let check = try await office.check(draft)
            let reasons = Dictionary(uniqueKeysWithValues: check.skipped.map { ($0.firmId, $0.reason) })
            #expect(reasons == [cast.empty.id: .noPerson, cast.furniture.id: .closed])
            #expect(check.notYoursCount == 1 && check.skippedCount == 3, "what is not one's own is counted, not named")
            #expect(check.recipients.map(\.firmId) == [cast.bakery.id])
            let broadcast = try await office.send(draft, expecting: 1)
            #expect(
                try await office.number("SELECT count(*) FROM conversation WHERE broadcastId = \(broadcast.id)") == 1)
            #expect(try await office.number("SELECT count(*) FROM broadcastSkip") == 3)
        }
    }

    @Test("Finds the same notice sent earlier the same day, by anyone, to some of the firms")
    func sentToday() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier, cast.furniture])
            // One minute before midnight in Warsaw.
            office.pass(10 * 3600 + 59 * 60)
            let again = try await office.draft(
                to: .picked([cast.bakery.id, cast.furniture.id, cast.sawmill.id]), by: cast.marek)
            let found = try #require(try await office.check(again).sentToday)
            #expect(found.broadcastId == sent.id && found.firmCount == 2 && found.sentAt == sent.sentAt)
        }
    }

    @Test("Does not find it the next day, though an hour has hardly passed")
    func nextDay() async throws {
        try await TestOffice.with { office in
            office.pass(10.5 * 3600)
            _ = try await office.broadcast(to: [office.cast.bakery])
            office.pass(1800)
            let again = try await office.draft(to: .picked([office.cast.bakery.id]))
            #expect(try await office.check(again).sentToday == nil)
        }
    }

    @Test("Does not find another text, another subject, or the same to other firms")
    func different() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.bakery])
            for draft in try await [
                office.draft(to: .picked([cast.bakery.id]), "Zamknięcie roku", "Prosimy o faktury!"),
                office.draft(to: .picked([cast.bakery.id]), "Zamknięcie roku 2026"),
                office.draft(to: .picked([cast.carrier.id])),
            ] {
                #expect(try await office.check(draft).sentToday == nil)
            }
        }
    }
}
