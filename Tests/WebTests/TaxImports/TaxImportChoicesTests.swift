import Foundation
import HTTPTypes
import Models
import TestSupport
import Testing

@testable import Web

@Suite("What the office is asked of an import")
struct TaxImportChoicesTests {
    @Test("which of two originals that differ is in force, on the page of each, by whoever has the firm in their care")
    func originals() async throws {
        try await TestOffice.with { office in
            let first = try await office.takeIn(TaxFileText.jpk()).found.id
            let text = try TaxFileText.jpk(made: "2026-03-05T10:00:00Z").replacing("<K_10>100.00<", with: "<K_10>7.00<")
            try await office.app { client in
                let ola = try await office.browser(client, as: office.cast.ola)
                let row = try await ola.bring("b.xml", Data(text.utf8)).text
                #expect(row.contains("dwa różne oryginały – wybierz"))
                let second = first + 1
                for id in [first, second] {
                    let page = try await ola.get("/office/imports/\(id)").text
                    #expect(page.contains("action=\"/office/imports/\(second)/version\""))
                }
                #expect(try await ola.get("/office/imports?show=asked").text.contains("/office/imports/\(second)\""))
                let chosen = try await ola.post("/office/imports/\(second)/version", [:])
                #expect(chosen.status == .seeOther)
                let page = try await ola.get("/office/imports/\(second)").text
                #expect(page.contains("Wybrano:") && !page.contains("dwa różne oryginały"))
                let rafal = try await office.browser(client, as: office.cast.rafal)
                #expect(try await rafal.post("/office/imports/\(first)/version", [:]).status == .notFound)
            }
        }
    }

    @Test("whether an unknown form about a person shows wages, and whether a pair is wrong, by the head alone")
    func head() async throws {
        try await TestOffice.with { office in
            let text = try TaxFileText.jpk()
            let document = try await office.takeIn(text).found.id
            let upo = try await office.takeIn(TaxFileText.receipt(of: text)).found.id
            let form = """
                <Deklaracja xmlns="http://crd.gov.pl/wzor/2024/10/15/1/"><Naglowek>
                <KodFormularza kodSystemowy="ABC-7 (1)">ABC-7</KodFormularza><WariantFormularza>1</WariantFormularza>
                <CelZlozenia>1</CelZlozenia><Rok>2025</Rok></Naglowek><Podmiot1><OsobaNiefizyczna>
                <NIP>1111111111</NIP><PelnaNazwa>P</PelnaNazwa></OsobaNiefizyczna></Podmiot1><Podmiot2><OsobaFizyczna>
                <PESEL>44051401359</PESEL><ImiePierwsze>Żaneta</ImiePierwsze><Nazwisko>Ćwik</Nazwisko></OsobaFizyczna>
                </Podmiot2><PozycjeSzczegolowe><P_1>1</P_1></PozycjeSzczegolowe></Deklaracja>
                """
            let person = try await office.takeIn(form).found.id
            try await office.app { client in
                let ola = try await office.browser(client, as: office.cast.ola)
                let seen = try await ola.get("/office/imports/\(person)").text
                #expect(seen.contains("Żaneta Ćwik") && seen.contains("czy pokazuje płace"))
                #expect(!seen.contains("/payroll\"") && seen.contains("44051401359"))
                #expect(try await !ola.get("/office/imports/\(upo)").text.contains("/parting\""))
                let anna = try await office.browser(client, as: office.cast.anna)
                #expect(try await anna.get("/office/imports/\(person)").text.contains("/payroll\""))
                let said = try await anna.post("/office/imports/\(person)/payroll", ["payroll": "false"])
                #expect(said.status == .seeOther)
                #expect(try await anna.get("/office/imports/\(person)").text.contains("nie pokazuje płac"))
                #expect(try await anna.get("/office/imports/\(upo)").text.contains("/parting\""))
                #expect(try await anna.post("/office/imports/\(upo)/parting", [:]).status == .seeOther)
                let page = try await anna.get("/office/imports/\(upo)").text
                #expect(page.contains("name=\"document\" value=\"\(document)\"") && !page.contains("/parting\""))
            }
        }
    }
}
