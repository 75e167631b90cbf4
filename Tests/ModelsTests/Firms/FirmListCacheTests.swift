import Dates
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The kept counts of the firm list")
struct FirmListCacheTests {
    /// A change of each table that the list counts from.
    private static let changes: [String: @Sendable (Cast) -> String] = [
        "firm": { "UPDATE firm SET vat = 'monthly' WHERE id = \($0.bakery.id)" },
        "taxation": { "UPDATE taxation SET form = 'card' WHERE firmId = \($0.bakery.id)" },
        "assignment": { "UPDATE assignment SET personId = \($0.dana) WHERE firmId = \($0.bakery.id)" },
        "firmTag": { "INSERT INTO firmTag VALUES (\($0.bakery.id), 'sezon', 'Sezon')" },
        "membership": { "UPDATE membership SET endedAt = 1 WHERE firmId = \($0.furniture.id)" },
        "person": { "UPDATE person SET disabledAt = 1 WHERE id = \($0.tomasz)" },
        "unread": { _ in "DELETE FROM unread" },
        "readReceipt": { "INSERT INTO readReceipt SELECT min(id), \($0.piotr), 1 FROM message" },
        "everyConversation": { _ in "UPDATE everyConversation SET waitingSince = NULL" },
    ]

    @Test("Are read anew after a change of each table that they come from", arguments: changes.keys.sorted())
    func change(table: String) async throws {
        try await TestOffice.with { office in
            _ = try await office.broadcast(to: [office.cast.bakery])
            _ = try await office.ask()
            let before = try await Self.lists(office)
            #expect(before.kept == before.fresh)
            let change = try #require(Self.changes[table])
            try await office.execute(change(office.cast))
            let after = try await Self.lists(office)
            #expect(after.version == before.version + 1)
            #expect(after.kept == after.fresh)
            #expect(after.kept != before.kept, "the change is one that the list shows")
        }
    }

    @Test("Watch all tables that these tests change")
    func tables() { #expect(FirmListCache.tables == Set(Self.changes.keys)) }

    @Test("Are right where a verb fails, also after the next verb, which changes nothing of theirs")
    func rollback() async throws {
        try await TestOffice.with { office in
            let before = try await Self.lists(office)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in
                    try db.execute(sql: "UPDATE firm SET vat = 'monthly'")
                    throw NotFound()
                }
            }
            try await office.execute("UPDATE office SET phone = NULL")
            let after = try await Self.lists(office)
            #expect(after.kept == before.kept && after.kept == after.fresh)
        }
    }

    @Test("Of a scope, a day or a state of the database are no other's")
    func keys() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            let cache = try #require(office.database.firmListCache)
            let later = try #require(Day("2030-01-01"))
            try await office.execute("UPDATE assignment SET untilOn = '2029-12-31' WHERE personId = \(cast.ola)")
            let counts = try await office.database.read { db in
                try [(FirmScope.wholeOffice, day), (.assigned(to: cast.ola, on: day), day)].map {
                    try cache.firms(db, of: $0.0, on: $0.1).byName.count
                } + [cache.firms(db, of: .assigned(to: cast.ola, on: later), on: later).byName.count]
            }
            #expect(counts == [6, 1, 0])
        }
    }

    private struct Lists {
        let version: Int64
        /// The options of each firm, from the kept counts and read anew.
        let kept, fresh: [Int64: Set<FirmOption>]
    }

    private static func lists(_ office: TestOffice) async throws -> Lists {
        let day = office.day
        let cache = try #require(office.database.firmListCache)
        return try await office.database.read { db in
            func options(_ firms: ScopedFirms) -> [Int64: Set<FirmOption>] {
                Dictionary(uniqueKeysWithValues: firms.byName.map { ($0.id, Set($0.options)) })
            }
            return Lists(
                version: try Int64.fetchOne(db, sql: "SELECT number FROM firmListVersion") ?? 0,
                kept: options(try cache.firms(db, of: .wholeOffice, on: day)),
                fresh: options(try ScopedFirms.read(db, .wholeOffice, on: day)))
        }
    }
}
