import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The settings of a firm")
struct FirmSettingsTests {
    @Test("change with a journal of what was and what is, and are found by the new name")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            var new = FirmSettings(
                name: "Piekarnia Kłos i Syn", country: .poland, taxIdentifier: "111-111-11-11", vat: .quarterly,
                approvalRequired: true, tags: ["chleb", " Chleb ", "VIP"]
            )
            let firm = try await make(office, .settings(new))
            #expect(firm.name == new.name && firm.vat == .quarterly && firm.approvalRequired)
            let (tags, detail, found) = try await office.database.read { db in
                (
                    try FirmTags.of(db, firm: firm.id), try Self.lastDetail(db),
                    try String.fetchOne(db, sql: "SELECT searchText FROM firm WHERE id = ?", arguments: [firm.id]) ?? ""
                )
            }
            #expect(tags == ["chleb", "VIP"] && found.contains("syn"))
            #expect(detail.contains("Piekarnia Kłos → Piekarnia Kłos i Syn") && !detail.contains("identifier"))
            new.taxIdentifier = "2222222222"
            await #expect(throws: Invalid.self, "the carrier has this NIP") { try await make(office, .settings(new)) }
            new.taxIdentifier = "1111111112"
            await #expect(throws: Invalid.self) { try await make(office, .settings(new)) }
            _ = cast
        }
    }

    @Test("give a taxation form from a day, correct the last one by its day, and take it away again")
    func taxation() async throws {
        try await TestOffice.with { office in
            let (spring, before) = (try #require(Day("2027-04-01")), try #require(Day("2026-01-01")))
            try await make(office, .taxation(.ledger, from: spring))
            #expect(try await taxations(office) == ["ledger 2027-04-01 -", "lumpSum 2026-11-20 2027-03-31"])
            try await make(office, .taxation(.fullBooks, from: spring))
            #expect(try await taxations(office) == ["fullBooks 2027-04-01 -", "lumpSum 2026-11-20 2027-03-31"])
            try await make(office, .lastTaxationRemoved)
            #expect(try await taxations(office) == ["lumpSum 2026-11-20 -"])
            let summer = try #require(Day("2026-07-01"))
            try await make(office, .taxation(.lumpSum, from: summer))
            #expect(try await taxations(office) == ["lumpSum 2026-07-01 -"], "it began before the firm came here")
            try await make(office, .taxation(.card, from: before))
            #expect(try await taxations(office) == ["lumpSum 2026-07-01 -", "card 2026-01-01 2026-06-30"])
            try await make(office, .taxation(.ledger, from: #require(Day("2026-03-01"))))
            #expect(
                try await taxations(office) == [
                    "lumpSum 2026-07-01 -", "ledger 2026-03-01 2026-06-30", "card 2026-01-01 2026-02-28",
                ])
            try await make(office, .taxation(.lumpSum, from: #require(Day("2026-03-01"))))
            #expect(try await taxations(office) == ["lumpSum 2026-03-01 -", "card 2026-01-01 2026-02-28"])
            try await make(office, .lastTaxationRemoved)
            #expect(try await taxations(office) == ["card 2026-01-01 -"])
            await #expect(throws: Invalid("taxation", "errors.taxationOnly")) {
                try await make(office, .lastTaxationRemoved)
            }
        }
    }

    @Test("give a supervisor today or from a day to come, never back in time, and nobody from outside")
    func supervisor() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (day, later) = (office.day, try #require(Day("2026-12-01")))
            try await make(office, .supervisor(cast.dana, from: later))
            #expect(try await supervisors(office) == ["Marek Wilk 2026-11-20", "Dana Bar 2026-12-01"])
            // Changed again before that day: there is neither a gap nor an overlap.
            try await make(office, .supervisor(cast.dana, from: day))
            #expect(try await supervisors(office) == ["Dana Bar 2026-11-20"])
            await #expect(throws: Invalid.self) {
                try await make(office, .supervisor(cast.dana, from: try #require(Day("2026-11-19"))))
            }
            await #expect(throws: Invalid.self) { try await make(office, .supervisor(cast.piotr, from: day)) }
        }
    }

    @Test("archive a firm: it leaves the list, its people read and write no more, and it comes back whole")
    func closed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let asked = try await office.ask()
            let firm = try await make(office, .closed)
            try await make(office, .closed)
            #expect(firm.isClosed)
            let (day, scope) = (office.day, FirmScope.wholeOffice)
            let (ids, events, read) = try await office.database.read { db in
                (
                    try FirmList(scope: scope, day: day).ids(db),
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM auditEvent WHERE action = 'firmClosed'"),
                    try Inbox.fetch(db, of: cast.piotr).read.count
                )
            }
            #expect(!ids.contains(firm.id) && events == 1 && read == 1)
            await #expect(throws: Invalid("body", "errors.firmClosed")) {
                try await office.post(asked, by: cast.piotr, .client)
            }
            await #expect(throws: Invalid("firm", "errors.firmClosed")) {
                try await office.ask(firm: firm)
            }
            let back = try await make(office, .broughtBack)
            #expect(!back.isClosed)
            try await office.post(asked, by: cast.piotr, .client)
        }
    }

    @discardableResult
    private func make(_ office: TestOffice, _ change: FirmChange) async throws -> Firm {
        let (cast, day, now) = (office.cast, office.day, office.now)
        return try await office.database.write { db in
            try Firm.find(db, cast.bakery.id, in: .wholeOffice).make(db, change, by: cast.anna, on: day, at: now)
            return try Firm.find(db, cast.bakery.id, in: .wholeOffice)
        }
    }

    private func taxations(_ office: TestOffice) async throws -> [String] {
        let bakery = office.cast.bakery
        return try await office.database.read { db in
            try bakery.taxations(db).map { "\($0.form.rawValue) \($0.validFrom.text) \($0.validUntil?.text ?? "-")" }
        }
    }

    private func supervisors(_ office: TestOffice) async throws -> [String] {
        let (bakery, day) = (office.cast.bakery, office.day)
        return try await office.database.read { db in
            try bakery.supervisors(db, from: day).map { "\($0.personName) \($0.fromOn.text)" }
        }
    }

    private static func lastDetail(_ db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT detail FROM auditEvent ORDER BY id DESC LIMIT 1") ?? ""
    }
}
