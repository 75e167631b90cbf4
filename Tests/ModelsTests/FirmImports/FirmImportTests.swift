import Foundation
import Models
import TestSupport
import Testing

@Suite("Taking in a file of firms")
struct FirmImportTests {
    private static let rows = [
        "Nowa;6666666666;KPiR;Jan Nowy;jan@nowa.example", ";6666666666;;Ala Nowa;ala@nowa.example",
        "Piekarnia Kłos;1111111111;;;jan@nowa.example", "Zła;123;KPiR;;",
    ]

    @Test("Adds firms, people and accesses with the journal's entries, and gives nobody a link")
    func takenIn() async throws {
        try await TestOffice.with { office in
            let held = try await office.hold(Self.rows)
            let before = try await office.counts()
            let done = try await office.confirm(held, expecting: "1-2-3-1")
            #expect(done.firmCount == 1 && done.personCount == 2 && done.membershipCount == 3 && done.leftOutCount == 1)
            #expect(done.confirmedAt != nil && done.contents == nil)
            #expect(
                try await office.added(since: before) == [
                    "firm": 1, "taxation": 1, "person": 2, "membership": 3, "outgoingMail": 2, "auditEvent": 5,
                ])
            let actions = try await office.texts(
                "SELECT action FROM auditEvent WHERE personId = \(office.cast.anna) ORDER BY id DESC LIMIT 5")
            #expect(
                actions == ["memberInvited", "memberInvited", "memberInvited", "firmAdded", "firmsImported"])
            var list = FirmList(scope: .wholeOffice, day: office.day)
            list.filter = FirmFilter(search: "ala nowa")
            let search = list
            #expect(try await office.database.read { db in try search.count(db) } == 1)
        }
    }

    @Test("Happens once, however often it is confirmed")
    func once() async throws {
        try await TestOffice.with { office in
            let held = try await office.hold(Self.rows)
            try await office.confirm(held, expecting: "1-2-3-1")
            let after = try await office.counts()
            try await office.confirm(held, expecting: "1-2-3-1")
            try await office.confirm(held, expecting: "anything")
            #expect(try await office.counts() == after)
        }
    }

    @Test("Is all or nothing")
    func allOrNothing() async throws {
        try await TestOffice.with { office in
            let held = try await office.hold(Self.rows)
            let before = try await office.counts()
            try await office.execute(
                "CREATE TRIGGER stop BEFORE INSERT ON membership WHEN NEW.firmId = \(office.cast.bakery.id) "
                    + "BEGIN SELECT raise(ABORT, 'stop'); END")
            await #expect(throws: (any Error).self) { try await office.confirm(held, expecting: "1-2-3-1") }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Is refused when by then something else would happen")
    func changed() async throws {
        try await TestOffice.with { office in
            let held = try await office.hold(Self.rows)
            let now = office.now
            let new = NewFirm(
                name: "Nowa", country: .poland, taxIdentifier: "6666666666", form: .card, supervisor: nil)
            _ = try await office.database.write { db in try Firm.add(db, new, by: nil, on: Cast.day, at: now) }
            let before = try await office.counts()
            await #expect(throws: FirmImportChanged.self) { try await office.confirm(held, expecting: "1-2-3-1") }
            #expect(try await office.counts() == before)
            try await office.confirm(held, expecting: "0-2-3-1")
        }
    }

    @Test("Is its owner's alone, and forgotten after a day")
    func ownerAndSweep() async throws {
        try await TestOffice.with { office in
            let (cast, held) = (office.cast, try await office.hold(Self.rows))
            for other in [cast.marek, cast.ola, cast.piotr] {
                await #expect(throws: NotFound.self) {
                    try await office.database.read { db in try FirmImport.find(db, held.key, of: other) }
                }
            }
            for hours in [23.0, 2.0] {
                office.pass(hours * 3600)
                let now = office.now
                try await office.database.write { db in try FirmImport.sweep(db, at: now) }
                #expect(try await office.number("SELECT count(*) FROM firmImport") == (hours == 23 ? 1 : 0))
            }
        }
    }

    @Test("Takes three hundred firms with four hundred and fifty people")
    func many() async throws {
        try await TestOffice.with { office in
            let rows = TestOffice.identifiers(300).enumerated().flatMap { index, identifier in
                let first = "Firma \(index);\(identifier);KPiR;Osoba \(index);o\(index)@firmy.example"
                return index.isMultiple(of: 2)
                    ? [first, ";\(identifier);;Druga \(index);d\(index)@firmy.example"] : [first]
            }
            let held = try await office.hold(rows)
            let done = try await office.confirm(held, expecting: "300-450-450-0")
            #expect(done.firmCount == 300 && done.membershipCount == 450)
        }
    }
}
