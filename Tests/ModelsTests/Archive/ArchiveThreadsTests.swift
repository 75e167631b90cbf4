import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The archive of a firm by conversation")
struct ArchiveThreadsTests {
    @Test("has each conversation once, the latest first, with its messages newest first")
    func order() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let first = try await office.ask("Pierwsze")
            office.pass(60)
            _ = try await office.broadcast(to: [cast.bakery, cast.carrier], "Wspólne")
            office.pass(60)
            try await office.post(first, by: cast.marek, .office, "Odpowiedź")
            _ = try await office.ask("Obce", firm: cast.carrier, by: cast.ewa)
            let found = try await Self.threads(FirmArchive(of: cast.bakery), office)
            #expect(found.threads.map(\.subject) == ["Pierwsze", "Wspólne"] && found.next == nil)
            #expect(found.messages.entries.map(\.body) == ["Odpowiedź", "Prosimy o faktury.", "Kiedy termin?"])
            #expect(found.threads.map(\.waitingSince) == [nil, nil])
        }
    }

    @Test("keeps what was withdrawn, with who did it and when, in the list, one by one and in a search")
    func withdrawn() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery], "Pomyłka")
            office.pass(60)
            let now = office.now
            _ = try await office.database.write { db in
                try sent.withdraw(db, by: cast.anna, in: .wholeOffice, at: now)
            }
            for search in ["", "pomyłka"] {
                var archive = FirmArchive(of: cast.bakery)
                archive.search = search
                let threads = try await Self.threads(archive, office)
                #expect(threads.threads.map(\.subject) == ["Pomyłka"])
                let entries = try await office.database.read { [archive] db in try archive.page(db).entries }
                for entry in threads.messages.entries + entries {
                    #expect(entry.withdrawnBy == "Anna Lis" && entry.withdrawnAt == now)
                }
                #expect(entries.count == 1)
            }
        }
    }

    @Test("goes on from page to page without a gap or a repetition, with a search too")
    func paged() async throws {
        try await TestOffice.with { office in
            _ = try await office.askMany(FirmArchive.threadsOnPage * 2 + 3, minuteEvery: 5)
            for search in ["", "termin"] {
                var archive = FirmArchive(of: office.cast.bakery)
                archive.search = search
                var (seen, sizes, after): ([Int64], [Int], Int64?) = ([], [], nil)
                repeat {
                    let page = try await Self.threads(archive, office, after: after)
                    seen += page.threads.map(\.id)
                    sizes.append(page.threads.count)
                    after = page.next
                } while after != nil
                #expect(sizes == [FirmArchive.threadsOnPage, FirmArchive.threadsOnPage, 3], "\(search)")
                #expect(seen == seen.sorted(by: >) && Set(seen).count == seen.count, "\(search)")
            }
        }
    }

    @Test("shows the last messages of a long conversation, and how many there are", arguments: ["", "kolejne"])
    func long(search: String) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let long = try await office.ask("Długa", "kolejne 0")
            for number in 1...FirmArchive.messagesOfThread + 2 {
                try await office.post(long, by: cast.piotr, .client, "kolejne \(number)")
            }
            var archive = FirmArchive(of: cast.bakery)
            archive.search = search
            let found = try await Self.threads(archive, office)
            let count = FirmArchive.messagesOfThread + 3
            #expect(found.counts == [long.id: count])
            #expect(found.messages.entries.map(\.body) == (3..<count).reversed().map { "kolejne \($0)" })
        }
    }

    @Test("holds, for each choice, the messages that the flat list of print and table holds")
    func sameAsPaper() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload("ewidencja żółta.txt")
            let sent = try await office.broadcast(to: [cast.bakery], "Ewidencja", files: [key])
            let asked = try await office.ask("Łódź", "Kiedy będzie księgowość?")
            office.pass(40 * 24 * 3600)
            try await office.post(asked, by: cast.marek, .office, "Do piątku")
            _ = try await office.ask("Tartak")
            let month = Period(yearOrMonth: "2026-11")?.moments(in: office.zone)
            let choices: [(String, @Sendable (inout FirmArchive) -> Void, Set<String>)] = [
                ("all", { _ in }, ["Ewidencja", "Łódź", "Tartak"]),
                ("office", { $0.side = .office }, ["Ewidencja", "Łódź"]),
                ("client", { $0.side = .client }, ["Łódź", "Tartak"]),
                ("month", { $0.moments = month }, ["Ewidencja", "Łódź"]),
                ("office in the month", { ($0.moments, $0.side) = (month, .office) }, ["Ewidencja"]),
                ("search", { $0.search = "ZOLTA" }, ["Ewidencja"]),
                ("search in a month", { ($0.moments, $0.search) = (month, "piatku") }, []),
                ("unanswered", { $0.open = .unanswered }, ["Tartak"]),
                ("untaken", { [now = office.now] in $0.open = .untaken(now) }, ["Ewidencja"]),
                ("untaken of long ago", { [now = office.now] in $0.open = .untaken(now + 30 * 24 * 3600) }, []),
            ]
            for (name, choose, subjects) in choices {
                var archive = FirmArchive(of: cast.bakery)
                choose(&archive)
                let found = try await Self.threads(archive, office)
                #expect(Set(found.threads.map(\.subject)) == subjects, "\(name)")
                let flat = try await office.database.read { [archive] db in try archive.page(db) }
                #expect(found.messages.entries.map(\.id) == flat.entries.map(\.id), "\(name)")
            }
            let thread = try await office.thread(sent, cast.bakery)
            try await office.download(thread.lastMessageId, by: cast.marek, in: .wholeOffice)
            let untaken = { @Sendable [now = office.now] in
                var archive = FirmArchive(of: cast.bakery)
                archive.open = .untaken(now)
                return try await Self.threads(archive, office).threads.count
            }
            #expect(try await untaken() == 1, "what the office takes itself waits on")
            try await office.download(thread.lastMessageId, by: cast.piotr)
            #expect(try await untaken() == 0)
        }
    }

    @Test("is read, with the head of the card, by indexes alone")
    func plans() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload("ewidencja.txt")
            _ = try await office.broadcast(to: [cast.bakery], "Ewidencja", files: [key])
            _ = try await office.ask("Pytanie")
            let (day, now) = (office.day, office.now)
            let month = Period(yearOrMonth: "2026-11")?.moments(in: office.zone)
            let scans = try await office.database.read { db in
                var statements: [String] = []
                db.trace { if case .statement(let statement) = $0 { statements.append(statement.expandedSQL) } }
                _ = try FirmFacts.find(db, cast.bakery.id, in: .wholeOffice, on: day, at: now)
                var archive = FirmArchive(of: cast.bakery)
                for open in [nil, .unanswered, .untaken(now)] as [FirmArchive.Open?] {
                    for search in ["", "termin"] {
                        (archive.open, archive.search, archive.moments) = (open, search, month)
                        _ = try archive.threads(db, after: 1)
                        archive.moments = nil
                        _ = try archive.threads(db)
                    }
                }
                db.trace(options: [])
                #expect(statements.count > 40)
                return try statements.flatMap { sql in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
                }.filter { plan in
                    plan.hasPrefix("SCAN")
                        && !["json_each", "staff", "chosen", "CONSTANT"].contains { plan.contains($0) }
                }
            }
            #expect(Set(scans) == [])
        }
    }

    private static func threads(
        _ archive: FirmArchive, _ office: TestOffice, after: Int64? = nil
    ) async throws -> FirmArchive.Threads {
        try await office.database.read { db in try archive.threads(db, after: after) }
    }
}
