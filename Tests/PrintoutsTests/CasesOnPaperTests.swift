import Foundation
import Testing

@testable import Formats
@testable import Printouts

@Suite("What the shared cases say on paper", .enabled(if: SharedFile.areThere))
struct CasesOnPaperTests {
    private static func file(_ name: String) throws -> SharedFile { try SharedFile("../cases/tax/\(name).xml") }

    @Test("Fields of the margin scheme are called what they are: gross sales, and what was bought")
    func margin() throws {
        let sales = try Self.file("marza").paper(.vatSales).lines().joined(separator: " ")
        let purchases = try Self.file("marza").paper(.vatPurchases).lines().joined(separator: " ")
        for word in ["sprzedaży", "brutto", "procedurze", "marży"] { #expect(sales.contains(word), "\(word)") }
        #expect(purchases.contains("nabyć") && purchases.contains("procedurze"))
        #expect(!(sales + purchases).contains("Marża brutto"))
    }

    @Test("A month of a KPiR says nothing of the income of the year")
    func month() throws {
        let lines = try Self.file("pk_listopad").paper(.taxLedger).lines()
        #expect(lines.contains { $0.contains("1 000,00") })
        #expect(!lines.contains { $0.contains("roku podatkow") || $0.contains("Ustalenie dochodu") })
    }

    @Test("An old revenue register has its rates in their columns, and the sums on a page with rows")
    func revenue() throws {
        let paper = try Self.file("ewp3").paper(.revenue)
        let last = try paper.lines(page: paper.pages)
        let sums = "2 700,00 1 100,00 1 300,00 1 500,00 1 700,00 1 900,00 2 100,00 2 300,00 2 500,00 17 100,00"
        #expect(last.contains("Razem od początku okresu \(sums)"))
        #expect(last.contains { $0.contains("F/18") })
    }

    @Test("A VAT-UE says of each transaction whether it is triangular, by a word")
    func triangular() throws {
        let lines = try Self.file("vatue_5").paper(.declaration).lines().filter { $0.contains("trójstronne") }
        #expect(lines.map { $0.split(separator: " ").last } == ["nie", "tak", "nie", "tak"])
    }

    @Test("A PIT-4R says what its fields are, by their parts")
    func advances() throws {
        let lines = try Self.file("pit4r_13").paper(.declaration).lines()
        for line in [
            "P 10 Liczba podatników za m-c I 5", "P 22 Liczba podatników za m-c VII 4210",
            "P 34 Należne zaliczki za m-c I 38",
        ] { #expect(lines.contains(line), "\(line): \(lines)") }
        #expect(lines.contains { $0.hasPrefix("2. Zaliczki pobrane przez płatników, o których mowa w art. 33-35") })
        #expect(!lines.contains { $0.contains("nie są tu znane") })
    }

    @Test("Where the official words of a form are not known, it says so once")
    func unlabelled() throws {
        let lines = try Self.file("pit8ar_14").paper(.declaration).lines()
        #expect(lines.count { $0.contains("nie są tu znane") } == 1)
        let known = try SharedFile("e-Deklaracje/synthetic_vat_ue5_2026-07.xml").paper(.declaration).lines()
        #expect(!known.contains { $0.contains("Opisy pozycji tego formularza") })
    }

    @Test("A time without a zone is printed as it was written, in Polish time")
    func made() throws {
        let text = try Self.file("pk_listopad").paper(.taxLedger).text()
        #expect(text.contains("2026-11-25 10:00:00") && text.contains("czas polski"))
    }
}

@Suite("A wide register on paper", .enabled(if: SharedFile.areThere))
struct WideRegisterTests {
    @Test("takes a larger sheet and says so; its amounts are no smaller than 6 points, its days and words are whole")
    func wide() throws {
        for part in [FilePart.vatSales, .vatPurchases] {
            let paper = try SharedFile("../cases/tax/wide300.xml").paper(part)
            let sizes = try paper.sizes(of: /^-?[0-9\u{A0}]+,[0-9]{2}$/)
            #expect(!sizes.isEmpty && sizes.allSatisfy { $0 >= 6 }, "\(sizes)")
            let text = try paper.text()
            #expect(!text.contains(/20\d\d-\d\d-\s*\n/) && text.contains(/2026-09-\d\d\s/))
            let size = try paper.info()
            let isLarge = !size.contains(/Page size: +841\.89 x 595/)
            #expect(!isLarge || size.contains(/Page size: +1190\.55 x 841/), "no larger than A3")
            #expect(text.contains("wydruk ma format") == isLarge)
        }
    }

    @Test("takes two lines a row where it would be wider than A3, and has its headings on each page")
    func folded() throws {
        let paper = try SharedFile("../cases/tax/wide300.xml").paper(.vatSales)
        let lines = try paper.lines(page: 2)
        #expect(try paper.text(page: 1).contains("każda pozycja zajmuje dwa wiersze"))
        #expect(lines.contains { $0.hasPrefix("Lp. · Data wystawienia · Data sprzedaży · Numer dowodu ·") })
        let names = lines.filter { $0.contains(" · FV/") }
        #expect(!names.isEmpty && names.allSatisfy { $0.contains(/^\d+ · 2026-09-/) }, "each row in one line of words")
        let last = try paper.lines(page: paper.pages)
        let total = try #require(last.firstIndex(of: "Razem od początku okresu"))
        #expect(last[total + 1].hasPrefix("12 503 541,89 20 996 360,68") && last[total + 1].hasSuffix("32 029 906,87"))
    }

    @Test("of a narrow ledger stays on A4 and says nothing of it")
    func narrow() throws {
        let paper = try SharedFile("JPK_EWP/synthetic_jpk_ewp4_2026.xml").paper(.revenue)
        #expect(try paper.info().contains(/Page size: +841\.89 x 595/) && !paper.text().contains("wydruk ma format"))
    }
}

@Suite("The last page")
struct LastPageTests {
    @Test("never has the control sums alone: the last rows stand above them", arguments: 40...90)
    func last(count: Int) throws {
        let rows = (1...count).map { number in [Cell.text("\(number)"), .amount(100)] }
        let table = Table(columns: [Column("Lp.", share: 1), .amount("Kwota", share: 1)], sums: .polish) { body in
            for row in rows { try body(.entry(row)) }
        }
        let frame = Samples.frame(Samples.polish, firm: "F", taxIdentifier: "1", period: "2026")
        let paper = try Paper(
            Document(
                "Rejestr", subject: "x", orientation: .portrait, frame: frame,
                parts: [.table(table), .heading("Sumy kontrolne pliku"), .form([[Field("Liczba", "\(count)")]])]))
        let lines = try paper.lines(page: paper.pages)
        #expect(lines.contains { $0.hasPrefix("\(count) 1,00") }, "\(count): \(lines)")
        #expect(lines.contains { $0.hasPrefix("Razem od początku okresu \(count),00") })
    }
}

@Suite("A list of fixed assets")
struct FixedAssetsTests {
    private static func lines(_ name: String) throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("FormatsTests/Files/\(name).xml"))
        let limits = TaxFileLimits(bytes: 1 << 20)
        guard case .file(let summary) = try TaxFile.read(XMLSource(data), limits: limits) else { return [] }
        let frame = Samples.frame(Samples.polish, firm: "F", taxIdentifier: "1", period: "2026")
        let ledger = Ledger(summary, frame: frame) { parts, body in
            try TaxFile.forEachRow(of: parts, in: XMLSource(data), limits: limits, body)
        }
        return try Paper(ledger.document(of: .fixedAssets)).lines()
    }

    @Test("has each asset with what the file says of it, in columns that are used, and their sums")
    func assets() throws {
        let ledger = try Self.lines("jpk_st_1")
        #expect(ledger.contains { $0.hasPrefix("1 2025-02-10") && $0.contains("48 000,00") && $0.contains("9 600,00") })
        #expect(ledger.contains { $0.hasPrefix("Razem") && $0.contains("49 200,50") && $0.contains("10 800,50") })
        #expect(ledger.contains { $0.hasPrefix("Pominięto kolumny") })
        let books = try Self.lines("jpk_st_kr_1")
        #expect(books.contains { $0.hasPrefix("ST/001") && $0.contains("100 000,00") && $0.contains("40 833,33") })
    }
}
