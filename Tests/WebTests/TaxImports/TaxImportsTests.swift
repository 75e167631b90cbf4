import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import NIOCore
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("Imports of JPK, declarations and UPO")
struct TaxImportsTests {
    private struct Line: Decodable {
        let row: String
        let isTaken: Bool
        let done: Int
        let of: Int
    }

    private static func lines(_ response: Answer) throws -> [Line] {
        try response.text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private static func bring(_ browser: Browser, _ text: String, named name: String = "jpk.xml") async throws -> (
        status: HTTPResponse.Status, row: String
    ) {
        let response = try await browser.bring(name, Data(text.utf8))
        return (response.status, try #require(lines(response).first).row)
    }

    @Test("are answered with a row: what it is, whose, its period, amount and sums; the same bytes twice are told")
    func row() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let ola = try await office.browser(client, as: cast.ola)
                let text = try TaxFileText.jpk()
                let (status, row) = try await Self.bring(ola, text)
                #expect(status == .created)
                for word in [
                    "JPK_V7M (3)", "luty 2026", "Piekarnia Kłos", "jpk.xml", "Nic do zapłaty", "sumy kontrolne zgodne",
                    "jeszcze bez UPO", "/office/imports/", ">zaimportowano<",
                ] { #expect(row.contains(word), "\(word)") }
                let again = try await Self.bring(ola, text, named: "inna nazwa.xml")
                #expect(again.status == .ok && again.row.contains(">już tu jest<"))
                let later = try await Self.bring(ola, TaxFileText.jpk(made: "2026-03-05T08:00:00Z", purpose: 2))
                #expect(later.row.contains("zastępuje wcześniejszy") && later.row.contains(">korekta<"))
                let wrong = text.replacing("<LiczbaWierszySprzedazy>", with: "<LiczbaWierszySprzedazy>1")
                let problem = try await Self.bring(ola, wrong)
                #expect(problem.row.contains("LiczbaWierszySprzedazy") && problem.row.contains("state--bad"))
            }
        }
    }

