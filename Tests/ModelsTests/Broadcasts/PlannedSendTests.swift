import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("A send that can be undone")
struct PlannedSendTests {
    @Test("Until it is due only the order exists; then everything is posted in one transaction")
    func waits() async throws {
        try await TestOffice.with { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id, office.cast.carrier.id]))
            let before = try await office.counts()
            let planned = try await office.order(draft)
            #expect(try await office.added(since: before) == ["plannedSend": 1])
            #expect(planned.firmCount == 2 && planned.dueAt == office.now.addingTimeInterval(10))
            #expect(try await !office.goNext(at: planned.dueAt.addingTimeInterval(-0.001)))
            #expect(try await office.added(since: before) == ["plannedSend": 1])
            #expect(try await office.goNext(at: planned.dueAt))
            let expected = [
                "broadcast": 1, "content": 1, "everyConversation": 2, "everyMessage": 2, "unread": 3, "auditEvent": 1,
            ]
            #expect(try await office.added(since: before) == expected)
            #expect(try await !office.goNext(at: planned.dueAt), "it goes once")
        }
    }

    @Test("Ordered twice it is one send, and one that went is not ordered again")
    func once() async throws {
        try await TestOffice.with { office in
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]))
            let (first, second) = (try await office.order(draft), try await office.order(draft))
            #expect(first.draftKey == second.draftKey && first.dueAt == second.dueAt)
            #expect(try await office.goNext(at: first.dueAt))
            #expect(try await office.number("SELECT count(*) FROM broadcast") == 1)
            _ = try await office.send(draft, expecting: 1)
            #expect(try await office.number("SELECT count(*) FROM broadcast") == 1)
        }
    }

    @Test("Undone in time it leaves the draft as it was and nothing else, for its sender alone")
    func undone() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let draft = try await office.draft(to: .picked([cast.bakery.id]))
            let planned = try await office.order(draft)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try PlannedSend.undo(db, draft.key, by: cast.marek, at: now) }
            }
            let undo = { @Sendable in
                try await office.database.write { db in try PlannedSend.undo(db, draft.key, by: cast.anna, at: now) }
            }
            #expect(try await undo())
            #expect(try await !undo(), "there is nothing more to undo")
            #expect(try await !office.goNext(at: planned.dueAt))
            #expect(try await office.number("SELECT count(*) FROM everyMessage") == 0)
            #expect(try await office.check(draft).count == 1)
        }
    }

    @Test("Leaves out, with the reason, a firm that may not get it any more, and nobody else")
    func leftOut() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let draft = try await office.draft(
                to: .picked([cast.bakery.id, cast.carrier.id, cast.studio.id, cast.empty.id]))
            let planned = try await office.order(draft)
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.carrier.id)")
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.noa)")
            #expect(try await office.goNext(at: planned.dueAt))
            #expect(try await office.numbers("SELECT firmId FROM message") == [cast.bakery.id])
            let skips = try await office.texts("SELECT firmId || reason FROM broadcastSkip ORDER BY firmId")
            let expected = [(cast.carrier, "closed"), (cast.studio, "noPerson"), (cast.empty, "noPerson")]
            #expect(skips == expected.sorted { $0.0.id < $1.0.id }.map { "\($0.0.id)\($0.1)" })
        }
    }

    @Test("A firm that was left out on the check page gets nothing, though it could by now")
    func asShown() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.noa)")
            let draft = try await office.draft(to: .picked([cast.bakery.id, cast.studio.id]))
            let planned = try await office.order(draft)
            try await office.execute("UPDATE person SET disabledAt = NULL")
            #expect(try await office.goNext(at: planned.dueAt))
            #expect(try await office.numbers("SELECT firmId FROM message") == [cast.bakery.id])
        }
    }

    @Test("A firm whose printouts have a newer version by then is left out and named")
    func newerPrintout() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: cast.carrier))
            let draft = try await office.draft(to: [cast.bakery, cast.carrier], office.choice(.taxLedger))
            let planned = try await office.order(draft, .nothing)
            // The carrier would get a ledger that the sender was not shown.
            try await office.execute("DELETE FROM plannedPrintout")
            #expect(try await office.goNext(at: planned.dueAt))
            #expect(try await office.numbers("SELECT firmId FROM message") == [cast.bakery.id])
            #expect(
                try await office.texts("SELECT firmId || reason FROM broadcastSkip") == [
                    "\(cast.carrier.id)newerPrintout"
                ])
        }
    }

    @Test("A file that looks like another firm's by then stops the firm that would get it, or all of them")
    func wrongFile() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("1111111111"), try await office.readPDF("2222222222", named: "b.pdf"),
            ]
            let sorted = try await office.sortFiles(keys)
            try await office.review(sorted)
            let planned = try await office.order(sorted)
            // The carrier's number turns out to be another's.
            try await office.execute(
                "UPDATE firm SET taxIdentifier = '2222222222' WHERE id = \(cast.studio.id) AND country = 'PL'")
            try await office.execute("UPDATE firm SET taxIdentifier = '9876543210' WHERE id = \(cast.carrier.id)")
            try await office.execute(
                "UPDATE firm SET taxIdentifier = '2222222222' WHERE id = \(cast.furniture.id)")
            #expect(try await office.goNext(at: planned.dueAt))
            #expect(try await office.numbers("SELECT firmId FROM message") == [cast.bakery.id])
            #expect(try await office.texts("SELECT reason FROM broadcastSkip") == ["wrongFile"])

            let common = try await office.draft(
                to: .picked([cast.bakery.id, cast.carrier.id]), files: [office.readPDF("7777777777", named: "c.pdf")])
            let second = try await office.order(common)
            try await office.execute("UPDATE firm SET taxIdentifier = '7777777777' WHERE id = \(cast.sawmill.id)")
            #expect(try await office.goNext(at: second.dueAt))
            #expect(try await office.texts("SELECT failure FROM plannedSend") == ["wrongFiles"])
            #expect(try await office.number("SELECT count(*) FROM broadcast") == 1)
        }
    }

    @Test(
        "Fails as a whole, and says why, when it is over, when a file is lost, when nobody is left, without its sender")
    func failures() async throws {
        let changes = [
            "expired": "UPDATE draft SET expiresOn = '2026-11-19'",
            "nobody": "UPDATE firm SET closedAt = 1",
            "noRight": "UPDATE person SET disabledAt = 1 WHERE email = 'anna@biuro.example'",
            "filesLost": "INSERT INTO lostFile SELECT id, 1, 'Anna', 'Dysk' FROM storedFile",
        ]
        for (failure, change) in changes {
            try await TestOffice.with { office in
                let draft = try await office.draft(to: .picked([office.cast.bakery.id]), files: [office.upload()])
                let planned = try await office.order(draft)
                try await office.execute(change)
                #expect(try await office.goNext(at: planned.dueAt))
                #expect(try await office.texts("SELECT failure FROM plannedSend") == [failure])
                #expect(try await office.number("SELECT count(*) FROM everyMessage") == 0)
                #expect(try await !office.goNext(at: planned.dueAt), "it is not tried again by itself")
            }
        }
    }

    @Test("Sends that came due while nobody was there go in the order of their times")
    func overdue() async throws {
        try await TestOffice.with { office in
            for subject in ["Pierwsze", "Drugie"] {
                _ = try await office.order(office.draft(to: .picked([office.cast.bakery.id]), subject))
                office.pass(1)
            }
            let later = office.now.addingTimeInterval(3600 * 24 * 3)
            while try await office.goNext(at: later) {}
            #expect(try await office.texts("SELECT subject FROM broadcast ORDER BY id") == ["Pierwsze", "Drugie"])
        }
    }

    @Test("Its draft can be neither changed, thrown away nor swept while it waits")
    func kept() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let draft = try await office.draft(to: .picked([cast.bakery.id]))
            _ = try await office.order(draft)
            try await office.database.write { db in
                let new = Draft.New(
                    subject: "Inny", content: NewContent(body: "Inna"), audience: .picked([cast.bakery.id]))
                let other = try Draft.keep(
                    db, new, keptAs: draft.key, by: cast.anna, in: .wholeOffice, on: day, at: now)
                #expect(other.key != draft.key)
                try Draft.remove(db, draft.key, of: cast.anna)
                try Draft.sweep(db, at: now.addingTimeInterval(3600 * 24 * 100))
                #expect(try Draft.find(db, draft.key, of: cast.anna).subject == draft.subject)
                #expect(try Draft.unfinished(db, of: cast.anna).isEmpty, "the other one was swept")
            }
        }
    }
}
