import Testing

@testable import Formats
@testable import Printouts

@Suite("What the sample files do not have")
struct RegisterTests {
    private static func lines(_ code: String, _ part: FilePart, _ rows: [FileRow]) throws -> [String] {
        try Paper(Samples.ledger(Samples.summary(code), rows).document(of: part)).lines()
    }

    @Test("Rows FP are printed, marked and left out of every sum; parts of a base are not added twice")
    func sales() throws {
        let lines = try Self.lines("JPK_V7M (3)", .vatSales, Samples.vatSaleRows)
        let sums = "700,00 500,00 8 400,50 420,03 3 000,00 240,00 12 000,00 2 760,00 2 000,00 460,00 60,00"
        #expect(lines.contains("Razem od początku okresu \(sums) 26 100,50 3 820,03"))
        #expect(lines.contains { $0.contains("FP/1") && $0.hasSuffix("100,00 23,00 100,00 23,00") })
        #expect(lines.contains { $0.hasPrefix("Wiersze FP") })
        #expect(lines.contains { $0.contains("GTU 12, TP") || $0.contains("GTU 12,") })
    }

    @Test("Corrections of input tax stand alone and count as tax")
    func purchases() throws {
        let lines = try Self.lines("JPK_V7M (3)", .vatPurchases, Samples.vatPurchaseRows)
        #expect(
            lines.contains("Razem od początku okresu 4 000,00 920,00 6 000,00 1 380,00 -10,00 10 000,00 2 290,00"))
    }

    @Test("Old registers are printed by the numbers of their columns and what they are called in their schema")
    func old() throws {
        let lines = try Self.lines("JPK_VAT (3)", .vatSales, Samples.vatSaleRows)
        let text = lines.joined(separator: " ")
        for word in ["K_19", "K_20", "Stawka", "netto", "VAT"] { #expect(text.contains(word), "\(word)") }
        #expect(!lines.joined().contains("Razem netto"))
    }

    @Test("An account that others belong to is printed, and added up only through them")
    func synthetic() throws {
        let lines = try Self.lines("JPK_KR_PD (1)", .trialBalance, Samples.booksRows)
        #expect(lines.contains { $0.hasPrefix("200 Rozrachunki z odbiorcami 0,00 0,00 12 300,00 12 300,00") })
        #expect(lines.contains { $0.hasPrefix("Razem 50 000,00 50 000,00 24 600,00 25 990,00") })
    }

    @Test("An account whose closing is not what its postings give says so; one without a name is not lost")
    func accounts() throws {
        let lines = try Self.lines("JPK_KR_PD (1)", .ledgerAccounts, Samples.booksRows)
        #expect(lines.contains("Saldo według zestawienia obrotów i sald, inne niż z zapisów 0,00 9 999,99"))
        #expect(lines.contains("221") && lines.contains("Obroty i saldo konta 221 0,00 2 300,00 2 300,00"))
        #expect(lines.contains("800 Kapitał zakładowy"))
    }

    @Test("An account with an opening balance alone is printed though it is the first, and a file without any is")
    func untouchedAccounts() throws {
        let untouched = Samples.booksRows.filter { row in
            guard case .balance(let row) = row else { return false }
            return row.account == "800"
        }
        let lines = try Self.lines("JPK_KR_PD (1)", .ledgerAccounts, untouched)
        #expect(lines.contains("800 Kapitał zakładowy"))
        #expect(lines.contains { $0.hasPrefix("Obroty i saldo konta 800 0,00 0,00") })
        #expect(try !Self.lines("JPK_KR_PD (1)", .ledgerAccounts, []).isEmpty)
    }

    @Test("Rates of an old revenue register that hold nothing but zeros get no column")
    func revenue() throws {
        let lines = try Self.lines("JPK_EWP (3)", .revenue, Samples.revenueRows)
        #expect(lines.contains("Razem od początku okresu 13 500,00 2 500,50 640,00 16 640,50"))
    }

    @Test("A tax office is named by its digits, an unknown one by them alone")
    func offices() {
        #expect(TaxOffice.name("1471") == "PIERWSZY MAZOWIECKI URZĄD SKARBOWY W WARSZAWIE (1471)")
        #expect(TaxOffice.name("0202") == "URZĄD SKARBOWY W BOLESŁAWCU (0202)")
        #expect(TaxOffice.name("9999") == "9999")
    }

    @Test("Labels are those of the variant, and of the form")
    func labels() {
        #expect(DeclarationLabels.vat(variant: 3)["P_58"]?.contains("180 dni") == true)
        #expect(DeclarationLabels.vat(variant: 1)["P_58"]?.contains("87 ust. 5a") == true)
        #expect(DeclarationLabels.form("CIT-8", variant: 33)?["P_259"]?.isEmpty == false)
        #expect(DeclarationLabels.form("PIT-36", variant: 27) == nil)
    }

    @Test("Fields of an attachment do not get the labels of the form that it belongs to")
    func attachments() throws {
        let rows = Samples.fields([("P_61", "5.00")]) + Samples.fields([("P_61", "7.00")], path: ["Zalacznik_CIT-8_O"])
        var summary = Samples.summary("CIT-8")
        summary.structure = Structure(.declaration, form: "CIT-8", 33, "")
        let lines = try Paper(Samples.ledger(summary, rows).document(of: .declaration)).lines()
        #expect(lines.contains("P 61 7,00") && !lines.contains("P 61 5,00"))
    }

    @Test("A posting has the day and the words of the entry that it is inside of, and the accounts on the other side")
    func entries() throws {
        let lines = try Paper(
            Samples.ledger(Samples.summary("JPK_KR_PD (1)"), Samples.nestedRows).document(of: .ledgerAccounts)
        ).lines()
        #expect(lines.contains { $0.hasPrefix("2026-06-08 1 S/1 Sprzedaż 221, 700 ") })
        #expect(lines.contains { $0.hasPrefix("2026-06-25 1 Z/1 Zakup 200 ") })
        #expect(lines.contains { $0.contains("Koszty różne ") })
    }

    @Test("An account of very many postings is printed as if there were few, a part at a time")
    func batches() throws {
        let rows = { (_: Set<FilePart>, body: (FileRow) throws -> Void) in
            for row in Samples.booksRows + Samples.nestedRows { try body(row) }
        }
        let read = { (size: Int) in
            var lines: [String] = []
            try AccountBook(rows, batchSize: size).forEachSection { section in
                #expect(section.lines.count <= size)
                if section.isFirst { lines.append(section.account.code) }
                lines += section.lines.map { "\($0)" }
                if section.isLast { lines.append("end") }
            }
            return lines
        }
        let whole = try read(20_000)
        #expect(whole.count > 20)
        for size in 1...5 { #expect(try read(size) == whole) }
    }

    @Test("Fixed assets are added up, with groups of three digits")
    func fixedAssets() throws {
        let lines = try Paper(
            Samples.ledger(
                Samples.summary("JPK_EWP (3)"),
                ["1", "2"].map { number in
                    .fixedAsset(
                        FixedAssetRow(fields: [
                            .init(element: "KW_1", text: number, amount: nil),
                            .init(element: "KW_7", text: "45000.00", amount: 4_500_000),
                        ]))
                }
            ).document(of: .fixedAssets)
        ).lines()
        #expect(lines.contains("1 45 000,00") && lines.contains { $0.hasPrefix("Razem 90 000,00") })
    }
}
