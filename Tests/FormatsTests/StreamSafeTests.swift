import Formats
import Testing

@Suite("Runs of combining marks")
struct StreamSafeTests {
    /// Marks of several classes, unsorted: the slowest input of normalization.
    private static let marks = "\u{345}\u{301}\u{316}\u{327}\u{301}\u{334}"

    @Test("are cut after thirty, a million of them as quickly as a hundred")
    func cut() {
        let text = "a" + String(repeating: Self.marks, count: 170_000) + "b"
        let cut = StreamSafe.cut(text)
        #expect(cut.unicodeScalars.count == 32)
        #expect(cut.unicodeScalars.first == "a" && cut.unicodeScalars.last == "b")
        #expect(StreamSafe.normalized(text).unicodeScalars.count <= 32)
    }

    @Test(
        "are counted over what is invisible between them: taken out later, it would join two runs to one",
        arguments: ["\u{0}", "\u{1}", "\u{7F}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}", "\u{34F}"])
    func joined(between: String) {
        let text = "a" + String(repeating: String(repeating: "\u{301}", count: 20) + between, count: 1_000)
        let isOfMarks = { (scalar: Unicode.Scalar) in scalar == "\u{301}" }
        #expect(StreamSafe.cut(text).unicodeScalars.count(where: isOfMarks) <= 30, "\(between.unicodeScalars)")
    }

    @Test(
        "leave alone what people write",
        arguments: [
            "", "Zażółć gęślą jaźń", "Zaz\u{307}o\u{301}łc\u{301}", "שָׁלוֹם", "👨‍👩‍👧‍👦👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्षत्रिय", "ก็้", "a\r\nb\tc",
        ])
    func kept(text: String) {
        #expect(Array(StreamSafe.cut(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("A beginning is counted in code points: one character may be all of a text")
    func beginning() {
        #expect(("a" + String(repeating: "\u{301}", count: 99)).beginning(10).unicodeScalars.count == 10)
        #expect("Kłos".beginning(10) == "Kłos")
    }
}
