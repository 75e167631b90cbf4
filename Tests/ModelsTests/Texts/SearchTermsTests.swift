import Models
import Testing

@Suite("Words and numbers that are searched for")
struct SearchTermsTests {
    /// Notations of the same number, in a text and in a search.
    private static let written: [[String]] = [
        [
            "5261040828", "526-104-08-28", "526 104 08 28", "PL5261040828", "PL 526-104-08-28", "NIP: 526-10-40-828",
            "526.104.08.28", "526–104–08–28", "５２６１０４０８２８", "526\u{A0}104\u{2011}08\u{AD}28", "NIP PL 5261040828",
        ],
        ["511111114", "51-111111-4", "ח.פ. 511111114", "ח״פ: 51-111111-4"],
        [
            "PL61109010140000071219812874", "PL61 1090 1014 0000 0712 1981 2874", "61 1090 1014 0000 0712 1981 2874",
            "61109010140000071219812874", "IBAN PL 61 1090 1014 0000 0712 1981 2874",
        ],
        [
            "600000597", "+48 600 000 597", "600-000-597", "0048600000597", "48 600 000 597", "tel. 600 000 597",
            "(+48) 600 000 597", "+48600000597",
        ],
        ["050-1234567", "+972 50 123 4567", "972501234567", "0501234567", "050 123 45 67"],
        ["12 345,67", "12345,67", "12345.67", "12.345,67", "12,345.67", "12\u{202F}345,67 zł", "12'345.67"],
        ["1500,00", "1 500,00", "1500", "1.500,00", "1 500 zł"],
    ]

    @Test("A number is found in each way of writing it by each other", arguments: written)
    func numbers(ways: [String]) {
        for text in ways {
            for typed in ways where !typed.hasSuffix("zł") || text.hasSuffix("zł") {
                #expect(SearchTerms(typed).stand(in: "Pierwsze, \(text) i dalej"), "\(typed) in \(text)")
                #expect(SearchTerms("\(typed) dalej").stand(in: "Pierwsze, \(text) i dalej"), "\(typed) in \(text)")
            }
        }
    }

    @Test(
        "A number is found by its beginning while it is typed, and not in another",
        arguments: [
            ("526-10", "5261040828", true), ("526 104", "NIP 5261040828", true), ("12,50", "12,99", false),
            ("12,50", "kwota 12,50", true), ("526-104-08-29", "526-104-08-28", false),
            ("12 2026", "faktura 12 z 2026", true),
            ("12/2026", "faktura 12 z 2026", false), ("10/2026", "faktura 10/2026", true), ("7", "7. ZUS", true),
            ("FV2026/001", "korekta fv2026/001", true), ("PL", "Polska PL", true), ("13, 14", "12, 13, 14", true),
        ])
    func partly(typed: String, text: String, isFound: Bool) {
        #expect(SearchTerms(typed).stand(in: text) == isFound, "\(typed) in \(text)")
    }

    @Test(
        "Words are found without accents, in any order, with their signs",
        arguments: [
            ("klos piekarnia", "Piekarnia Kłos", true), ("a-b", "firma a-b", true), ("a-b", "a b", false),
            ("-", "a", false),
            ("-", "a-b", true), ("kłos 5261040828", "Kłos\n526-104-08-28", true), ("%", "abc", false),
        ])
    func words(typed: String, text: String, isFound: Bool) {
        #expect(SearchTerms(typed).stand(in: text) == isFound, "\(typed) in \(text)")
    }

    @Test("Nothing is searched for where nothing is typed")
    func empty() {
        for typed in ["", " ", "\n"] { #expect(SearchTerms(typed).isEmpty) }
        #expect(!SearchTerms("x").isEmpty)
    }

    @Test("A text of digits alone, or of a million marks, is looked through at once")
    func long() {
        #expect(!SearchTerms("526-104").stand(in: String(repeating: "7", count: 200_000)))
        #expect(!SearchTerms("526-104").stand(in: String(repeating: "7 8,", count: 50_000)))
        #expect(!SearchTerms("526-104").stand(in: "1" + String(repeating: "\u{345}\u{301}", count: 250_000)))
    }
}
