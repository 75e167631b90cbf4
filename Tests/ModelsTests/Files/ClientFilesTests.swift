import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The files of a client of many years")
struct ClientFilesTests {
    /// Inserts the bakery's messages of ten years; two of three have a file.
    private static func decade(_ office: TestOffice) async throws {
        let (cast, now) = (office.cast, office.now)
        let keys = try await [
            office.upload("lista.csv", "a;b\n1;2\n", by: cast.piotr), office.upload("plan.txt", by: cast.piotr),
        ]
        try await office.database.write { db in
            for key in keys {
                _ = try Conversation.ask(
                    db, "Pierwsze", NewContent(body: "Plik", files: [key]), firm: cast.bakery, by: cast.piotr,
                    on: Cast.day, at: now)
            }
            let firm = cast.bakery.id
            try db.execute(
                literal: """
                    WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 300)
                    INSERT INTO everyMessage (conversationId, firmId, contentId, personId, side, kind, sentAt, hasFiles)
                    SELECT conversationId, firmId, contentId, personId, iif(n % 2, 'office', 'client'), 'answer',
                        sentAt - n * 1000000000, n % 3 > 0
                    FROM many JOIN message ON message.id = (
                        SELECT max(id) - many.n % 2 FROM message WHERE firmId = \(firm))
                    """)
        }
    }

    private static func files(_ office: TestOffice) -> ClientFiles {
        ClientFiles(of: office.cast.piotr, at: office.now, in: TimeZone(identifier: "Europe/Warsaw") ?? .gmt)
    }

    @Test("come page by page, the latest first, each once, and are counted as they come")
    func pages() async throws {
        try await TestOffice.with { office in
            try await Self.decade(office)
            for (group, year) in [(nil, nil), (.others, nil), (nil, 2024), (.others, 2024)]
                as [(ClientFiles.Group?, Int?)]
            {
                var files = Self.files(office)
                (files.group, files.year) = (group, year)
                let asked = files
                try await office.database.read { db in
                    var (all, key): ([ClientFiles.File], ClientFiles.Key?) = ([], nil)
                    repeat {
                        let page = try asked.page(db, after: key, limit: 7)
                        all += page.files
                        key = page.next
                    } while key != nil
                    #expect(all.map(\.sortedAt) == all.map(\.sortedAt).sorted(by: >))
                    #expect(Set(all.map(\.key.text)).count == all.count && all.count > 0)
                    #expect(year == nil || all.count < 60)
                    let counts = asked.counts(of: try asked.entries(db))
                    #expect(counts.all == all.count && counts.years.count >= 9)
                    #expect(counts.years == counts.years.sorted(by: >))
                    #expect(counts.groups.map(\.group) == [.others] && counts.groups[0].hasWaiting)
                }
            }
        }
    }

    @Test("are told apart by state: each waits or does not")
    func states() async throws {
        try await TestOffice.with { office in
            try await Self.decade(office)
            var (all, waiting, seen) = (Self.files(office), Self.files(office), Self.files(office))
            (waiting.state, seen.state) = (.waiting, .seen)
            let asked = (all, waiting, seen)
            let found = try await office.database.read { db in
                try [asked.0, asked.1, asked.2].map { try $0.page(db, limit: 1_000).files.map(\.key.text) }
            }
            #expect(!found[1].isEmpty && Set(found[1]).isDisjoint(with: found[2]))
            #expect(Set(found[1] + found[2]) == Set(found[0]) && found[0].count == found[1].count + found[2].count)
            all.firm = office.cast.carrier.id
            let other = all
            #expect(try await office.database.read { db in try other.page(db).files.isEmpty })
        }
    }

    @Test("have those that wait for download named on the first page, as many as the list has")
    func waiting() async throws {
        try await TestOffice.with { office in
            try await Self.decade(office)
            var files = Self.files(office)
            files.state = .waiting
            let asked = files
            let (named, listed) = try await office.database.read { db in
                (
                    try ClientFiles.waiting(db, of: office.cast.piotr, firm: nil, at: office.now),
                    try asked.page(db, limit: 1_000).files
                )
            }
            #expect(!named.isEmpty && named.count == listed.count)
            #expect(Set(named.map(\.messageId)) == Set(listed.map(\.messageId)))
            #expect(named.map(\.messageId) == named.map(\.messageId).sorted(by: >))
            #expect(named.allSatisfy { $0.name == "plan.txt" || $0.name == "lista.csv" })
        }
    }

    @Test("are found among the messages that have files: none of the others is gone through")
    func plan() async throws {
        try await TestOffice.with { office in
            let listed = Self.files(office).listed
            let plan = try await office.database.read { db in
                try Row.fetchAll(db, SQLRequest<Row>("EXPLAIN QUERY PLAN \(listed)")).map { $0["detail"] as String }
            }
            #expect(plan.count { $0.contains("USING INDEX messageWithFiles") } == 2, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("LIST SUBQUERY") }, "\(plan)")
        }
    }
}
