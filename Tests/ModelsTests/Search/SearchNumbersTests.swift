import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("Numbers in every search field")
struct SearchNumbersTests {
    @Test("Of messages are found and marked however they are written")
    func messages() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            _ = try await office.ask("Konto", "Proszę na PL61 1090 1014 0000 0712 1981 2874, kwota 12 345,67 zł")
            _ = try await office.ask("Telefon", "Dzwońcie: +48 600-000-597, NIP 526-104-08-28")
            for typed in ["PL61109010140000071219812874", "61 1090 1014 0000", "12345,67", "12345", "12.345,67 zł"] {
                #expect(try await office.found(typed, by: piotr) == ["Konto"], "\(typed)")
            }
            for typed in ["600000597", "600 000 597", "+48600000597", "5261040828", "PL 526 104 08 28", "NIP 526-104"] {
                #expect(try await office.found(typed, by: piotr) == ["Telefon"], "\(typed)")
            }
            #expect(try await office.found("600000598", by: piotr) == [])
            let pieces = SearchExcerpt.around("NIP 526-104-08-28, koniec", SearchQuery("5261040828"))
            #expect(pieces.filter(\.isMatch).map(\.text) == ["526-104-08-28"])
        }
    }

    @Test("Of files are found by their names")
    func files() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            let key = try await office.upload("umowa_526-104-08-28.txt", by: piotr)
            _ = try await office.ask("Z plikiem", "Treść", files: [key])
            for typed in ["5261040828", "526 104 08 28", "PL5261040828"] {
                let names = try await office.database.read { db in
                    try Search.find(db, typed, .files, after: nil, in: .member(piotr)).files.rows.map(\.file.name)
                }
                #expect(names == ["umowa_526-104-08-28.txt"], "\(typed)")
            }
        }
    }

    @Test(
        "Of firms are found on the list, among imports, when firms are given to staff, and with their people's phones")
    func firms() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            _ = try await office.database.write { db in
                try Membership.invite(
                    db, NewPerson(name: "Jan Nowy", email: "jan@nowa.example", phone: "+48 600-000-597", language: .pl),
                    to: cast.bakery, by: cast.anna, at: now)
            }
            let found = { @Sendable (typed: String) in
                try await office.database.read { db in
                    try Search.firms(db, typed, in: .wholeOffice, on: day, limit: 9)
                }
            }
            for typed in ["111-111-11-11", "PL 1111111111", "NIP: 111 111 11 11", "600000597", "+48 600 000 597"] {
                #expect(try await found(typed).firms.map(\.id) == [cast.bakery.id], "\(typed)")
            }
            #expect(try await found("ח.פ. 51-111111-4").firms.map(\.name) == ["Studio Noa"])
            #expect(try await found("600 000 597").people.map(\.name) == ["Jan Nowy"])
            let rows = try await office.database.read { db in
                try StaffFirms.Show.allCases.flatMap { show in
                    var firms = StaffFirms(person: cast.marek, day: day)
                    (firms.show, firms.search) = (show, "PL 111-111-11-11")
                    return try firms.page(db)
                }
            }
            #expect(rows.map(\.id) == [cast.bakery.id])
        }
    }

    @Test("Of the journal and of a firm's archive are found")
    func journal() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            _ = try await office.ask("Kwota", "Do zapłaty 12 345,67 zł")
            var archive = FirmArchive(of: cast.bakery)
            archive.search = "12345.67"
            let entries = try await office.database.read { [archive] db in try archive.page(db).entries }
            #expect(entries.map(\.subject) == ["Kwota"])
            try await office.database.write { db in
                try AuditEvent.write(db, .firmAdded, by: cast.anna, ["number": "526-104-08-28"], at: now)
            }
            for typed in ["5261040828", "PL 526 104 08 28"] {
                var filter = AuditLog.Filter()
                filter.text = typed
                let found = try await office.database.read { [filter] db in try AuditLog(filter).page(db).entries }
                #expect(found.map { $0.fact("number") } == ["526-104-08-28"], "\(typed)")
            }
        }
    }
}
