import Testing

@testable import Formats
@testable import Printouts

@Suite("The podatkowa księga przychodów i rozchodów on paper")
struct KPiRTests {
    private static let file = "JPK_PKPIR/synthetic_jpk_pkpir3_2026.xml"

    @Test(
        "Has 19 numbered columns from 2026, the last of which is not the file's K_19", .enabled(if: SharedFile.areThere)
    )
    func columns() throws {
        let paper = try SharedFile(Self.file).paper(.taxLedger)
        let text = try paper.lines(page: 1)
        #expect(text.contains("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19"))
        let words = text.joined(separator: " ")
        for heading in [
            "Podatkowa księga przychodów i rozchodów", "Kontrahent", "Przychód", "Wydatki (koszty)", "Lp.", "Uwagi",
            "wydatki", "(14+15)", "(9+10)", "imię i nazwisko (firma)",
        ] { #expect(words.contains(heading), "\(heading)") }
    }

    @Test("Puts each amount where the printed book has it", .enabled(if: SharedFile.areThere))
    func rows() throws {
        let lines = try SharedFile(Self.file).paper(.taxLedger).lines()
        // Goods, purchase costs, sales twice (in their own column and the sum), wages twice, other revenue twice.
        for (start, end) in [
            ("1 2026-01-05", "6 000,00"), ("2 2026-01-05", "250,00"), ("3 2026-01-20", "12 000,00 12 000,00"),
            ("5 2026-01-31", "9 500,40 9 500,40"), ("6 2026-02-03", "312,75 312,75"), ("7 2026-02-10", "800,00 800,00"),
        ] {
            #expect(lines.contains { $0.hasPrefix(start) && $0.hasSuffix(end) }, "\(start) … \(end)")
        }
        #expect(lines.contains { $0.hasPrefix("8 2026-03-15") && $0.contains("5 000,00 5 000,00 Dostawa do") })
    }

    @Test("Adds up months, pages and the year, with the income and the control sums", .enabled(if: SharedFile.areThere))
    func sums() throws {
        let lines = try SharedFile(Self.file).paper(.taxLedger).lines()
        let january = "32 150,00 0,00 32 150,00 6 000,00 250,00 9 500,40 0,00 9 500,40 0,00 0,00"
        #expect(lines.contains("Razem miesiąc 2026-01 \(january)"))
        let year = "37 150,00 800,00 37 950,00 6 000,00 250,00 9 500,40 312,75 9 813,15 0,00 0,00"
        #expect(lines.contains("Razem od początku okresu \(year)"))
        #expect(lines.contains("1 500,00 2 100,00 15 463,15 22 486,85"))
        #expect(lines.contains("2026-06-30 1 800,00"))
        #expect(lines.contains("8 – zgodna z wierszami 37 950,00 – zgodna z wierszami"))
    }

    @Test("Has 17 columns before 2026, without KSeF and the tax number")
    func old() throws {
        let ledger = Samples.ledger(Samples.summary("JPK_PKPIR (2)"), Samples.kpirRows(3))
        let text = try Paper(ledger.document(of: .taxLedger)).lines().joined(separator: "\n")
        #expect(text.contains("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"))
        #expect(text.contains("(7+8)") && text.contains("(12+13)"))
        #expect(!text.contains("KSeF") && !text.contains("4444444444"))
    }

    @Test("Carries sums over twenty pages without losing a grosz")
    func carried() throws {
        let ledger = Samples.ledger(Samples.summary("JPK_PKPIR (3)"), Samples.kpirRows(300))
        let paper = try Paper(ledger.document(of: .taxLedger))
        #expect(paper.pages > 15)
        let last = try paper.lines(page: paper.pages)
        #expect(last.contains { $0.hasPrefix("Razem od początku okresu 150 000,00 0,00 150 000,00 60 075,00 0,00") })
        let second = try paper.lines(page: 2)
        let first = try paper.lines(page: 1).first { $0.hasPrefix("Razem od początku okresu") } ?? ""
        let over = first.replacing("Razem od początku okresu", with: "Przeniesienie z poprzedniej strony")
        #expect(!first.isEmpty && second.contains(over))
    }

    @Test("Leaves months out where rows do not stand in the order of their days")
    func disorder() throws {
        let rows = Array(Samples.kpirRows(40).reversed())
        let paper = try Paper(Samples.ledger(Samples.summary("JPK_PKPIR (3)"), rows).document(of: .taxLedger))
        #expect(try !paper.text().contains("Razem miesiąc"))
    }

    @Test("Says where the file's own sums do not agree with its rows")
    func disagreement() throws {
        let sum = ControlSum(
            part: .taxLedger, element: "SumaPrzychodow", unit: .amount, declared: 100_000, computed: 200_000)
        let ledger = Samples.ledger(Samples.summary("JPK_PKPIR (3)", [sum]), Samples.kpirRows(4))
        let text = try Paper(ledger.document(of: .taxLedger)).lines().joined(separator: "\n")
        #expect(text.contains("1 000,00 – niezgodna: z wierszy wynika 2 000,00"))
    }

    @Test("Looks as it did when it was last looked at")
    func picture() throws {
        let ledger = Samples.ledger(Samples.summary("JPK_PKPIR (3)"), Samples.kpirRows(12))
        let ink = try Paper(ledger.document(of: .taxLedger)).ink(columns: 48, rows: 34)
        Picture.expect(ink, "kpir")
    }
}
