import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

/// A running response stops when its right ends; the test moves the office's clock and never waits.
@Suite("A right that ends")
struct RevocationTests {
    /// Takes a download piece by piece, and runs a closure after the first.
    private struct SlowReader: ResponseBodyWriter {
        let after: @Sendable () async throws -> Void
        let taken: Taken

        mutating func write(_ buffer: ByteBuffer) async throws {
            taken.pieces += 1
            if taken.pieces == 1 { try await after() }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private final class Taken: @unchecked Sendable { var pieces = 0 }

    /// Pieces that are read at once, before the right is checked again.
    private static let ahead = 2

    /// - Returns: how many of the file's five pieces arrived.
    private static func download(
        _ office: TestOffice, by person: Int64, file watched: (any DownloadableFile)? = nil,
        _ after: @escaping @Sendable () async throws -> Void
    ) async throws -> Int {
        let world = watched == nil ? try await AccessWorld(office) : nil
        let now = office.now
        let path = office.folder.appendingPathComponent("large")
        try Data(count: 300_000).write(to: path)
        let (session, file) = try await office.database.write { db in
            let opened = try Session.open(
                db, for: Person.find(db, person), device: "Firefox", address: "192.0.2.9", at: now)
            let scope = try Staff.find(db, personId: person)?.firms(on: Cast.day) ?? .member(person)
            let attachment = try world.map {
                try Models.Attachment.find(db, $0.attachment, message: $0.message, in: scope)
            }
            return (try Session.find(db, opened.token, at: now), watched ?? attachment)
        }
        let watch = SessionWatch(office.portal, try #require(session), file: file)
        let taken = Taken()
        var writer: any ResponseBodyWriter = SlowReader(after: after, taken: taken)
        try? await StoredBytes(path: path.path).write(0...299_999, to: &writer, while: watch)
        return taken.pieces
    }

    @Test("does not disturb a download while it holds")
    func undisturbed() async throws {
        try await TestOffice.with { office in
            let count = try await Self.download(office, by: office.cast.piotr) { office.pass(4) }
            #expect(count == 5)
        }
    }

    @Test("ends the download under way when the access to the firm ends, within five seconds")
    func access() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let count = try await Self.download(office, by: cast.piotr) {
                try await office.database.write { db in
                    try Membership.end(db, of: cast.piotr, in: cast.bakery, by: cast.anna, at: now)
                }
                office.pass(4)
            }
            #expect(count == Self.ahead)
        }
    }

    @Test("ends the download of somebody of the office whose firms are taken away, or who is disabled")
    func office() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let count = try await Self.download(office, by: cast.ola) {
                try await office.database.write { db in
                    try Assignment.end(db, firms: [cast.bakery.id], of: cast.ola, on: Cast.day, by: cast.anna, at: now)
                }
                office.pass(4)
            }
            #expect(count == Self.ahead)
        }
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let count = try await Self.download(office, by: cast.marek) {
                try await office.database.write { db in
                    try Person.find(db, cast.marek).disable(db, by: cast.anna, at: now)
                }
                office.pass(4)
            }
            #expect(count == Self.ahead)
        }
    }

    @Test("ends the page that is being printed when its session ends", arguments: [false, true])
    func printing(isEnded: Bool) async throws {
        try await TestOffice.with { office in
            let (person, now) = (office.cast.anna, office.now)
            let session = try await office.database.write { db in
                let opened = try Session.open(
                    db, for: Person.find(db, person), device: "Firefox", address: "192.0.2.9", at: now)
                return try Session.find(db, opened.token, at: now)
            }
            let watch = SessionWatch(office.portal, try #require(session))
            let page = StreamedPage<Int>(head: "<", first: ("1", 1), tail: ">", watch: watch) { key in
                ("\(key + 1)", key < 3 ? key + 1 : nil)
            }
            let taken = Taken()
            let end: @Sendable () async throws -> Void = {
                if isEnded {
                    try await office.database.write { db in
                        try db.execute(literal: "UPDATE session SET endedAt = 0 WHERE personId = \(person)")
                    }
                }
                office.pass(4)
            }
            var writer: any ResponseBodyWriter = SlowReader(after: end, taken: taken)
            try? await page.write(to: &writer)
            #expect(taken.pieces == (isEnded ? 2 : 6))
        }
    }

    @Test("ends the download of an import's original when its firm is taken away from somebody of the office")
    func original() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let found = try await office.takeIn(TaxFileText.jpk()).found
            let original = try await office.database.read { db in try found.original(db) }
            let count = try await Self.download(office, by: cast.ola, file: original) {
                try await office.database.write { db in
                    try Assignment.end(db, firms: [cast.bakery.id], of: cast.ola, on: Cast.day, by: cast.anna, at: now)
                }
                office.pass(4)
            }
            #expect(count == Self.ahead)
            let holding = try await Self.download(office, by: cast.anna, file: original) { office.pass(4) }
            #expect(holding == 5)
        }
    }

    @Test("of a disabled person ends the live stream and the session at once, and comes back with a new sign-in only")
    func disabled() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let piotr = try await office.browser(client, as: cast.piotr)
                let ewa = try await office.browser(client, as: cast.ewa)
                async let stream = piotr.get("/events")
                while office.database.changes.listeners < 1 { await Task.yield() }
                let back = ["firm": "\(cast.bakery.id)"] as KeyValuePairs
                let done = try await anna.post("/office/people/\(cast.piotr)/disabling", back)
                #expect(done.location == "/office/firms/\(cast.bakery.id)/people/\(cast.piotr)?done=saved")
                #expect(try await stream.status == .ok)
                while office.database.changes.listeners > 0 { await Task.yield() }
                #expect(try await piotr.get("/").location.hasPrefix("/sign-in?"))
                #expect(try await ewa.get("/").status == .ok, "nobody else")
                _ = try await anna.post("/office/people/\(cast.piotr)/enabling", back)
                #expect(try await piotr.get("/").location.hasPrefix("/sign-in?"), "the old session stays ended")
                let again = try await office.browser(client, as: cast.piotr)
                #expect(try await again.get("/").status == .ok)
            }
        }
    }

    @Test("to payroll takes its conversations off the page and out of the counts at once")
    func payroll() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let world = try await AccessWorld(office, isPayroll: true)
            try await office.app { client in
                let piotr = try await world.browser(client, .payrollReader)
                let marek = try await office.browser(client, as: cast.marek)
                #expect(try await piotr.get("/conversations/\(world.conversation)").status == .ok)
                let rights = "/office/firms/\(cast.bakery.id)/people/\(cast.piotr)/rights"
                _ = try await marek.post(rights, ["rights": "1", "right": "read", "right": "approve"])
                #expect(try await piotr.get("/conversations/\(world.conversation)").status == .notFound)
                let inbox = try await piotr.get("/conversations").text
                #expect(!inbox.contains("Godziny otwarcia") && !inbox.contains("badge badge--accent"))
                #expect(try await piotr.get(world.path).status == .notFound)
                let rafal = try await office.browser(client, as: cast.rafal)
                #expect(try await rafal.post(rights, ["rights": "1", "right": "payroll"]).status == .notFound)
            }
        }
    }
}
