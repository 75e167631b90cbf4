import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A file on a message")
struct AttachmentTests {
    @Test("Is found by the people of its firm and by the office's own, by nobody else")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask(files: [office.upload(by: cast.piotr)], by: cast.piotr)
            let id = try #require(try await office.number("SELECT id FROM attachment"))
            for (person, sees) in [
                (cast.piotr, true), (cast.iwona, true), (cast.anna, true), (cast.marek, true), (cast.ola, true),
                (cast.ewa, false), (cast.rafal, false), (cast.dana, false), (cast.approver, false),
                (cast.notified, false),
            ] {
                let scope = try await office.scope(person)
                let found = try await office.database.read { db in
                    do {
                        return try Models.Attachment.find(db, id, message: nil, in: scope).messageId
                    } catch is NotFound { return 0 }
                }
                #expect(found == (sees ? question.lastMessageId : 0), "person \(person)")
            }
        }
    }

    @Test("Of a broadcast is taken from one's own thread, whichever is named")
    func ownThread() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(
                to: [cast.bakery, cast.carrier, cast.furniture, cast.sawmill], files: [office.upload()]
            )
            let id = try #require(try await office.number("SELECT id FROM attachment"))
            let messages = try await [cast.bakery, cast.furniture, cast.sawmill]
                .asyncMap { try await office.thread(broadcast, $0).lastMessageId }
            let (bakery, furniture, sawmill) = (messages[0], messages[1], messages[2])
            try await office.database.read { db throws in
                func taken(_ message: Int64?, _ person: Int64) throws -> Int64 {
                    try Models.Attachment.find(db, id, message: message, in: .member(person)).messageId
                }
                #expect(try taken(sawmill, cast.tomasz) == sawmill)
                #expect(try taken(furniture, cast.tomasz) == furniture)
                #expect(try taken(nil, cast.tomasz) == furniture)
                // Another firm's message is not accepted, and is not what is recorded.
                #expect(try taken(bakery, cast.tomasz) == furniture)
                #expect(try taken(sawmill, cast.piotr) == bakery)
            }
        }
    }

    @Test("Taken is written down: who, what, from which thread, when, each time")
    func download() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery], files: [office.upload()])
            let thread = try await office.thread(broadcast, cast.bakery)
            let before = try await office.counts()
            try await office.download(thread.lastMessageId, by: cast.piotr)
            office.pass(60)
            try await office.download(thread.lastMessageId, by: cast.piotr)
            #expect(try await office.added(since: before) == ["download": 2, "auditEvent": 2])
            let rows = try await office.texts(
                "SELECT messageId || ' ' || personId || ' ' || startedAt FROM download ORDER BY id")
            #expect(rows.last == "\(thread.lastMessageId) \(cast.piotr) \(office.now.milliseconds)")
        }
    }

    @Test("Of an upload that no message carries is swept after a day with its row; carried ones stay")
    func sweep() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (carried, drafted, loose) = try await (office.upload(), office.upload(), office.upload())
            _ = try await office.broadcast(to: [cast.bakery], files: [carried])
            _ = try await office.draft(to: .picked([cast.bakery.id]), files: [drafted])
            for (seconds, keys) in [(24.0 * 3600, []), (1, [loose])] {
                office.pass(seconds)
                let now = office.now
                #expect(try await office.database.write { db in try StoredFile.sweep(db, at: now) } == keys)
            }
            #expect(try await office.database.read { db in try StoredFile.allKeys(db) } == [carried, drafted])
        }
    }

    @Test("Belongs to its uploader until it is sent: another's key is as good as none")
    func uploads() async throws {
        try await TestOffice.with { office in
            let (key, cast) = (try await office.upload(by: office.cast.piotr), office.cast)
            try await office.database.read { db throws in
                #expect(try StoredFile.find(db, keys: [key], of: cast.piotr).map(\.key) == [key])
                #expect(throws: Invalid("files", "errors.fileGone")) {
                    try StoredFile.find(db, keys: [key], of: cast.ewa)
                }
                #expect(throws: Invalid("files", "errors.fileGone")) {
                    try StoredFile.find(db, keys: ["x"], of: cast.piotr)
                }
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
