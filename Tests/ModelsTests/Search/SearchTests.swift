import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The search")
struct SearchTests {
    @Test(
        "Finds a word however it is accented, pointed, capitalised or ended",
        arguments: [
            ("Zażółć gęślą jaźń", "zazolc"), ("zazolc", "ZAŻÓŁĆ"), ("Spłata ąęśćńźó", "aescnzo"),
            ("חשבון", "חשבונ"), ("שָׁלוֹם רב", "שלום"), ("שלום", "שָׁלוֹם"), ("מע\"מ חודשי", "מע\"מ"),
            ("מע״מ חודשי", "מע\"מ"), ("Straße", "strasse".replacing("ss", with: "ß")), ("Faktura 10/2026", "10/2026"),
        ])
    func folding(text: String, search: String) async throws {
        try await TestOffice.with { office in
            _ = try await office.ask("Temat", "początek \(text) koniec")
            #expect(try await office.found(search, by: office.cast.piotr) == ["Temat"])
        }
    }

    @Test("Finds all words, the last as a beginning, and words in quotation marks side by side")
    func words() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            _ = try await office.ask("Pierwsze", "Korekta faktury za prąd")
            _ = try await office.ask("Drugie", "Faktura bez korekty")
            #expect(try await office.found("korekta faktury", by: piotr) == ["Pierwsze"])
            #expect(try await office.found("faktur", by: piotr) == ["Drugie", "Pierwsze"])
            #expect(try await office.found("fak", by: piotr) == ["Drugie", "Pierwsze"])
            #expect(try await office.found("faktur korekta", by: piotr) == [], "only the last word may go on")
            #expect(try await office.found("\"faktury za\"", by: piotr) == ["Pierwsze"])
            #expect(try await office.found("„korekta za”", by: piotr) == [])
            #expect(try await office.found("\"faktur\"", by: piotr) == [], "closed, it is a whole word")
            #expect(try await office.found("pierwsze piotr", by: piotr) == ["Pierwsze"], "subject and author")
        }
    }

    @Test("Finds files by name, with the message they came with")
    func files() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("JPK_V7M_Październik.txt", by: office.cast.piotr)
            _ = try await office.ask("Z plikiem", "Treść", files: [key])
            let scope = FirmScope.member(office.cast.piotr)
            let found = try await office.database.read { db in
                try Search.find(db, "jpk pazdz", .files, after: nil, in: scope).files.rows.map(\.file.name)
            }
            #expect(found == ["JPK_V7M_Październik.txt"])
        }
    }

    @Test("Finds and shows a text of a million marks, kept before marks were cut, like any other")
    func marks() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            let marks = "a" + String(repeating: "\u{345}\u{301}\u{316}\u{327}", count: 250_000)
            let (bakery, day, now) = (office.cast.bakery, office.day, office.now)
            try await office.database.write { db in
                let content = NewContent(body: "zakwas")
                _ = try Conversation.ask(db, "Stare", content, firm: bakery, by: piotr, on: day, at: now)
                try db.execute(
                    sql: "UPDATE content SET body = ? WHERE body = 'zakwas'", arguments: ["zakwas \(marks) koniec"])
                try db.execute(sql: "DELETE FROM temp.preparedWords")
            }
            #expect(try await office.found("koniec", by: piotr) == ["Stare"])
            let query = SearchQuery("zakwas \(marks)")
            for word in ["zakwas", "koniec", "a"] {
                let pieces = SearchExcerpt.around("zakwas \(marks) koniec", SearchQuery(word))
                #expect(pieces.contains { $0.isMatch } || word == "a")
                #expect(pieces.reduce(0) { $0 + $1.text.unicodeScalars.count } < 300)
            }
            #expect(query.terms.map(\.words) == [["zakwas"], ["a"]])
        }
    }

    @Test("Shows each only what he may see")
    func scopes() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.ask("Piekarnia", "sekret zakwasu")
            _ = try await office.ask("Przewozy", "sekret trasy", firm: cast.carrier, by: cast.ewa)
            #expect(try await office.found("sekret", by: cast.piotr) == ["Piekarnia"])
            #expect(try await office.found("sekret", by: cast.ewa) == ["Przewozy"])
            #expect(try await office.found("sekret", by: cast.ola) == ["Piekarnia"])
            #expect(try await office.found("sekret", by: cast.rafal) == ["Przewozy"])
            #expect(try await office.found("sekret", by: cast.anna) == ["Przewozy", "Piekarnia"])
            #expect(try await office.found("sekret", by: cast.approver) == [], "no right to read")
            #expect(try await office.found("f\(cast.bakery.id)", by: cast.anna) == [], "a firm's mark is no word")
        }
    }

    @Test("Hides conversations about payroll from those without the right to it")
    func payroll() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask("Lista płac", "wypłata za listopad")
            try await office.execute("UPDATE everyConversation SET isPayroll = 1 WHERE id = \(question.id)")
            #expect(try await office.found("wypłata", by: office.cast.piotr) == [])
            #expect(try await office.found("wypłata", by: office.cast.ola) == ["Lista płac"])
            try await office.execute("UPDATE membership SET canPayroll = 1 WHERE personId = \(office.cast.piotr)")
            #expect(try await office.found("wypłata", by: office.cast.piotr) == ["Lista płac"])
        }
    }

    @Test("Has a notice to many firms once, with as many firms as one sees")
    func broadcast() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let before = try await office.number("SELECT count(*) FROM searchIndex") ?? 0
            _ = try await office.broadcast(to: [cast.bakery, cast.carrier], "Godziny otwarcia")
            #expect(try await office.number("SELECT count(*) FROM searchIndex") == before + 1)
            for (person, count) in [(cast.anna, 2), (cast.ola, 1), (cast.piotr, 1), (cast.ewa, 1)] {
                let scope = try await office.scope(person)
                let hits = try await office.database.read { db in
                    try Search("godziny otw", in: scope).messages(db).rows
                }
                #expect(hits.map(\.firmCount) == [count])
            }
            #expect(try await office.found("godziny", by: cast.noa) == [])
        }
    }

    @Test("Never finds a note of the office")
    func notes() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            try await office.execute(
                """
                INSERT INTO note (conversationId, personId, body, writtenAt)
                VALUES (\(question.id), \(office.cast.ola), 'tajnanotatka', 1)
                """
            )
            for person in [office.cast.piotr, office.cast.anna] {
                #expect(try await office.found("tajnanotatka", by: person) == [])
            }
        }
    }

    @Test("Pages by key, newest first, without gap or repetition")
    func pages() async throws {
        try await TestOffice.with { office in
            _ = try await office.askMany(Search.pageSize * 2 + 3)
            var (after, seen): (Int64?, [String]) = (nil, [])
            repeat {
                let (start, scope) = (after, FirmScope.member(office.cast.piotr))
                let page = try await office.database.read { db in
                    try Search("pytanie", in: scope).messages(db, after: start)
                }
                seen += page.rows.map(\.subject)
                after = page.next
            } while after != nil
            #expect(seen == (0..<Search.pageSize * 2 + 3).reversed().map { "Pytanie \($0)" })
        }
    }

    @Test("Takes in what it lacks, with the next commit and when the office is opened")
    func existing() async throws {
        try await TestOffice.with { office in
            _ = try await office.ask("Dawne", "bursztynowy")
            try await office.database.write { db in
                try db.execute(sql: "INSERT INTO searchIndex (searchIndex) VALUES ('delete-all')")
                #expect(try Search("bursztynowy", in: .wholeOffice).messages(db).rows.isEmpty)
            }
            #expect(try await office.found("bursztynowy", by: office.cast.piotr) == ["Dawne"])
        }
    }

    @Test(
        "Takes anything that can be typed",
        arguments: [
            "", "   ", "\"", "\"\"", "\" \"", "*", "^", "a*", "AND", "OR NOT", "NEAR(a b)", "body:x", "{body}:x", "-",
            "'",
            "a\" OR \"b", "(", ")", "a AND (", "😀", "😀😀 a", "\u{301}", "\u{202E}abc", "%_\\", "a\u{0}b", "֑֑", "„a",
            String(repeating: "a ", count: 5000), String(repeating: "x", count: 10_000),
        ])
    func hostile(typed: String) async throws {
        try await TestOffice.with { office in
            _ = try await office.ask()
            for person in [office.cast.piotr, office.cast.anna] {
                let scope = try await office.scope(person)
                for show in [Search.Show.messages, .files] {
                    _ = try await office.database.read { [day = office.day] db in
                        try Search.find(db, typed, show, after: nil, in: scope, office: day).isEmpty
                    }
                }
            }
        }
    }
}

