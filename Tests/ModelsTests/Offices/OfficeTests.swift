import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Founding an office")
struct OfficeTests {
    private static func inEmptyFolder(_ test: (OfficeDatabase) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "skrytka-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try OfficeDatabase(path: folder.appendingPathComponent("office.sqlite").path)
        try await test(database)
        try database.close()
    }

    private static let office = NewOffice(
        name: " Biuro  Lis ", country: .poland, taxIdentifier: "526-025-02-74", phone: "+48 600 100 200",
        email: "Anna@Biuro.example", headName: "Anna Lis", language: .pl
    )

    @Test("Makes it with its head, whom a link lets in")
    func create() async throws {
        try await Self.inEmptyFolder { database in
            let link = try await database.write { db in try Office.create(db, Self.office, at: Cast.start) }
            let (office, staff, person) = try await database.read { db in
                (
                    try #require(try Office.find(db)), try Staff.find(db, personId: link.personId),
                    try Person.find(db, link.personId)
                )
            }
            #expect(office.name == "Biuro Lis" && office.taxIdentifier == "5260250274" && !office.isDemo)
            #expect(office.timeZone == "Europe/Warsaw" && office.createdAt == Cast.start)
            #expect(staff?.role == .head && person.email == "anna@biuro.example" && person.isInvited)
            #expect(link.purpose == .activation)
            #expect(
                try await database.read { db in try PersonalLink.find(db, link.token, at: Cast.start).personId }
                    == person.id)
        }
    }

    @Test("Is refused where there is one already, which stays as it is")
    func once() async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            await #expect(throws: OfficeExists.self) {
                try await office.database.write { db in _ = try Office.create(db, Self.office, at: Cast.start) }
            }
            #expect(try await office.counts() == before)
            #expect(try await office.texts("SELECT name FROM office") == ["Biuro Testowe"])
        }
    }

    @Test("Is refused with every wrong field named, and leaves nothing")
    func refused() async throws {
        try await Self.inEmptyFolder { database async throws in
            var wrong = Self.office
            (wrong.name, wrong.taxIdentifier, wrong.phone) = ("", "5260250275", "12")
            let new = wrong
            let invalid = await #expect(throws: Invalid.self) {
                try await database.write { db in _ = try Office.create(db, new, at: Cast.start) }
            }
            #expect(invalid?.problems.map(\.field) == ["name", "phone", "tax-identifier"])
            wrong = Self.office
            wrong.email = "anna"
            let badHead = wrong
            await #expect(throws: Invalid("email", "errors.emailWrong")) {
                try await database.write { db in _ = try Office.create(db, badHead, at: Cast.start) }
            }
            #expect(try await database.read { db in try Office.find(db) == nil })
        }
    }

    @Test("Gives days of its own zone")
    func today() async throws {
        try await TestOffice.with { office in
            let found = try #require(try await office.database.read { db in try Office.find(db) })
            #expect(found.today(at: office.now) == Cast.day)
            #expect(found.today(at: office.now.addingTimeInterval(11 * 3600)).text == "2026-11-21")
        }
    }
}
