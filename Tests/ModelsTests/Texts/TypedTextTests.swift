import Models
import Testing

@Suite("Typed text")
struct TypedTextTests {
    @Test(
        "On one line loses control and direction-changing characters and extra white space",
        arguments: [
            ("  Anna\t Lis \n", "Anna Lis"), ("a\u{0}b\u{7}c\u{1B}", "abc"), ("exe.\u{202E}fdp", "exe.fdp"),
            ("\u{2066}x\u{2069}\u{FEFF}", "x"), ("a\u{A0}b\u{2003}c", "a b c"), ("a\u{2028}b", "a b"),
            ("\u{061C}", ""), ("\u{202A}\u{202C}\u{202D}", ""), ("נועה לוי", "נועה לוי"), ("o\u{301}", "ó"), ("", ""),
            ("Jan\u{200B} No\u{AD}wak\u{2060}", "Jan Nowak"), ("\u{200F}Anna\u{200E}\u{200D}", "Anna"),
            ("a\u{2800}b", "a b"),
            ("\u{3164}\u{115F}\u{FFA0}\u{34F}", ""), ("\u{200B}\u{2800} \u{AD}", ""), ("\u{301}\u{302}", ""),
            ("Łąka\u{FE0F}", "Łąka"), ("a\u{E0041}\u{FFFE}b", "ab"),
        ]
    )
    func line(raw: String, line: String) {
        #expect(TypedText.line(raw).unicodeScalars.elementsEqual(line.unicodeScalars))
    }

    @Test(
        "On several lines keeps the lines, with one kind of ending",
        arguments: [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\n\n a \n\n", "a"), ("a\n\n\nb", "a\n\n\nb"), ("a\tb", "a b"),
            ("a\u{202E}b\u{0}\nc", "ab\nc"), ("    code", "code"), ("a\n    b", "a\n    b"),
        ]
    )
    func block(raw: String, block: String) { #expect(TypedText.block(raw) == block) }

    @Test("Is cut after thirty marks in a row, and done with a million of them at once")
    func marks() {
        let marks = String(repeating: "\u{345}\u{301}\u{316}\u{327}\u{1}", count: 200_000)
        #expect(TypedText.line("a\(marks) b").unicodeScalars.count <= 33)
        #expect(TypedText.block("\(marks)\na\(marks)").unicodeScalars.count <= 62)
        #expect(EmailAddress("a\(marks)@kłos.example").text.isEmpty)
    }

    @Test("An e-mail address is one line in lower case, and its digest is that of what is kept")
    func address() {
        #expect(EmailAddress(" Piotr@Piekarnia.example\n").text == "piotr@piekarnia.example")
        #expect(EmailAddress("PIOTR@piekarnia.example") == "piotr@piekarnia.example")
        #expect(EmailAddress("piotr@piekarnia.example").digest.count == 32)
    }

    @Test(
        "An e-mail address that looks right is right",
        arguments: [
            "piotr@piekarnia.example\u{200B}", "\u{FEFF}piotr@piekarnia.example",
            "piotr\u{AD}@piekarnia.example\u{200F}",
            "ｐｉｏｔｒ＠ｐｉｅｋａｒｎｉａ．ｅｘａｍｐｌｅ", "piotr@piekarnia\u{2060}.example\u{A0}",
        ])
    func seenAddress(typed: String) { #expect(EmailAddress(typed).text == "piotr@piekarnia.example") }

    @Test("Keeps joiners, which make one emoji of several and shape some scripts")
    func joiners() {
        #expect(TypedText.line("👩‍💼").unicodeScalars.count == 3)
        #expect(TypedText.line("❤️ می‌خواهم").unicodeScalars.count == 11)
    }

    @Test("On several lines is empty where nothing of it is seen, and keeps the signs that Hebrew needs else")
    func invisible() {
        #expect(TypedText.block("\u{200B}\n\u{2800}\u{AD}\u{3164}") == "")
        #expect(TypedText.block("א\u{200F}1").unicodeScalars.count == 3)
    }

    @Test("Cannot hide a long run of marks behind fillers that are dropped")
    func fillers() {
        let marks = String(repeating: "\u{301}", count: 20)
        #expect(TypedText.line("x\(marks)\u{3164}\(marks)\u{115F}\(marks)").unicodeScalars.count <= 32)
    }
}

@Suite("An e-mail address")
struct EmailAddressTests {
    @Test("Is plausible", arguments: ["a@b.pl", "anna.lis+x@biuro.example", "o'neil@a-b.co.il", "żółw@łąka.pl"])
    func plausible(text: String) { #expect(EmailAddress.isPlausible(text)) }

    @Test(
        "Is not plausible",
        arguments: [
            "", "a", "@b.pl", "a@", "a@b", "a@.pl", "a@b.", "a@b..pl", "a@b@c.pl", "a b@c.pl", "a@b.pl\n", "<a@b.pl>",
            "a@b.pl,c@d.pl", "a;b@c.pl", "\"a\"@b.pl", "a@[1.2.3.4]",
        ]
    )
    func implausible(text: String) { #expect(!EmailAddress.isPlausible(text)) }

    @Test("Has at most 254 bytes")
    func length() {
        let name = String(repeating: "a", count: 248)
        #expect(EmailAddress.isPlausible("\(name)@bc.pl") && !EmailAddress.isPlausible("\(name)a@bc.pl"))
    }
}

@Suite("A phone number")
struct PhoneNumberTests {
    @Test(
        "Is kept as it looks, in plain digits and signs",
        arguments: [
            ("+48\u{A0}600\u{2011}100–200", "+48 600-100-200"), ("'+48 600 000 597", "+48 600 000 597"),
            ("６００１００２００", "600100200"), ("٦٠٠١٠٠٢٠٠", "600100200"), ("600\u{200B}100\u{AD}200", "600100200"),
            ("\u{202A}+48 600 100 200\u{202C}", "+48 600 100 200"), ("＋48 600", "+48 600"),
            ("22.123.45.67", "22.123.45.67"),
            ("", ""),
        ])
    func line(typed: String, line: String) { #expect(PhoneNumber.line(typed) == line) }

    @Test(
        "Is plausible",
        arguments: [
            "600100200", "+48 600 100 200", "(22) 123-45-67", "1234567", "123456789012345", "22/123.45.67",
            "(+48) 600 100 200",
        ])
    func plausible(text: String) { #expect(PhoneNumber.isPlausible(text)) }

    @Test(
        "Is not plausible",
        arguments: [
            "", "123456", "1234567890123456", "600 100 20x", "٦٠٠١٠٠٢٠٠", "tel:600100200", "600+100200", "++600100200",
        ])
    func implausible(text: String) { #expect(!PhoneNumber.isPlausible(text)) }
}