@Suite("The place in a result")
struct SearchExcerptTests {
    private func shown(_ pieces: [SearchExcerpt.Piece]) -> String {
        pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(
        "Is marked in the text as it was written",
        arguments: [
            ("Zażółć, gęślą!", "zazolc gesla", "[Zażółć], [gęślą]!"), ("שָׁלוֹם רב", "שלומ", "[שָׁלוֹם] רב"),
            ("Faktury i fakt", "fak", "[Faktury] i [fakt]"), ("nic", "coś", "nic"), ("a<b>a", "b", "a<[b]>a"),
        ])
    func marked(text: String, typed: String, expected: String) {
        #expect(shown(SearchExcerpt.pieces(text, SearchQuery(typed))) == expected)
    }

    @Test("Is shown with what stands around it, cut between words")
    func around() {
        let text = String(repeating: "słowo ", count: 100) + "bursztyn " + String(repeating: "dalej ", count: 100)
        let shown = shown(SearchExcerpt.around(text, SearchQuery("bursztyn")))
        #expect(shown.contains("słowo [bursztyn] dalej") && shown.hasPrefix("… słowo ") && shown.hasSuffix("dalej …"))
        #expect(shown.count < 260)
        #expect(self.shown(SearchExcerpt.around("krótko", SearchQuery("x"))) == "krótko")
    }
}

extension TestOffice {
    /// Returns the subjects of the messages that a person finds today.
    func found(_ typed: String, by person: Int64) async throws -> [String] {
        let scope = try await scope(person)
        return try await database.read { db in try Search(typed, in: scope).messages(db).rows.map(\.subject) }
    }
}
