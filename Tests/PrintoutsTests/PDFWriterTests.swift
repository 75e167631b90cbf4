import Foundation
import Testing

@testable import Printouts

@Suite("The PDF writer")
struct PDFWriterTests {
    private static let columns = [
        Column("Lp.", number: "1", share: 1, alignment: .end), Column("Opis", number: "2", share: 4),
        Column.amount("Kwota", number: "3", share: 2),
    ]

    private static func table(_ count: Int, amount: Int = 123_456) -> Table {
        Table(columns: columns, sums: .polish) { body in
            for number in 0..<count {
                try body(.entry([.text("\(number + 1)"), .text("Wiersz \(number + 1)"), .amount(amount)]))
            }
        }
    }

    private static func document(_ parts: [Document.Part], _ words: FrameWords = Samples.polish) -> Document {
        Document("Próba", subject: "JPK", orientation: .portrait, frame: Samples.frame(words), parts: parts)
    }

    @Test("Puts title, firm, NIP, period, maker, digest and the number of pages on every page")
    func frame() throws {
        let paper = try Paper(Self.document([.table(Self.table(120))]))
        #expect(paper.pages == 3)
        for page in 1...3 {
            let text = try paper.lines(page: page).joined(separator: "\n")
            for words in [
                "Próba", "Jan Przykładowy Piekarnia Kłos", "1111111111", "2026-01-01 – 2026-12-31",
                "Wydruk informacyjny", "Sporządzono 2027-01-15 09:00 · Biuro Rachunkowe Bilans", Samples.digest,
                "Strona \(page) z 3",
            ] { #expect(text.contains(words), "\(words) on page \(page)") }
        }
    }

    @Test("Puts the office's logo at the head of every page and its colour in the line below; a logo beside the texts")
    func letterhead() throws {
        let plain = Self.document([.table(Self.table(120))])
        var (frame, words) = (Samples.frame(), plain.title)
        frame.letterhead = Letterhead(logo: try Samples.logo(), accent: Ink(red: 0.69, green: 0.26, blue: 0.45))
        words += String(repeating: " i dalej", count: 20)
        let document = Document(
            words, subject: "JPK", orientation: .portrait, frame: frame, parts: [.table(Self.table(120))])
        let paper = try Paper(document)
        let images = try paper.images()
        #expect(images.map(\.page) == Array(1...paper.pages), "one on each page")
        #expect(Set(images.map(\.object)).count == 1, "and only one in the file")
        // 32 points high at 300 dots an inch, however large the image was.
        #expect(images.allSatisfy { $0.width == 267 && $0.height == 133 })
        #expect(try Paper(plain).images().isEmpty)
        #expect(paper.data.count - (try Paper(plain).data.count) < 20_000)
        #expect(try Paper(document).data == paper.data)
    }

    @Test("Is printed without a logo that cannot be read")
    func unreadableLogo() throws {
        for bytes in [Data(), Data("GIF89a".utf8), try Samples.logo().prefix(60)] {
            var frame = Samples.frame()
            frame.letterhead.logo = bytes
            let document = Document(
                "Próba", subject: "JPK", orientation: .portrait, frame: frame, parts: [.table(Self.table(3))])
            #expect(try Paper(document).images().isEmpty)
        }
    }

    @Test("Sums each page, carries the sum over and adds it up")
    func sums() throws {
        let paper = try Paper(Self.document([.table(Self.table(120))]))
        let pages = try (1...3).map { try paper.lines(page: $0) }
        var carried = 0
        for (number, lines) in pages.enumerated() {
            let rows = lines.filter { $0.contains("Wiersz") }.count
            #expect(lines.contains("Suma strony \(Self.spaced(rows * 123_456))"))
            let over = "Przeniesienie z poprzedniej strony \(Self.spaced(carried))"
            #expect(lines.contains(over) == (number > 0))
            carried += rows * 123_456
            #expect(lines.contains("Razem od początku okresu \(Self.spaced(carried))"))
        }
        #expect(carried == 120 * 123_456)
    }

    private static func spaced(_ amount: Int) -> String {
        AmountText.text(amount).replacing("\u{A0}", with: " ")
    }

    @Test("Repeats the headings with their numbers on every page, and loses no row")
    func headings() throws {
        let paper = try Paper(Self.document([.table(Self.table(120))]))
        for page in 1...3 {
            let lines = try paper.lines(page: page)
            #expect(lines.contains("Lp. Opis Kwota") && lines.contains("1 2 3"))
        }
        let text = try paper.lines()
        for number in 1...120 { #expect(text.contains("\(number) Wiersz \(number) 1 234,56")) }
    }

    @Test("Gives the same bytes for the same input, by a writer of its own too")
    func determinism() throws {
        let document = Self.document([.table(Self.table(300))], Samples.hebrew)
        let first = try Paper(document).data
        #expect(try Paper(document).data == first)
        #expect(try PDFWriter().data(document) == first)
    }

    @Test("Says in the metadata what it is, whose and from when")
    func metadata() throws {
        let info = try Paper(Self.document([.table(Self.table(3))])).info("-isodates")
        #expect(info.contains(/Title: +Próba – Jan Przykładowy Piekarnia Kłos/))
        #expect(info.contains(/Author: +Biuro Rachunkowe Bilans/))
        #expect(info.contains(/Subject: +JPK, 2026-01-01 – 2026-12-31/))
        #expect(info.contains(/CreationDate: +2027-01-15T08:00:00/))
        #expect(info.contains(/Page size: +595.276 x 841.89 pts \(A4\)/))
        #expect(info.contains(/Tagged: +yes/))
    }

    @Test("Embeds every font, and tells screen readers of tables, rows and cells")
    func fonts() throws {
        let paper = try Paper(Self.document([.heading("Część שלום"), .table(Self.table(3))]))
        let fonts = try paper.fonts()
        #expect(fonts.contains { $0[0].hasSuffix("NotoSans-Regular") })
        #expect(fonts.contains { $0[0].contains("Hebrew") })
        // Columns: name, type (one or two words), encoding, emb, sub, uni.
        #expect(fonts.allSatisfy { $0.suffix(5).first == "yes" }, "\(fonts)")
        let structure = try paper.info("-struct-text")
        for tag in ["Document", "H1", "Table", "TR", "TH", "TD"] {
            #expect(structure.contains(try Regex("\\b\(tag)\\b")), "\(tag)")
        }
        #expect(structure.contains("\"Wiersz 2\""))
    }

    @Test("Never cuts a row between two pages, unless it is taller than one")
    func rows() throws {
        let long = Array(repeating: "słowo", count: 40).joined(separator: " ")
        let rows = Table(columns: Self.columns) { body in
            for number in 0..<60 { try body(.entry([.text("\(number)"), .text("A\(number) \(long) Z\(number)")])) }
        }
        let paper = try Paper(Self.document([.table(rows)]))
        #expect(paper.pages > 2)
        for page in 1...paper.pages {
            let text = try paper.text(page: page)
            for number in 0..<60 {
                #expect(text.contains("A\(number) ") == text.contains(try Regex("Z\(number)\\b")), "\(number)")
            }
        }
        let tall = Table(columns: Self.columns) { body in
            try body(.entry([.text("1"), .text(Array(repeating: long, count: 60).joined(separator: " ") + " koniec")]))
        }
        let cut = try Paper(Self.document([.table(tall)]))
        #expect(cut.pages > 1)
        #expect(try cut.text(page: cut.pages).contains("koniec"))
    }

    @Test("Takes what others wrote into cells without harm: control characters, overrides, endless words")
    func hostile() throws {
        let word = String(repeating: "Konstantynopolitańczykowianeczka", count: 200)
        let cells = [
            "a\u{0}b\u{7}c\u{1B}[31md", "\u{202E}txt.exe\u{202C}", "\u{FFFE}\u{FEFF}x", "</Table> %PDF (nawias) \\",
            "שלום \u{202E}abc", word, String(repeating: "é\u{301}", count: 50), "😀 漢字", "\u{2028}nowy\nwiersz\ttab",
        ]
        let table = Table(columns: Self.columns, sums: .polish) { body in
            for cell in cells { try body(.entry([.text("1"), .text(cell), .amount(-5)])) }
        }
        let paper = try Paper(Self.document([.table(table)]))
        let text = try paper.lines().joined(separator: "\n")
        #expect(text.contains("a b c [31md -0,05"))
        #expect(text.contains("txt.exe") && text.contains("</Table> %PDF (nawias) \\"))
        #expect(text.contains("nowy wiersz tab") && text.contains("Razem od początku okresu -0,45"))
        // The long word is complete, on several lines.
        #expect(text.replacing(/\s/, with: "").contains("Konstantynopolitańczykowianeczka"))
        #expect(paper.pages >= 2)
    }

    @Test("Prints an amount whole however narrow its column is")
    func narrow() throws {
        let columns = [Column("a", share: 20), .amount("b", share: 1)]
        let table = Table(columns: columns) { try $0(.entry([.text("x"), .amount(-123_456_789_012)])) }
        #expect(try Paper(Self.document([.table(table)])).lines().contains("x -1 234 567 890,12"))
    }

    @Test("Mirrors a right-to-left frame, and leaves a table in the direction of its own language")
    func mirrored() throws {
        let (left, right) = (
            try Paper(Self.document([.table(Self.table(5))])),
            try Paper(Self.document([.table(Self.table(5))], Samples.hebrew))
        )
        #expect(try right.text().contains("הופק"))
        let (plain, mirror) = (try left.ink(columns: 2, rows: 30), try right.ink(columns: 2, rows: 30))
        // The title is dark on the left of one and on the right of the other.
        let row = 1
        #expect(plain[row].first ?? "0" > plain[row].last ?? "0")
        #expect(mirror[row].first ?? "0" < mirror[row].last ?? "0")
        #expect(try right.lines().contains("1 Wiersz 1 1 234,56"))
    }

    @Test("Puts amounts under each other at the right of their column in a table from the right, too")
    func amountsInHebrew() throws {
        let columns = [Column("לקוח", share: 3), Column.amount("סכום", share: 1)]
        let table = Table(columns: columns, sums: .polish, direction: .rightToLeft) { body in
            for _ in 0..<50 { try body(.entry([.text("a"), .amount(1)])) }
        }
        let ink = try Paper(Self.document([.table(table)], Samples.hebrew)).ink(columns: 24, rows: 30)
        // The column of amounts is the left quarter, right-aligned.
        let (left, right) = (ink[15].prefix(5).dropFirst(2), ink[15].dropFirst(5).prefix(2))
        #expect((left.max() ?? "9") < (right.max() ?? "0"), "\(ink[15])")
    }

    private final class Counter {
        var count = 0
        var ending: [UInt8] = []
    }

    @Test("A name without end leaves room for the rest")
    func endlessName() throws {
        var document = Self.document([.form([[Field("a", String(repeating: "długa wartość ", count: 4000))]])])
        document.parts.append(.table(Self.table(3)))
        let name = String(repeating: "Bardzo Długa Nazwa ", count: 2000)
        let frame = Samples.frame(firm: name)
        let paper = try Paper(
            Document("Próba", subject: "", orientation: .portrait, frame: frame, parts: document.parts))
        #expect(paper.pages == 2)
        #expect(try paper.lines(page: 2).contains("3 Wiersz 3 1 234,56"))
    }

    @Test("Refuses sums that do not fit, and hands on what the rows or the sink throw")
    func failures() throws {
        struct Broken: Error {}
        #expect(throws: PrintoutError.sumTooLarge) { try Paper(Self.document([.table(Self.table(3, amount: .max))])) }
        let rows = Table(columns: Self.columns) { _ in throw Broken() }
        #expect(throws: Broken.self) { try Paper(Self.document([.table(rows)])) }
        let asked = Counter()
        #expect(throws: Broken.self) {
            try Paper.writer.print(Self.document([.table(Self.table(3))])) { _ in
                asked.count += 1
                throw Broken()
            }
        }
        #expect(asked.count == 1)
        // Nothing is written after a printout was abandoned, so that half a ledger never looks complete.
        let (calls, bytes) = (Counter(), Counter())
        let later = Table(columns: Self.columns) { body in
            calls.count += 1
            for _ in 0..<200 { try body(.entry([.text("1")])) }
            // The rows are read to measure them, to count the pages, and to draw.
            if calls.count > 2 { throw Broken() }
        }
        #expect(throws: Broken.self) {
            try Paper.writer.print(Self.document([.table(later)])) { piece in
                bytes.count += piece.count
                bytes.ending = piece.suffix(6).map { $0 }
            }
        }
        #expect(bytes.count > 0 && bytes.ending != Array("%%EOF\n".utf8))
        // The writer still works afterwards.
        #expect(try Paper(Self.document([.table(Self.table(3))])).pages == 1)
    }
}
