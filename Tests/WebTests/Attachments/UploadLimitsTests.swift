import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("What may be uploaded")
struct UploadLimitsTests {
    private static func text(_ kilobytes: Int) -> Data { Data(String(repeating: "a\n", count: kilobytes * 512).utf8) }

    @Test(
        "is for a firm no more than its quota, what it sent before included, and the card shows the office how much it is"
    )
    func quota() async throws {
        try await TestOffice.with { office in
            let portal = try office.portal { $0.uploads.firmQuota = 100 * 1024 }
            try await buildApplication(portal).test(.router) { client in
                let ewa = try await office.browser(client, as: office.cast.ewa)
                let key = try await ewa.uploadKey("wyciąg.txt", Self.text(60))
                // It waits to be sent, but counts already.
                let second = try await ewa.upload("drugi.txt", Self.text(60))
                #expect(second.status == .contentTooLarge && second.text.contains("wykorzystała całe swoje miejsce"))
                let sent = try await ewa.post(
                    "/conversations",
                    ["firm": "\(office.cast.carrier.id)", "subject": "Wyciąg", "body": "W załączniku", "files": key])
                #expect(sent.status == .seeOther)
                #expect(try await ewa.upload("drugi.txt", Self.text(60)).status == .contentTooLarge)
                #expect(try await ewa.upload("mały.txt", Self.text(30)).status == .created)
                let words = try await ewa.post("\(sent.location)/messages", ["body": "Bez plików"])
                #expect(words.status == .seeOther)
                // It does not affect others.
                let piotr = try await office.browser(client, as: office.cast.piotr)
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .created)
                let anna = try await office.browser(client, as: office.cast.anna)
                let card = try await anna.get("/office/firms/\(office.cast.carrier.id)")
                #expect(card.text.replacing(/[\u{2066}-\u{2069}]/, with: "").contains("60\u{A0}kB z 100\u{A0}kB"))
            }
        }
    }

    @Test(
        "is asked again when it is sent: a client of two firms uploads where there is room, and sends to the full one")
    func sentToTheFullOne() async throws {
        try await TestOffice.with { office in
            let portal = try office.portal { $0.uploads.firmQuota = 100 * 1024 }
            let (furniture, sawmill) = (office.cast.furniture.id, office.cast.sawmill.id)
            try await buildApplication(portal).test(.router) { client in
                let tomasz = try await office.browser(client, as: office.cast.tomasz)
                func send(_ key: String, to firm: Int64) async throws -> Answer {
                    try await tomasz.post(
                        "/conversations", ["firm": "\(firm)", "subject": "Plik", "body": "Treść", "files": key])
                }
                let first = try await tomasz.uploadKey("a.txt", Self.text(80))
                #expect(try await send(first, to: furniture).status == .seeOther)
                let second = try await tomasz.uploadKey("b.txt", Self.text(80))
                let refused = try await send(second, to: furniture)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("wykorzystała całe swoje miejsce"))
                #expect(try await send(second, to: sawmill).status == .seeOther)
            }
        }
    }

    @Test("is so many files and so many bytes within an hour, and again after it")
    func rate() async throws {
        try await TestOffice.with { office in
            let portal = try office.portal {
                $0.uploads.filesPerHour = 2
                $0.uploads.firmBytesPerHour = 100 * 1024
            }
            try await buildApplication(portal).test(.router) { client in
                let ewa = try await office.browser(client, as: office.cast.ewa)
                for _ in 0..<2 { #expect(try await ewa.upload("plik.txt", Self.text(10)).status == .created) }
                let third = try await ewa.upload("plik.txt", Self.text(10))
                #expect(third.status == .tooManyRequests)
                #expect(third.headers[.retryAfter] == "3600")
                let piotr = try await office.browser(client, as: office.cast.piotr)
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .created)
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .tooManyRequests)
                office.pass(3601)
                #expect(try await ewa.upload("plik.txt", Self.text(10)).status == .created)
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .created)
            }
        }
    }

    @Test("counts what is under way as if it were here, of the person and of the firm's other people")
    func underWay() async throws {
        try await TestOffice.with { office in
            let portal = try office.portal { $0.uploads.firmQuota = 1024 * 1024 }
            try await buildApplication(portal).test(.router) { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                var others: [UploadUnderWay] = [portal.uploads.begin(by: office.cast.approver, length: 1000 * 1024)]
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .contentTooLarge)
                others = []
                #expect(try await piotr.upload("plik.txt", Self.text(60)).status == .created)
                others = (0..<StoredFile.waitingFiles).map { _ in portal.uploads.begin(by: office.cast.piotr, length: 1)
                }
                #expect(try await piotr.upload("plik.txt", Self.text(1)).status == .contentTooLarge)
                others = []
                #expect(others.isEmpty && portal.uploads.sum(of: [office.cast.piotr]).files == 0)
                #expect(try await piotr.upload("plik.txt", Self.text(1)).status == .created)
            }
        }
    }

    @Test("has to come at least as fast as a slow line, and without a long pause")
    func pace() throws {
        let start = ContinuousClock.now
        func upload(_ pieces: [(second: Int, bytes: Int)], until end: Int) throws {
            var pace = UploadPace(patience: 30, leastSpeed: 4096, at: start)
            for second in 1...end {
                for piece in pieces where piece.second == second {
                    pace.came(piece.bytes, at: start + .seconds(second))
                }
                try pace.look(at: start + .seconds(second))
            }
        }
        // 5 KB a second for five minutes.
        try upload((1...300).map { ($0, 5 * 1024) }, until: 300)
        #expect(throws: BadRequest.self) { try upload([(1, 5_000_000)], until: 31) }
        #expect(throws: BadRequest.self) { try upload((1...60).map { ($0, 100) }, until: 31) }
        // Fast at first, and then single bytes, to keep the connection for hours.
        #expect(throws: BadRequest.self) { try upload([(1, 50_000_000)] + (2...90).map { ($0, 1) }, until: 90) }
    }
}
