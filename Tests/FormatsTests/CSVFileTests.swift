import Foundation
import Testing

@testable import Formats

@Suite("A CSV file")
struct CSVFileTests {
    private static func fields(_ text: String) throws -> [[String]] {
        try CSVFile(Data(text.utf8)).records.map(\.fields)
    }

    @Test("Has cells between semicolons, commas or tabs, whichever the first row has most of")
    func separators() throws {
        for separator in [";", ",", "\t"] {
            let text = ["nazwa", "NIP", "e-mail"].joined(separator: separator) + "\na\(separator)b\(separator)c\n"
            let file = try CSVFile(Data(text.utf8))
            #expect(file.separator == Character(separator))
            #expect(file.records.map(\.fields) == [["nazwa", "NIP", "e-mail"], ["a", "b", "c"]])
        }
        #expect(try Self.fields("\"a,b,c\";d\n1;2") == [["a,b,c", "d"], ["1", "2"]])
        #expect(try Self.fields("jedna\ndwie\n") == [["jedna"], ["dwie"]])
    }

    @Test("May name its separator in a first line, as Excel does, which is no row")
    func namedSeparator() throws {
        let file = try CSVFile(Data("sep=|\r\na|b;c\r\n".utf8))
        #expect(file.separator == "|" && file.records == [.init(row: 1, fields: ["a", "b;c"])])
    }

    @Test(
        "Keeps what stands in quotes: separators, doubled quotes, line ends",
        arguments: [
            ("\"a;b\";c", [["a;b", "c"]]), ("\"Zakład \"\"Kłos\"\"\";x", [["Zakład \"Kłos\"", "x"]]),
            ("\"dwie\r\nlinie\";x\n2;y", [["dwie\r\nlinie", "x"], ["2", "y"]]), ("\"\";\"\"\nx;", [["x", ""]]),
            ("Zakład \"Kłos\";x", [["Zakład \"Kłos\"", "x"]]), ("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
            ("\"\"\"\";x", [["\"", "x"]]),
        ]
    )
    func quotes(text: String, expected: [[String]]) throws {
        #expect(try Self.fields(text) == expected)
    }

    @Test("Counts rows as a spreadsheet does: blank ones too, a cell of two lines once")
    func rows() throws {
        let file = try CSVFile(Data("a;b\n\"1\n1\";2\n\n ; \n3;4".utf8))
        #expect(file.records.map(\.row) == [1, 2, 5])
    }

    @Test(
        "Is refused with the place where a quote goes wrong",
        arguments: [
            ("a;b\n1;\"2\n3;4\n", CSVError(.unclosedQuote, row: 2, column: 2)),
            ("a;b\n1;2\n\"x\" y;2\n", CSVError(.textAfterQuote, row: 3, column: 1)),
            ("", CSVError(.empty)), ("\n\r\n ;; \n", CSVError(.empty)), ("a\u{0}b;c\n", CSVError(.binary)),
        ]
    )
    func broken(text: String, error: CSVError) {
        #expect(throws: error) { try CSVFile(Data(text.utf8)) }
    }

    @Test("Is refused beyond the limits, at the cell that is too much")
    func limits() {
        #expect(throws: CSVError(.tooLarge)) { try CSVFile(Data(repeating: 65, count: 10 * 1024 * 1024)) }
        let cell = "a;b\n1;" + String(repeating: "x", count: 20_001)
        #expect(throws: CSVError(.cellTooLong, row: 2, column: 2)) { try CSVFile(Data(cell.utf8)) }
        #expect(throws: CSVError(.cellTooLong, row: 1, column: 1)) {
            try CSVFile(Data(("\"" + String(repeating: "x", count: 20_001) + "\"").utf8))
        }
        let columns = String(repeating: ";", count: 1_000_000)
        #expect(throws: CSVError(.tooManyColumns, row: 1, column: 201)) { try CSVFile(Data(columns.utf8)) }
        let rows = String(repeating: "x\n", count: 20_001)
        #expect(throws: CSVError(.tooManyRows, row: 20_001)) { try CSVFile(Data(rows.utf8)) }
        #expect(throws: Never.self) { try CSVFile(Data(String(repeating: "x\n", count: 20_000).utf8)) }
    }

    @Test("Gives a formula as the text that it is")
    func formulas() throws {
        let text = "=cmd|' /C calc'!A0;+1;-1;@SUM(A1)"
        #expect(try Self.fields(text) == [["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)"]])
    }

    @Test("Never traps, whatever the bytes")
    func anyBytes() {
        var state: UInt64 = 20_261_121
        for round in 0..<2_000 {
            let bytes = (0..<(round % 60)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let alphabet: [UInt8] = [
                    34, 34, 59, 44, 9, 10, 13, 65, 61, 0xB3, 0xE0, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0,
                ]
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            _ = try? CSVFile(Data(bytes))
        }
    }
}
