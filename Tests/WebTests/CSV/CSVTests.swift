import Testing

@testable import Web

@Suite("A table for a spreadsheet")
struct CSVTests {
    @Test(
        "Holds no formula, whatever was typed",
        arguments: ["=1+1", "+48600", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "|calc"])
    func formulas(text: String) {
        #expect(CSV.cell(text) == "\"'\(text)\"")
    }

    @Test("Leaves other text as it is, and doubles quotes")
    func plain() {
        #expect(CSV.cell("Kłos \"Piekarnia\"; sp. z o.o.") == "\"Kłos \"\"Piekarnia\"\"; sp. z o.o.\"")
        #expect(CSV.cell("") == "\"\"")
    }

    @Test("Begins with a byte order mark, and divides cells as the reader's language does")
    func table() {
        var polish = CSV(decimal: ",", header: ["A", "B"])
        polish.add(["1", "2"])
        #expect(polish.text == "\u{FEFF}\"A\";\"B\"\r\n\"1\";\"2\"\r\n")
        #expect(CSV(decimal: ".", header: ["A", "B"]).text == "\u{FEFF}\"A\",\"B\"\r\n")
    }
}
