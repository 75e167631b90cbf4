import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("A disk without room")
struct FullDiskTests {
    @Test("refuses uploads and imports with 507 and a sentence, tells the head on her pages, and lets all else go on")
    func floor() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let store = try AttachmentStore(folder: office.files.folder, floor: .max / 2)
            let portal = try office.portal(files: store) { $0.metricsToken = "a-token-of-more-than-twenty-letters" }
            try await buildApplication(portal).test(.router) { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let upload = try await piotr.upload("plik.txt", Data("a\n".utf8))
                #expect(upload.status.code == 507 && upload.text.contains("Wiadomości bez plików działają jak zwykle"))
                let marek = try await office.browser(client, as: office.cast.marek)
                let taxFile = try await marek.bring("jpk.xml", Data("<JPK/>".utf8))
                #expect(taxFile.status.code == 507 && taxFile.text.contains("mało miejsca"))
                let left = try FileManager.default.contentsOfDirectory(
                    atPath: store.folder.appendingPathComponent("incoming").path)
                #expect(left.isEmpty)
                let answer = try await piotr.post(
                    "/conversations/\(world.conversation)/messages", ["body": "Dziękuję"])
                #expect(answer.status == .seeOther)
                let anna = try await office.browser(client, as: office.cast.anna)
                let alarm = "Na dysku serwera kończy się miejsce"
                #expect(try await anna.get("/office/questions").text.contains(alarm))
                #expect(try await !marek.get("/office/questions").text.contains(alarm))
                let metrics = try await Browser(client: client).get(
                    "/metrics", [.authorization: "Bearer a-token-of-more-than-twenty-letters"])
                #expect(metrics.text.contains("skrytka_disk_low 1\n"))
                #expect(try await anna.post("/sign-out").status == .seeOther)
            }
        }
    }

    @Test("is 507 wherever the database cannot grow, with the text that was typed, and nothing is half written")
    func database() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let body = String(repeating: "Treść której nie wolno zgubić. ", count: 500)
                try await office.database.write { db in
                    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                    try db.execute(sql: "PRAGMA max_page_count = \(pages)")
                }
                var answer = try await piotr.post("/conversations/\(world.conversation)/messages", ["body": body])
                // Some pages of the database file may have been free.
                for _ in 0..<50 where answer.status == .seeOther {
                    answer = try await piotr.post("/conversations/\(world.conversation)/messages", ["body": body])
                }
                let before = try await Self.messages(office)
                answer = try await piotr.post("/conversations/\(world.conversation)/messages", ["body": body])
                #expect(answer.status.code == 507)
                #expect(answer.text.contains("Na serwerze skończyło się miejsce"))
                #expect(answer.text.contains("<textarea") && answer.text.contains("Treść której nie wolno zgubić."))
                #expect(try await Self.messages(office) == before)
                try await office.database.write { db in try db.execute(sql: "PRAGMA max_page_count = 1000000") }
                let again = try await piotr.post("/conversations/\(world.conversation)/messages", ["body": body])
                #expect(again.status == .seeOther)
            }
        }
    }

    private static func messages(_ office: TestOffice) async throws -> Int? {
        try await office.database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM message") }
    }
}
