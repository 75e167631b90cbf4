import Models
import Testing

@Suite("Tax identifiers in a text")
struct FoundNumbersTests {
    @Test(
        "Are found however they are written",
        arguments: [
            ("NIP 1234563218", "1234563218"), ("NIP: 123-456-32-18.", "1234563218"), ("123-45-63-218", "1234563218"),
            ("PL1234563218", "1234563218"), ("PL 123 456 32 18", "1234563218"),
            ("ewidencja_1234563218_2026-07.pdf", "1234563218"),
            ("2026-07-1234563218", "1234563218"), ("1 2 3 4 5 6 3 2 1 8", "1234563218"),
            ("1|2|3|4|5|6|3|2|1|8", "1234563218"), ("NIP\n123\u{A0}456\u{2011}32–18\nKraków", "1234563218"),
            ("ח.פ. 511111114", "511111114"), ("51-111111-4", "511111114"), ("faktura 12 123-456-32-18", "1234563218"),
            ("123.456.32.18", "1234563218"), ("123/456/32/18", "1234563218"), ("123\\456\\32\\18", "1234563218"),
            ("ewidencja_123_456_32_18.pdf", "1234563218"), ("ewidencja.123.456.32.18.pdf", "1234563218"),
            ("123—456—32—18", "1234563218"), ("123·456·32·18", "1234563218"), ("123•456•32•18", "1234563218"),
            ("123\u{AD}456\u{AD}3218", "1234563218"), ("123\u{200B}456\u{200B}3218", "1234563218"),
            ("123\u{2060}4563218\u{FEFF}", "1234563218"), ("１２３４５６３２１８", "1234563218"),
            ("١٢٣٤٥٦٣٢١٨", "1234563218"), ("①②③④⑤⑥③②①⑧", "1234563218"),
            ("[1][2][3][4][5][6][3][2][1][8]", "1234563218"),
            ("1      2      3      4      5      6      3      2      1      8", "1234563218"),
            ("123 -- - 4563218", "1234563218"), ("ח.פ. 51\u{200E}-\u{200E}111111-4", "511111114"),
        ]
    )
    func found(text: String, number: String) {
        #expect(FoundNumbers.all(in: text).contains(number), "\(text)")
    }

    @Test(
        "Are none with a wrong check digit, inside of a longer number, or across words",
        arguments: [
            "1234563219", "0000000000", "11234563218", "61109010140000071219812874", "123 456 tel 32 18",
            "123,456,32,18", "123 zł 4563218", "123\n\n\n\n4563218", "511111115", "",
        ]
    )
    func none(text: String) {
        #expect(FoundNumbers.all(in: text) == [], "\(text)")
    }

    @Test("Are all found, each once, in a text of many")
    func many() {
        let text = "Sprzedawca 1111111111, nabywca 222-222-22-22; jeszcze raz 1111111111 i PL3333333333"
        #expect(FoundNumbers.all(in: text) == ["1111111111", "2222222222", "3333333333"])
    }

    @Test("Are looked for in a long row of digits, where no number begins in the middle of another")
    func long() {
        #expect(FoundNumbers.all(in: String(repeating: "1 2 3 ", count: 4_000)).count < 100)
        #expect(FoundNumbers.all(in: String(repeating: "7", count: 40_000)) == [])
    }
}