    @Test("that are refused say why, and where in the file; a file of others says no more than one of nobody's")
    func refused() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let rafal = try await office.browser(client, as: cast.rafal)
                let damaged = try TaxFileText.jpk().replacing("<Rok>2026", with: "<Rok>dwa")
                let (status, row) = try await Self.bring(rafal, damaged, named: "<b>.xml")
                #expect(status == .unprocessableContent && row.contains("Wiersz") && row.contains("Rok"))
                #expect(row.contains("&lt;b&gt;.xml") || !row.contains("<b>"))
                let picture = try await Self.bring(rafal, "%PDF-1.4\n%x", named: "a.pdf")
                #expect(picture.status == .unsupportedMediaType && picture.row.contains("JPK_V7M (3)"))
                let (foreign, nobodys) = (
                    try await Self.bring(rafal, TaxFileText.jpk()),
                    try await Self.bring(rafal, TaxFileText.jpk(nip: "7777777777"))
                )
                #expect(foreign.status == .unprocessableContent && nobodys.status == foreign.status)
                #expect(foreign.row.replacing("1111111111", with: "7777777777") == nobodys.row)
                #expect(try await rafal.get("/office/imports").text.contains("Nie ma jeszcze importów"))
            }
        }
    }

    @Test("may come in a ZIP: a line for each file, also for a bad one")
    func archive() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let jpk = try TaxFileText.jpk()
            let zip = ZipFile([
                ZipFile.Entry("a.xml", jpk), ZipFile.Entry("b.xml", "<a/>"),
                ZipFile.Entry("c.xml", TaxFileText.receipt(of: jpk)),
            ])
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let response = try await anna.bring("luty.zip", zip.data)
                let lines = try Self.lines(response)
                #expect(response.status == .ok && lines.map(\.isTaken) == [true, false, true])
                #expect(lines.map(\.done) == [1, 2, 3] && lines.allSatisfy { $0.of == 3 })
                #expect(lines[2].row.contains("z dokumentem") && lines[2].row.contains("bez podpisu"))
                let trap = try await anna.bring(
                    "trap.zip", ZipFile([ZipFile.Entry("a.xml", Data(count: 4_000_000))]).data)
                #expect(trap.status == .unprocessableContent)
                #expect(try Self.lines(trap).first?.row.contains("trap.zip") == true)
                let list = try await anna.get("/office/imports").text
                #expect(list.contains("z UPO z \u{2068}1 marca 2026, 10:00\u{2069}"))
            }
        }
    }

    @Test("are given their original back, and who took it is in the journal")
    func original() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let text = try TaxFileText.jpk()
            let id = try await office.takeIn(text).found.id
            try await office.app { client in
                let ola = try await office.browser(client, as: cast.ola)
                let head = try await ola.send(.head, "/office/imports/\(id)/file")
                #expect(head.status == .ok)
                let ahead = try await ola.get(
                    "/office/imports/\(id)/file", HTTPFields().with(HTTPField.Name("Sec-Purpose")!, "prefetch"))
                #expect(ahead.status == .noContent)
                let response = try await ola.get("/office/imports/\(id)/file")
                #expect(response.text == text && response.headers[.contentType] == "application/xml")
                #expect(response.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            }
            let count = try await office.database.read { db in
                try AuditLog(AuditLog.Filter()).page(db, after: nil).entries.count { $0.action == "taxFileDownloaded" }
            }
            #expect(count == 1)
        }
    }

    @Test("without a firm are given to one by the head, who is told when the NIP is another")
    func assign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let held = try await office.takeIn(TaxFileText.jpk(nip: "7777777777")).found.id
            let person = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found.id
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                #expect(try await anna.get("/office/imports/\(held)").text.contains("/office/firms/new"))
                let refused = try await anna.post(
                    "/office/imports/\(held)/firm", ["firm": "\(cast.bakery.id)"])
                #expect(refused.status == .unprocessableContent && refused.text.contains("777"))
                let found = try await anna.get("/office/imports/\(person)?q=klos").text
                #expect(found.contains("name=\"firm\" value=\"\(cast.bakery.id)\""))
                let given = try await anna.post(
                    "/office/imports/\(person)/firm", ["firm": "\(cast.bakery.id)"])
                #expect(given.status == .seeOther)
                let ola = try await office.browser(client, as: cast.ola)
                let page = try await ola.get("/office/imports/\(person)").text
                #expect(page.contains("Anna Lis") && !page.contains("/firm\""))
                let nowhere = try await ola.get("/office/imports/\(held)")
                #expect(nowhere.status == .notFound)
            }
        }
    }

    @Test("with the number of another firm than the one that has them say so, and are moved by the head")
    func mistyped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let id = try await office.takeIn(TaxFileText.jpk()).found.id
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let before = try await anna.get("/office/imports/\(id)").text
                #expect(!before.contains("nie jest numerem firmy") && !before.contains("assign-title"))
                try await office.database.write { db in
                    try db.execute(
                        sql: """
                            UPDATE firm SET taxIdentifier = '7777777777' WHERE id = \(cast.bakery.id);
                            UPDATE firm SET taxIdentifier = '1111111111' WHERE id = \(cast.furniture.id);
                            """)
                }
                let page = try await anna.get("/office/imports/\(id)").text
                #expect(page.contains("nie jest numerem firmy") && page.contains("Przenieś do innej firmy"))
                #expect(page.contains("name=\"firm\" value=\"\(cast.furniture.id)\""))
                let ola = try await office.browser(client, as: cast.ola)
                let seen = try await ola.get("/office/imports/\(id)").text
                #expect(seen.contains("nie jest numerem firmy") && !seen.contains("assign-title"))
                let moved = try await anna.post("/office/imports/\(id)/firm", ["firm": "\(cast.furniture.id)"])
                #expect(moved.status == .seeOther)
                #expect(try await anna.get("/office/imports/\(id)").text.contains("Meble Dąb"))
                #expect(try await ola.get("/office/imports/\(id)").status == .notFound)
            }
        }
    }

    @Test("of an UPO without a proof are paired by a person, or are given their period")
    func receipts() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let upo = try await office.takeIn(TaxFileText.receipt()).found.id
            try await office.app { client in
                let ola = try await office.browser(client, as: cast.ola)
                let wrong = try await ola.post("/office/imports/\(upo)/period", ["span": "m7", "year": "rok"])
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("period-error"))
                let dated = try await ola.post("/office/imports/\(upo)/period", ["span": "q3", "year": "2026"])
                #expect(dated.status == .seeOther)
                #expect(try await ola.get("/office/imports/\(upo)").text.contains("III kwartał 2026"))
                let jpk = try await office.takeIn(TaxFileText.jpk()).found.id
                let page = try await ola.get("/office/imports/\(upo)").text
                #expect(page.contains("name=\"document\" value=\"\(jpk)\""))
                let paired = try await ola.post("/office/imports/\(upo)/document", ["document": "\(jpk)"])
                #expect(paired.status == .seeOther)
                let after = try await ola.get("/office/imports/\(upo)").text
                #expect(after.contains("luty 2026") && after.contains("Ola") && !after.contains("id=\"date\""))
                let document = try await ola.get("/office/imports/\(jpk)").text
                #expect(document.contains("bez dowodu ze skrótu"))
                let late = try await ola.post("/office/imports/\(upo)/period", ["span": "m7", "year": "2026"])
                #expect(late.status == .unprocessableContent)
            }
        }
    }

    @Test("call their parts as the printouts of them are called", arguments: Language.allCases)
    func names(language: Language) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let id = try await office.takeIn(TaxFileText.jpk()).found.id
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                _ = try await anna.post("/account/language", ["language": language.rawValue])
                let page = try await anna.get("/office/imports/\(id)").text
                let text = try LanguageText(language, folder: LanguageFiles.folder)
                var places: [String.Index] = []
                for kind in ["vatSales", "vatPurchases", "vatDeclaration"] {
                    let name = text("printouts.kind.\(kind)")
                    #expect(page.contains("<span>\(name)</span>"), "\(name)")
                    places.append(try #require(page.range(of: ">\(name)</a>")).lowerBound)
                }
                #expect(places == places.sorted())
            }
        }
    }

    @Test("name a weak signature and a weak digest beside the receipt, and are not green")
    func weakProofs() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let document = try await office.takeIn(TaxFileText.fixture("jpk_v7m_3")).found.id
            let upo = try await office.takeIn(TaxFileText.fixture("upo_6_short_key")).found.id
            let other = try TaxFileText.jpk(nip: "2222222222")
            let md5 = DigestStream(.md5)
            Data(other.utf8).withUnsafeBytes { md5.update($0) }
            let weak = try await office.takeIn(other).found.id
            _ = try await office.takeIn(
                TaxFileText.receipt(digest: Hex.text(md5.finish()), nip: "2222222222"))
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                for (id, words) in [
                    (document, ["słaby podpis: klucz krótszy niż 2048 bitów", "– słaby podpis"]),
                    (upo, ["słaby podpis: klucz krótszy niż 2048 bitów"]), (weak, ["– połączone tylko słabym skrótem"]),
                ] {
                    let page = try await anna.get("/office/imports/\(id)").text
                    for word in words { #expect(page.contains(word), "\(word)") }
                    #expect(!page.contains("state--good\">z UPO") && !page.contains("podpis nienaruszony"))
                    #expect(!page.contains("state--good\">z dokumentem"))
                }
                let list = try await anna.get("/office/imports").text
                #expect(!list.contains("state--good\">z UPO"))
                for word in ["słaby podpis: klucz", "z dokumentem, słaby skrót"] { #expect(list.contains(word)) }
            }
        }
    }

    @Test("never show what a declaration is signed with")
    func secrets() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let text = try TaxFileText.fixture("deklaracja_vat_ue_signed")
            let id = try await office.takeIn(text).found.id
            try await office.app { client in
                let page = try await office.browser(client, as: cast.anna).get("/office/imports/\(id)").text
                #expect(page.contains("VAT-UE (5)"))
                for secret in ["DaneAutoryzujace", "Kwota"] { #expect(!page.contains(secret)) }
            }
        }
    }
}
