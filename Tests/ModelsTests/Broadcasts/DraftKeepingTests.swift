import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A notice that keeps itself")
struct DraftKeepingTests {
    private static func keep(
        _ office: TestOffice, _ key: String, _ subject: String, _ body: String = "", to firms: [Firm] = [],
        files: [String] = [], by person: Int64? = nil
    ) async throws -> Draft {
        let (sender, day, now) = (person ?? office.cast.anna, office.day, office.now)
        let new = Draft.New(
            subject: subject, content: NewContent(body: body, isMarked: true, files: files),
            audience: .picked(firms.map(\.id)))
        return try await office.database.write { db in
            try Draft.keep(db, new, keptAs: key, by: sender, in: .wholeOffice, on: day, at: now)
        }
    }

    private static func unfinished(_ office: TestOffice) async throws -> [Draft.Unfinished] {
        let person = office.cast.anna
        return try await office.database.read { db in try Draft.unfinished(db, of: person) }
    }

    @Test("Stays one draft however often it is saved, with what was typed, ticked and attached last")
    func one() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let file = try await office.upload()
            let first = try await Self.keep(office, "", "Zam")
            office.pass(60)
            _ = try await Self.keep(office, first.key, "Zamknięcie", "Prosimy", to: [cast.bakery], files: [file])
            office.pass(60)
            let last = try await Self.keep(
                office, first.key, "Zamknięcie roku", "Prosimy o faktury", to: [cast.bakery, cast.carrier],
                files: [file])
            #expect(last.key == first.key)
            let found = try await Self.unfinished(office)
            #expect(found.map(\.subject) == ["Zamknięcie roku"] && found[0].firmCount == 2)
            #expect(found[0].changedAt == office.now)
            #expect(try await office.number("SELECT count(*) FROM draftFile") == 1)
            _ = try await office.send(last, expecting: 2)
            #expect(try await Self.unfinished(office).isEmpty)
        }
    }

    @Test("The key that the page brings is taken, so that two saves under way at once are one draft")
    func ownKey() async throws {
        try await TestOffice.with { office in
            let key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            let (first, second) = (
                try await Self.keep(office, key, "Temat"), try await Self.keep(office, key, "Temat dalej")
            )
            #expect(first.key == key && second.key == key)
            let other = try await Self.keep(office, "nie klucz", "Inny")
            #expect(other.key.count == 43)
        }
    }

    @Test("A colleague's key changes nothing of the colleague's draft")
    func foreign() async throws {
        try await TestOffice.with { office in
            let own = try await Self.keep(office, "", "Mój")
            let other = try await Self.keep(office, own.key, "Cudzy", by: office.cast.marek)
            #expect(other.key != own.key)
            #expect(try await Self.unfinished(office).map(\.subject) == ["Mój"])
            let (marek, key) = (office.cast.marek, own.key)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Draft.remove(db, key, of: marek) }
            }
        }
    }

    @Test("A notice that was sent is not changed by a page that is still open")
    func sent() async throws {
        try await TestOffice.with { office in
            let draft = try await Self.keep(office, "", "Temat", "Treść", to: [office.cast.bakery])
            _ = try await office.send(draft, expecting: 1)
            let other = try await Self.keep(office, draft.key, "Nowy temat", "Treść", to: [office.cast.bakery])
            #expect(other.key != draft.key)
            #expect(try await office.texts("SELECT subject FROM draft WHERE broadcastId IS NOT NULL") == ["Temat"])
        }
    }

    @Test("Empty ones are not offered; those of a month ago are gone, and what was changed since stays")
    func swept() async throws {
        try await TestOffice.with { office in
            _ = try await Self.keep(office, "", "", "")
            let old = try await Self.keep(office, "", "Stary")
            let changed = try await Self.keep(office, "", "Zmieniony")
            #expect(try await Self.unfinished(office).count == 2)
            office.pass(3600 * 24 * 20)
            _ = try await Self.keep(office, changed.key, "Zmieniony")
            let now = office.now.addingTimeInterval(3600 * 24 * 11)
            try await office.database.write { db in try Draft.sweep(db, at: now) }
            #expect(try await Self.unfinished(office).map(\.key) == [changed.key])
            #expect(old.key != changed.key)
        }
    }
}
