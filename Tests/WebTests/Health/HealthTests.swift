import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import NIOCore
import NIOEmbedded
import NIOHTTP1
import TestSupport
import Testing

@testable import Web

@Suite("Health and the request log")
struct HealthTests {
    @Test("of a database that was found damaged is 503, in a plain sentence and without what SQLite says")
    func damaged() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let browser = Browser(client: client)
                let well = try await browser.get("/healthz")
                #expect(well.status == .ok && well.text == "ok\n")
                office.database.condition.checked(nil, at: office.now)
                #expect(try await browser.get("/healthz").status == .ok)
                office.database.condition.checked("row 3 missing from index content", at: office.now)
                let ill = try await browser.get("/healthz")
                #expect(
                    ill.status == .serviceUnavailable && ill.text.contains("damaged") && !ill.text.contains("row 3"))
            }
        }
    }

    @Test("of a damaged database is told to the head on each of her pages, and to nobody else")
    func alarm() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let marek = try await office.browser(client, as: office.cast.marek)
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let words = "Baza danych na serwerze jest uszkodzona"
                #expect(!(try await anna.get("/office/questions").text.contains(words)))
                office.database.condition.checked("row 3 missing from index content", at: office.now)
                for path in ["/office/questions", "/office/firms", "/office/account"] {
                    let page = try await anna.get(path).text
                    #expect(page.contains(words) && !page.contains("row 3"), "\(path)")
                    #expect(!(try await marek.get(path).text.contains(words)), "\(path)")
                }
                #expect(!(try await piotr.get("/").text.contains(words)))
            }
        }
    }

    @Test("has figures of the backup, the last check, the outbox and the floor of the disk")
    func figures() async throws {
        try await TestOffice.with { office in
            var settings = WebSettings(origins: ["http://localhost"])
            settings.metricsToken = "a-token-of-more-than-twenty-letters"
            let now = office.now
            let portal = try Portal(
                database: office.database, files: office.files, passwords: office.portal.passwords,
                renderer: office.portal.renderer, sealing: office.portal.sealing, settings: settings, now: { now })
            let token = settings.metricsToken ?? ""
            office.database.condition.checked(nil, at: now.addingTimeInterval(-60))
            let text = try await buildApplication(portal).test(.router) { client in
                try await Browser(client: client).get("/metrics", [.authorization: "Bearer \(token)"]).text
            }
            for line in [
                "skrytka_database_check_age_seconds 60\n", "skrytka_database_damaged 0\n",
                "skrytka_disk_floor_bytes \(DiskSpace.defaultFloor)\n",
            ] { #expect(text.contains(line), "\(line)") }
            #expect(text.contains("skrytka_backup_age_seconds ") && text.contains("skrytka_outbox_waiting "))
        }
    }

    @Test("writes a line for each request where it is asked for, by the pattern of the address")
    func requestLog() async throws {
        try await TestOffice.with { office in
            for isOn in [true, false] {
                var settings = WebSettings(origins: ["http://localhost"])
                settings.requestLog = isOn
                let portal = try Portal(
                    database: office.database, files: office.files, passwords: office.portal.passwords,
                    renderer: office.portal.renderer, sealing: office.portal.sealing, settings: settings)
                let lines = LogLines()
                try await buildApplication(portal, logger: Logger(label: "test") { _ in lines }).test(.router) {
                    client in
                    _ = try await Browser(client: client).get("/activation/thisisasecret?language=en")
                }
                let found = lines.all.filter { $0.contains(" request ") }
                #expect(found.count == (isOn ? 1 : 0))
                let line = found.first ?? ""
                #expect(!line.contains("thisisasecret"))
                guard isOn else { continue }
                for name in ["\"ms\"", "\"bytes\"", "\"status\"", "/activation/{token}", "GET", "hb.request.id"] {
                    #expect(line.contains(name), "\(name) in \(line)")
                }
            }
        }
    }

    @Test("has no error for a client that closed its connection, and one for a failure of ours")
    func brokenOff() async throws {
        struct Broken: Error {}
        try await TestOffice.with { office in
            for (error, status, count) in [
                (HTTPParserError.invalidEOFState, 400, 0), (ChannelError.ioOnClosedChannel, 499, 0),
                (CancellationError(), 499, 0), (IOError(errnoCode: ECONNRESET, reason: "read"), 499, 0),
                (IOError(errnoCode: EIO, reason: "read"), 500, 1), (Broken(), 500, 1),
            ] as [(any Error, Int, Int)] {
                let lines = LogLines()
                let pages = ErrorPages(portal: office.portal, methods: KnownMethods([]))
                let context = AppContext(
                    source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test") { _ in lines }))
                let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/uploads")
                let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
                let answer = try await pages.handle(request, context: context) { _, _ in throw error }
                #expect(answer.status.code == status, "\(error)")
                #expect(lines.all.count { $0.hasPrefix("error") } == count, "\(error)")
            }
        }
    }
}
