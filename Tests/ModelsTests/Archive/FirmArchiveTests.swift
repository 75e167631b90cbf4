import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The archive of a firm")
struct FirmArchiveTests {
    @Test("holds every message of every conversation of the firm, newest first, and none of another firm")
    func everything() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.bakery, cast.carrier], "Wspólne")
            let asked = try await office.ask("Zaliczka")
            try await office.post(asked, by: cast.ola, .office, "Do 20 grudnia")
            _ = try await office.ask("Obce", firm: cast.carrier, by: cast.ewa)
            let page = try await office.database.read { db in try FirmArchive(of: cast.bakery).page(db) }
            #expect(page.entries.map(\.subject) == ["Zaliczka", "Zaliczka", "Wspólne"])
            #expect(page.entries.map(\.side) == [.office, .client, .office])
            #expect(page.entries.map(\.kind) == [.answer, .message, .notice])
            #expect(page.next == nil)
        }
    }

    @Test("goes on from page to page over the index of the firm's messages, without a gap or a repetition")
    func paged() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.askMany(FirmArchive.pageSize * 2 + 3)
            let (seen, sizes) = try await office.database.read { db in
                var (seen, sizes, before): ([Int64], [Int], Int64?) = ([], [], nil)
                repeat {
                    let page = try FirmArchive(of: cast.bakery).page(db, before: before)
                    seen += page.entries.map(\.id)
                    sizes.append(page.entries.count)
                    before = page.next
                } while before != nil
                return (seen, sizes)
            }
            #expect(sizes == [FirmArchive.pageSize, FirmArchive.pageSize, 3])
            #expect(seen == seen.sorted(by: >) && Set(seen).count == seen.count)
            let plan = try await office.database.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN SELECT id FROM message WHERE firmId = 1 AND id < 9 ORDER BY id DESC"
                ).map { $0["detail"] as String }
            }
            #expect(plan.allSatisfy { $0.contains("messageByFirm") && !$0.contains("TEMP") }, "\(plan)")
        }
    }

    @Test("is searched by words of text, subject and file names, whatever their marks, and by side and month")
    func filtered() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload("ewidencja żółta.txt")
            _ = try await office.broadcast(to: [cast.bakery], "Ewidencja", files: [key])
            office.pass(40 * 24 * 3600)
            _ = try await office.ask("Łódź", "Kiedy będzie księgowość?")
            let find = { (change: @Sendable (inout FirmArchive) -> Void) in
                var archive = FirmArchive(of: cast.bakery)
                change(&archive)
                let chosen = archive
                return try await office.database.read { db in try chosen.page(db).entries.map(\.subject) }
            }
            #expect(try await find { $0.search = "zolta" } == ["Ewidencja"])
            #expect(try await find { $0.search = "lodz KSIEGOWOSC" } == ["Łódź"])
            #expect(try await find { $0.search = "lodz zolta" } == [])
            #expect(try await find { $0.side = .client } == ["Łódź"])
            let zone = office.zone
            #expect(try await find { $0.moments = Period(yearOrMonth: "2026-11")?.moments(in: zone) } == ["Ewidencja"])
            #expect(
                try await find { $0.moments = Period(yearOrMonth: "2026")?.moments(in: zone) } == ["Łódź", "Ewidencja"])
            #expect(try await find { $0.moments = Period(yearOrMonth: "2025")?.moments(in: zone) } == [])
        }
    }

    @Test("says who read and who took which file, with its digest; the files' list says the same")
    func proof() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload("ewidencja.txt")
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier], "Ewidencja", files: [key])
            let thread = try await office.thread(sent, cast.bakery)
            try await office.read(thread.lastMessageId, of: thread, by: cast.piotr)
            let (day, now) = (office.day, office.now)
            try await office.database.write { db in
                let id = try Int64.fetchOne(db, sql: "SELECT id FROM attachment") ?? 0
                let file = try Attachment.find(db, id, message: thread.lastMessageId, in: .member(cast.piotr))
                try file.recordDownload(db, by: cast.piotr, on: day, at: now)
            }
            let (page, files, kinds, others) = try await office.database.read { db in
                (
                    try FirmArchive(of: cast.bakery).page(db), try FirmFiles(of: cast.bakery).page(db),
                    try FirmFiles.kinds(db, of: cast.bakery), try FirmFiles(of: cast.carrier).page(db)
                )
            }
            let entry = try #require(page.entries.first)
            #expect(page.receipts[entry.id]?.map(\.personName) == ["Piotr Kłos"])
            #expect(page.downloads[entry.id]?.map(\.personName) == ["Piotr Kłos"])
            #expect(page.files[entry.contentId]?.first?.sha256.count == 32)
            #expect(files.files.map(\.name) == ["ewidencja.txt"] && files.downloads[entry.id]?.count == 1)
            #expect(kinds == files.files.map(\.kind))
            #expect(others.files.count == 1 && others.downloads.isEmpty, "another firm's downloads are not told")
        }
    }
}
