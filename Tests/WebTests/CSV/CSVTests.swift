import NIOCore
import Testing

@testable import Web

@Suite("A table for a spreadsheet")
struct CSVTests {
    @Test(
        "Holds no formula, whatever was typed",
        arguments: ["=1+1", "+48600", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "|calc"])
    func formulas(text: String) {
        #expect(Self.cell(text) == "\"'\(text.replacing("\r", with: "\n"))\"")
    }

    @Test("Leaves other text as it is, and doubles quotes")
    func plain() {
        #expect(Self.cell("Kłos \"Piekarnia\"; sp. z o.o.") == "\"Kłos \"\"Piekarnia\"\"; sp. z o.o.\"")
        #expect(Self.cell("") == "\"\"")
    }

    @Test("Begins with a byte order mark, and divides cells as the reader's language does")
    func table() {
        var polish = CSV(decimal: ",", header: ["A", "B"])
        polish.add(["1", "2"])
        #expect(String(buffer: polish.bytes) == "\u{FEFF}\"A\";\"B\"\r\n\"1\";\"2\"\r\n")
        #expect(String(buffer: CSV(decimal: ".", header: ["A", "B"]).bytes) == "\u{FEFF}\"A\",\"B\"\r\n")
    }

    @Test("Writes by bytes: a quote with a mark after it is doubled, line ends are one kind, a NUL is left out")
    func bytes() {
        let mark = "\u{301}"
        #expect(Self.cell("a\"\(mark)b") == "\"a\"\"\(mark)b\"")
        #expect(Self.cell("a\r\nb\rc\nd\u{0}e") == "\"a\nb\nc\nde\"")
    }

    @Test(
        "Knows a formula behind blanks, marks and what is invisible",
        arguments: [" =1", "\u{A0}=1", "\u{200B}=1", "\u{301}=1", "=\u{301}1", "\u{FEFF}@A1", "\u{0}=1", "\u{202E}-1"])
    func hidden(text: String) {
        #expect(Self.cell(text).unicodeScalars.dropFirst().first == "'", "\(text.unicodeScalars.map(\.value))")
    }

    private static func cell(_ text: String) -> String { String(decoding: CSV.cell(text), as: UTF8.self) }
}
