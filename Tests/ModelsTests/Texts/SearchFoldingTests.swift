import Models
import Testing

@Suite("Folding text for a search")
struct SearchFoldingTests {
    @Test(
        "Drops case, Polish and Latin marks, Hebrew points and final forms",
        arguments: [
            ("Kłos", "klos"), ("ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"),
            ("Žižka Müller Ødegård", "zizka muller odegard"),
            ("שָׁלוֹם", "שלומ"), ("כהן", "כהנ"), ("ךםןףץ", "כמנפצ"), ("e\u{301}", "e"), ("Istanbul İ ı", "istanbul i i"),
            ("a\u{200F}b\u{200B}", "ab"), ("111-111", "111-111"), ("", ""),
        ]
    )
    func folds(text: String, folded: String) { #expect(SearchFolding.fold(text) == folded) }

    @Test("Is the same for composed and decomposed letters")
    func composition() {
        #expect(SearchFolding.fold("Ż\u{F3}łw") == SearchFolding.fold("Z\u{307}o\u{301}łw"))
    }

    @Test("Is done with a million marks as with few, and stops where it may")
    func marks() {
        let marks = String(repeating: "\u{345}\u{301}\u{316}\u{327}", count: 250_000)
        #expect(SearchFolding.fold("Kł\(marks)os") == "klos")
        #expect(SearchFolding.fold("Żółw", limit: 2) == "zo" && SearchFolding.fold("KLOS", limit: 2) == "kl")
    }

    @Test("Folded twice is folded once")
    func idempotent() {
        for text in ["Kłos", "İstanbul", "שָׁלוֹם", "ǅ"] {
            #expect(SearchFolding.fold(SearchFolding.fold(text)) == SearchFolding.fold(text))
        }
    }
}
