import Testing

@testable import Formats
@testable import Printouts

@Suite("Ledgers and registers on paper", .enabled(if: SharedFile.areThere))
struct LedgersTests {
    @Test("The revenue register has a column for each rate in use, and sums by month and rate")
    func revenue() throws {
        let lines = try SharedFile("JPK_EWP/synthetic_jpk_ewp4_2026.xml").paper(.revenue).lines()
        #expect(lines.contains { $0.hasSuffix("12% 8,5% 3%") || $0.contains("12% 8,5% 3% ") })
        #expect(
            lines.contains { $0.hasPrefix("2 2026-01-31 2026-01-31 A/2/2026") && $0.hasSuffix("2 500,50 2 500,50") })
        #expect(lines.contains("Razem miesiąc 2026-01 14 000,00 2 500,50 0,00 16 500,50"))
        #expect(lines.contains("Razem miesiąc 2026-03 -500,00 0,00 0,00 -500,00"))
        #expect(lines.contains("Razem od początku okresu 16 600,00 2 500,50 640,00 19 740,50"))
        #expect(lines.contains("5 – zgodna z wierszami 19 740,50 – zgodna z wierszami"))
    }

    @Test("The register of sales has the rates that occur, and sums that are those of the file")
    func sales() throws {
        let lines = try SharedFile("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml").paper(.vatSales).lines()
        let text = lines.joined(separator: "\n")
        for heading in ["Stawka 5%", "Stawka 7% lub 8%", "Stawka 22% lub 23%", "WDT", "WNT"] {
            #expect(text.contains(heading), "\(heading)")
        }
        #expect(!text.contains("Eksport") && !text.contains("Zwolnione"))
        let sums = "28 550,50 1 427,53 3 000,00 240,00 11 000,00 2 530,00 5 000,00 2 000,00 460,00 49 550,50 4 657,53"
        #expect(lines.contains("Razem od początku okresu \(sums)"))
        #expect(lines.contains("6 – zgodna z wierszami 4 657,53 – zgodna z wierszami"))
        #expect(text.contains("korekta"))
    }

    @Test("The register of purchases has fixed assets and the rest side by side")
    func purchases() throws {
        let lines = try SharedFile("JPK_V7K/synthetic_jpk_v7k3_2026-09_kwartal3.xml").paper(.vatPurchases).lines()
        #expect(lines.joined().contains("Środki trwałe") && lines.joined().contains("Pozostałe nabycia"))
        #expect(lines.contains("Razem od początku okresu 4 000,00 920,00 8 400,00 1 886,00 12 400,00 2 806,00"))
        #expect(lines.contains("4 – zgodna z wierszami 2 806,00 – zgodna z wierszami"))
    }

    @Test("An empty register is a page with its zeros")
    func empty() throws {
        let paper = try SharedFile("JPK_V7M/synthetic_jpk_v7m3_2026-05_pusty.xml").paper(.vatSales)
        #expect(paper.pages == 1)
        #expect(try paper.lines().contains("Razem od początku okresu 0,00 0,00"))
    }

    @Test(
        "The trial balance is even in each pair",
        arguments: ["JPK_KR/synthetic_jpk_kr1_2026-06.xml", "JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml"])
    func balance(path: String) throws {
        let lines = try SharedFile(path).paper(.trialBalance).lines()
        let sums = ["50 000,00", "31 980,00", "31 980,00", "62 300,00"].map { "\($0) \($0)" }.joined(separator: " ")
        #expect(lines.contains("Razem \(sums)"))
        #expect(lines.contains { $0.hasPrefix("130 Rachunek bankowy 50 000,00 0,00 12 300,00 3 690,00") })
    }

    @Test(
        "The journal has its entries with the sum that the file states",
        arguments: ["JPK_KR/synthetic_jpk_kr1_2026-06.xml", "JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml"])
    func journal(path: String) throws {
        let lines = try SharedFile(path).paper(.journal).lines()
        #expect(lines.contains("Razem od początku okresu 31 980,00"))
        #expect(lines.contains("4 – zgodna z wierszami 31 980,00 – zgodna z wierszami"))
        #expect(lines.contains { $0.contains("1/SP/06/2026") && $0.hasSuffix("E. Testowa 12 300,00") })
    }

    @Test(
        "Each account goes from its opening through its postings to the closing of the trial balance",
        arguments: ["JPK_KR/synthetic_jpk_kr1_2026-06.xml", "JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml"])
    func accounts(path: String) throws {
        let lines = try SharedFile(path).paper(.ledgerAccounts).lines()
        let start = try #require(lines.firstIndex(of: "130 Rachunek bankowy"))
        // The account on the other side is known when entries contain their postings.
        let against = path.contains("KR_PD") ? ["200-1 ", "210-1 "] : ["", ""]
        #expect(
            Array(lines[(start + 1)...(start + 4)]) == [
                "Bilans otwarcia 50 000,00",
                "2026-06-25 1/WB/06/2026 WB 6/2026 Zapłata od odbiorcy \(against[0])12 300,00 62 300,00",
                "2026-06-26 2/WB/06/2026 WB 6/2026 Zapłata dostawcy \(against[1])3 690,00 58 610,00",
                "Obroty i saldo konta 130 12 300,00 3 690,00 58 610,00",
            ])
        #expect(lines.contains("Razem od początku okresu 31 980,00 31 980,00"))
        #expect(!lines.contains { $0.contains("inne niż z zapisów") })
    }

    @Test("The VAT declaration has every field with its official words, whole złoty and what is to be paid")
    func vatDeclaration() throws {
        let lines = try SharedFile("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml").paper(.declaration).lines()
        let text = lines.joined(separator: " ")
        #expect(lines.contains("P 51 Wysokość podatku podlegająca wpłacie do urzędu skarbowego 1 622"))
        #expect(lines.contains("1 622 zł") || text.contains("1 622 zł"))
        #expect(text.contains("Deklaracja VAT-7 (23)") && text.contains("korekta"))
        #expect(text.contains("Podatek należny") && text.contains("Podatek naliczony"))
        #expect(text.contains("Uzasadnienie przyczyn złożenia korekty: Ujęcie pominiętej faktury zakupu HO/2026/901."))
    }

    @Test("A refund says how much, when and what is carried over")
    func refund() throws {
        let text = try SharedFile("JPK_V7M/synthetic_jpk_v7m3_2026-06_nadwyzka_zwrot.xml").paper(.declaration).lines()
            .joined(separator: "\n")
        #expect(text.contains("0 zł 4 000 zł 1 000 zł"))
        #expect(text.contains("P 560 Zwrot na rachunek rozliczeniowy podatnika w terminie 40 dni: 1 - tak tak"))
    }

    @Test("Any other declaration is printed field by field, by its groups")
    func declaration() throws {
        let vatUE = try SharedFile("e-Deklaracje/synthetic_vat_ue5_2026-07.xml").paper(.declaration).lines()
        #expect(vatUE.contains("Informacja o wewnątrzwspólnotowych dostawach towarów"))
        #expect(vatUE.contains("P Db Numer identyfikacyjny VAT kontrahenta 123456789"))
        let pit = try SharedFile("e-Deklaracje/deklaracja_pit36.xml").paper(.declaration).lines()
        #expect(pit.contains("P 63 98 098,67") && pit.contains("P 464 1 1"))
        // The data that authorizes the declaration is secret.
        #expect(!pit.joined().contains("39080") && !pit.joined().contains("39 080"))
    }

    @Test("No file prints what it does not have")
    func wrongKind() throws {
        let file = try SharedFile("JPK_EWP/synthetic_jpk_ewp4_2026.xml")
        #expect(throws: PrintoutError.wrongKind) { try file.paper(.taxLedger) }
    }

    @Test(
        "Each looks as it did when it was last looked at",
        arguments: [
            ("JPK_PKPIR/synthetic_jpk_pkpir3_2026.xml", .taxLedger, "kpir19"),
            ("JPK_EWP/synthetic_jpk_ewp4_2026.xml", .revenue, "revenue"),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml", .vatSales, "vatSales"),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml", .vatPurchases, "vatPurchases"),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml", .declaration, "vatDeclaration"),
            ("JPK_V7K/synthetic_jpk_v7k3_2026-09_kwartal3.xml", .declaration, "vatDeclarationOfQuarter"),
            ("JPK_KR/synthetic_jpk_kr1_2026-06.xml", .trialBalance, "trialBalance"),
            ("JPK_KR/synthetic_jpk_kr1_2026-06.xml", .journal, "journal"),
            ("JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml", .ledgerAccounts, "ledgerAccounts"),
            ("JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml", .taxDifferences, "taxDifferences"),
            ("e-Deklaracje/synthetic_vat_ue5_2026-07.xml", .declaration, "declaration"),
        ] as [(String, FilePart, String)])
    func pictures(path: String, part: FilePart, name: String) throws {
        let paper = try SharedFile(path).paper(part)
        let isWide = try paper.info().contains(/Page size: +8\d\d/)
        Picture.expect(try paper.ink(columns: isWide ? 48 : 34, rows: isWide ? 34 : 48), name)
    }

    @Test("A Hebrew frame stands around Polish content")
    func hebrew() throws {
        let file = try SharedFile("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml")
        let text = try file.paper(.vatSales, Samples.hebrew).text()
        #expect(text.contains("Ewidencja VAT – sprzedaż") && text.contains("תדפיס למידע בלבד"))
        #expect(text.contains("Stawka 5%"))
    }
}
