import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("Firms out of a file")
struct FirmImportTests {
    private static let text = """
        nazwa;NIP;forma;osoba;e-mail;REGON
        Nowa;6666666666;KPiR;Jan Nowy;jan@nowa.example;1
        Zła <i>;123;liniowy;;;2
        ;1111111111;;Nowa Osoba;nowa@piekarnia.example;3

        """

    private static func choose(_ browser: Browser, _ bytes: Data, _ name: String = "firmy.csv") async throws -> String {
        let key = try await browser.uploadKey(name, bytes)
        let response = try await browser.post("/office/firms/import", ["files": key])
        try #require(response.status == .seeOther, "\(response.text)")
        return response.location
    }

    @Test("shows what would be added, every mistake by row and column, and adds nothing")
    func check() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                #expect(try await anna.get("/office/firms").text.contains("/office/firms/import\""))
                let page = try await anna.get(Self.choose(anna, Data(Self.text.utf8))).text
                for word in ["Nowa", "666-666-66-66", "Jan Nowy", "Piekarnia Kłos", "nowa@piekarnia.example"] {
                    #expect(page.contains(word), "\(word)")
                }
                #expect(page.contains("\u{2068}NIP\u{2069}") && page.contains(">3<") && page.contains("dziesięć cyfr"))
                #expect(page.contains("REGON") && page.contains("UTF-8"))
                #expect(!page.contains("Zła <i>"))
                let people = try await office.database.read { db in
                    try Person.find(db, email: "jan@nowa.example")
                }
                #expect(people == nil)
            }
        }
    }

    @Test("adds the good rows once when it is confirmed, twice pressed or not, and then says what was added")
    func confirm() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let place = try await Self.choose(anna, Data(Self.text.utf8))
                let page = try await anna.get(place).text
                let summary = try #require(page.firstMatch(of: /name="summary" value="([^"]+)"/)).1
                #expect(summary == "1-2-2-1")
                for _ in 0..<2 {
                    let done = try await anna.post("\(place)/confirmation", ["summary": String(summary)])
                    #expect(done.status == .seeOther && done.location == place)
                }
                let result = try await anna.get(place)
                #expect(result.text.contains("class=\"button\" href=\"/office/outbox\""))
                #expect(result.status == .ok && !result.text.contains("/confirmation"))
                let firms = try await office.database.read { db in
                    try String.fetchAll(db, sql: "SELECT name FROM firm WHERE taxIdentifier = '6666666666'")
                }
                #expect(firms == ["Nowa"])
                #expect(try await anna.get("/office/firms?q=jan%20nowy").text.contains("666-666-66-66"))
            }
        }
    }

    @Test("reads the letters of old programs, and asks which reading is right where two are as likely")
    func encodings() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let names = {
                    try await office.database.read { db in
                        try String.fetchAll(db, sql: "SELECT name FROM firm WHERE taxIdentifier = '5261040828'")
                    }
                }
                let head = Array("Nazwa firmy;NIP;forma\n".utf8)
                let dos = head + [0x44, 0xA5] + Array("b i R".utf8) + [0xA2, 0xBE] + Array("a;5261040828;KPiR\n".utf8)
                let page = try await anna.get(Self.choose(anna, Data(dos))).text
                #expect(page.contains("Dąb i Róża") && page.contains("CP852") && page.contains("/confirmation"))
                let either = head + Array("S".utf8) + [0x88] + Array("awa;5261040828;KPiR\n".utf8)
                let place = try await Self.choose(anna, Data(either))
                let question = try await anna.get(place).text
                #expect(question.contains("Sława") && question.contains("Sąawa") && question.contains("encoding=macCE"))
                #expect(!question.contains("/confirmation"))
                _ = try await anna.post("\(place)/confirmation", ["summary": "1-0-0-0"])
                #expect(try await names() == [])
                let answer = try await anna.get("\(place)?encoding=cp852").text
                #expect(answer.contains("Sława") && !answer.contains("Sąawa") && answer.contains("/confirmation"))
                let done = try await anna.post("\(place)/confirmation", ["summary": "1-0-0-0", "encoding": "cp852"])
                #expect(done.status == .seeOther && done.location == place)
                #expect(try await names() == ["Sława"])
            }
        }
    }

    @Test("asks to look again when something else would happen by now")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let place = try await Self.choose(anna, Data(Self.text.utf8))
                let response = try await anna.post("\(place)/confirmation", ["summary": "9-9-9-9"])
                #expect(response.location == "\(place)?changed=1")
                #expect(try await anna.get(response.location).text.contains("role=\"alert\""))
            }
        }
    }

    @Test(
        "keeps a file that cannot be read on the page where it was chosen, with the reason",
        arguments: [
            ("nazwa;NIP\nx;y\n", "Forma opodatkowania"), ("nazwa;forma\nx;y\n", "NIP albo ח.פ."),
            ("NIP;forma\nx;y\n", "Nazwa firmy"), ("nazwa;NIP;forma\n", "wiersza"),
            ("nazwa;NIP;forma\nx;\"y\n", "Wiersz 2, kolumna B"),
        ]
    )
    func unreadable(text: String, word: String) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("firmy.csv", Data(text.utf8))
                let response = try await anna.post("/office/firms/import", ["files": key])
                #expect(response.status == .unprocessableContent)
                #expect(response.text.contains(word))
                let rows = try await office.database.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM firmImport")
                }
                #expect(rows == 0)
            }
        }
    }

    @Test("takes no file but an own upload, and says so when there is none")
    func foreignUpload() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let piotr = try await office.browser(client, as: cast.piotr)
                let key = try await piotr.uploadKey("firmy.csv", Data(Self.text.utf8))
                for fields: KeyValuePairs<String, String> in [["files": key], [:], ["files": "nothing"]] {
                    let response = try await anna.post("/office/firms/import", fields)
                    #expect(response.status == .unprocessableContent)
                }
            }
        }
    }

    @Test("is nobody else's: another head finds neither the check page nor the button")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let now = office.now
            let other = try await office.database.write { db in
                let new = NewPerson(name: "Druga Szefowa", email: "druga@biuro.example", language: .pl)
                return try Staff.add(db, new, role: .head, by: cast.anna, at: now).personId
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let place = try await Self.choose(anna, Data(Self.text.utf8))
                let second = try await office.browser(client, as: other)
                #expect(try await second.get(place).status == .notFound)
                #expect(
                    try await second.post("\(place)/confirmation", ["summary": "1-2-2-1"]).status == .notFound)
                #expect(try await second.get("/office/firms/import").status == .ok)
                #expect(try await anna.get(place).text.contains("/confirmation"))
            }
        }
    }

    @Test("has a sample in each language that it takes in without a remark", arguments: Language.allCases)
    func sample(language: Language) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                _ = try await anna.post("/account/language", ["language": language.rawValue])
                let response = try await anna.get("/office/firms/import/sample")
                #expect(response.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                let plan = try await office.database.read { db in
                    guard let found = try Office.find(db) else { throw NotFound() }
                    let sheet = try FirmSheet(Data(response.body.readableBytesView), country: found.country)
                    #expect(sheet.ignored.isEmpty)
                    #expect(FirmColumn.allCases.allSatisfy { sheet.place(of: $0) != nil })
                    return try FirmImportPlan.make(db, sheet, for: found)
                }
                #expect(plan.mistakes == [] && plan.warnings == [])
                #expect(plan.summary == "2-3-3-0")
            }
        }
    }

    @Test("shows long lists in parts of two hundred")
    func parts() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let rows = (0..<450).map { "Firma \($0);\($0);KPiR" }.joined(separator: "\n")
                let place = try await Self.choose(anna, Data("nazwa;NIP;forma\n\(rows)\n".utf8))
                let page = try await anna.get(place).text
                #expect(page.contains(">201<") && !page.contains(">202<") && page.contains("450"))
                #expect(!page.contains("/confirmation"))
                #expect(page.contains("\(place)?mistakes=200#mistakes"))
                let last = try await anna.get("\(place)?mistakes=400").text
                #expect(last.contains(">451<") && !last.contains(">350<"))
            }
        }
    }
}
