import Foundation
import Testing

@testable import Formats
@testable import Printouts

@Suite("A form about a person on paper", .enabled(if: SharedFile.areThere))
struct PersonalFormTests {
    @Test("says whom it is about, with the address, before its amounts")
    func subject() throws {
        let file = try SharedFile("../cases/tax/pit11_29_a.xml")
        guard case .file(let summary) = file.content else { throw PrintoutError.wrongKind }
        #expect(summary.subject?.pesel == "44051401359" && summary.subject?.name == "Żaneta Ździebło-Ćwik")
        let lines = try file.paper(.declaration).lines()
        for line in [
            "Osoba, której dotyczy", "PESEL 44051401359", "Pierwsze imię Żaneta", "Nazwisko Ździebło-Ćwik",
            "Data urodzenia 1944-05-14", "Adres osoby, której dotyczy", "Miejscowość Warszawa", "Pozycje szczegółowe",
        ] { #expect(lines.contains(line), "\(line)") }
        let person = try #require(lines.firstIndex(of: "Nazwisko Ździebło-Ćwik"))
        let amounts = try #require(lines.firstIndex { $0.contains("61 234,50") })
        #expect(person < amounts)
        for line in ["P 29 Przychód 61 234,50", "P 33 Zaliczka pobrana przez płatnika 4210"] {
            #expect(lines.contains(line), "\(line): \(lines)")
        }
        #expect(!lines.contains { $0.contains("nie są tu znane") })
    }

    @Test("says nothing of the spouse in a person's own return, by its form or by the party's role")
    func spouse() throws {
        let text = String(decoding: try SharedFile("../cases/tax/pit11_29_a.xml").data, as: UTF8.self)
        for (before, after) in [("PIT-11", "PIT-37"), ("<Podmiot2 rola=\"Podatnik\">", "<Podmiot2 rola=\"Małżonek\">")]
        {
            let bytes = Data(text.replacing(before, with: after).utf8)
            let limits = TaxFileLimits(bytes: 1 << 20)
            guard case .file(let summary) = try TaxFile.read(XMLSource(bytes), limits: limits) else { continue }
            #expect(summary.subject == nil)
            var all = ""
            try TaxFile.forEachRow(of: [.declaration], in: XMLSource(bytes), limits: limits) { all += "\($0)" }
            #expect(all.contains("61234.50") && !all.contains("44051401359") && !all.contains("Warszawa"))
        }
    }
}
