import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

/// The words of typed texts are computed before the transaction that writes them.
@Suite("The words of a new text")
struct PreparedWordsTests {
    private struct Prepared: StoredRow, Equatable {
        let subject: String?
        let body: String
    }

    /// Returns the words passed to a transaction so far.
    private static func prepared(_ db: Database) throws -> [Prepared] {
        try Prepared.fetchAll(db, sql: "SELECT subject, body FROM temp.preparedWords ORDER BY contentId")
    }

    private static func left(_ office: TestOffice) async throws -> Int {
        try await office.database.write { db in try prepared(db).count }
    }

    @Test("Come with a question, an answer, a notice and a reminder, and are gone with the commit")
    func handedOver() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let (first, second) = (NewContent(body: "Ile to Ż?"), NewContent(body: "Tyle: ŁĄKA."))
            try await office.database.write { db in
                let question = try Conversation.ask(
                    db, "Pytanie Ł", first, firm: cast.bakery, by: cast.piotr, on: day, at: now)
                try question.post(db, second, by: cast.anna, side: .office, on: day, at: now)
                #expect(
                    try Self.prepared(db) == [
                        Prepared(subject: "pytanie l", body: "ile to z"), Prepared(subject: nil, body: "tyle laka"),
                    ])
            }
            let draft = try await office.draft(to: .picked([cast.bakery.id]), "Święta", "Życzymy.")
            let count = try await office.check(draft).count
            let notice = try await office.database.write { db in
                let notice = try Broadcast.send(db, draft, CheckedSend(expecting: count), in: .wholeOffice, at: now)
                #expect(try Self.prepared(db) == [Prepared(subject: "swieta", body: "zyczymy")])
                return notice
            }
            let reminder = NewContent(body: "Proszę.")
            try await office.database.write { db in
                let audience = try notice.unreached(db, in: .wholeOffice)
                _ = try notice.remind(
                    db, reminder, key: String(repeating: "k", count: 40), expecting: audience, by: cast.anna,
                    in: .wholeOffice, on: day, at: now)
                #expect(try Self.prepared(db) == [Prepared(subject: nil, body: "prosze")])
            }
            #expect(try await Self.left(office) == 0)
            for (word, subject) in [("laka", "Pytanie Ł"), ("zycz", "Święta"), ("swieta", "Święta")] {
                #expect(try await office.found(word, by: cast.piotr) == [subject], "\(word)")
            }
        }
    }

    @Test("Of a verb that is undone go with it: the next text has its number, and its own words")
    func undone() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let content = NewContent(body: "Cofnięte")
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in
                    _ = try Conversation.ask(
                        db, "Pierwsze", content, firm: cast.bakery, by: cast.piotr, on: day, at: now)
                    throw NotFound()
                }
            }
            _ = try await office.ask("Drugie", "Zostaje")
            #expect(try await office.found("zostaje", by: cast.piotr) == ["Drugie"])
            #expect(try await office.found("cofniete", by: cast.piotr) == [])
            #expect(try await Self.left(office) == 0)
        }
    }

    @Test("Of files by firm are those of its last review")
    func reviewed() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("\(office.cast.bakery.taxIdentifier).txt", by: office.cast.anna)
            let draft = try await office.sortFiles([key])
            _ = try await office.review(draft, subject: "Księga", body: "Pierwsza wersja")
            _ = try await office.review(draft, subject: "Księgi", body: "Druga wersja")
            let words = try await office.texts("SELECT subjectWords || '|' || words FROM draft")
            #expect(words == ["ksiegi|druga wersja"])
        }
    }

    @Test("Of a file that no verb wrote are made of its name when it is sent")
    func unprepared() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("Zażółć.txt", by: office.cast.anna)
            #expect(try await office.texts("SELECT words FROM storedFile WHERE key = '\(key)'") == ["zazolc txt"])
            try await office.execute("UPDATE storedFile SET words = NULL")
            _ = try await office.broadcast(to: [office.cast.bakery], "Plik", files: [key])
            #expect(try await office.found("zazolc", by: office.cast.piotr) == ["Plik"])
        }
    }
}
