import Foundation
import Testing

@testable import Models

/// ASVS 5.0: 5.3.2, 5.4.2.
@Suite("The name of an uploaded file")
struct FileNameTests {
    @Test(
        "stays as it is when there is nothing wrong with it",
        arguments: [
            "faktura 12.pdf", "Zażółć gęślą jaźń.docx", "דוח רווח והפסד.xlsx", "FV_2026-10 (1).PDF", "请款单.pdf",
            "a&b;c'd.txt", "🙂.png",
        ])
    func untouched(name: String) throws {
        #expect(try FileName.cleaned(name, fallbackExtension: "bin") == name)
    }

    @Test(
        "loses what is dangerous in it",
        arguments: [
            ("../../etc/passwd.txt", "passwd.txt"), ("..\\..\\windows\\a.pdf", "a.pdf"),
            ("C:\\Users\\Ewa\\a.pdf", "a.pdf"),
            ("/a.pdf", "a.pdf"), ("a/\u{301}b.pdf", "\u{301}b.pdf"), ("..", "plik.pdf"), ("", "plik.pdf"),
            ("katalog/", "plik.pdf"),
            (" -.- .pdf", "pdf.pdf"), (".htaccess", "htaccess.pdf"), ("\u{200B}.htaccess", "htaccess.pdf"),
            ("-rf.pdf", "rf.pdf"),
            ("faktura.pdf. . .", "faktura.pdf"), ("fakt\u{202E}fdp.exe.pdf", "faktfdp.exe.pdf"),
            ("a\u{200D}\u{FEFF}\u{2066}b.pdf", "ab.pdf"),
            ("a\u{7}\u{1B}[31m\u{9F}.pdf", "a[31m.pdf"), ("a\u{2028}b.pdf", "ab.pdf"),
            ("a\u{A0}b\t c.pdf", "a b  c.pdf"),
            ("con", "_con.pdf"), ("CON.pdf", "_CON.pdf"), ("Lpt1 .tar.pdf", "_Lpt1 .tar.pdf"),
            ("com¹.pdf", "_com¹.pdf"), ("console.pdf", "console.pdf"),
            ("a.txt:ukryty.pdf", "a.txt_ukryty.pdf"), ("czy \"to\" <jest> ok?.pdf", "czy _to_ _jest_ ok_.pdf"),
            ("z\u{307}.pdf", "ż.pdf"),
            ("skan", "skan.pdf"), ("Rejestr 10.2026", "Rejestr 10.2026.pdf"),
            ("Umowa Nowak sp. z o.o", "Umowa Nowak sp. z o.o.pdf"),
        ])
    func cleaned(raw: String, name: String) throws {
        let cleaned = try FileName.cleaned(raw, fallbackExtension: "pdf")
        #expect(Array(cleaned.utf8) == Array(name.utf8), "\(cleaned)")
        #expect(try FileName.cleaned(cleaned, fallbackExtension: "pdf") == cleaned, "cleaning twice changes nothing")
    }

    @Test(
        "with a NUL or a line break is refused",
        arguments: ["a\0.pdf", "a\n.pdf", "a.pdf\r\nX: y", "\r", "katalog\0/a.pdf"])
    func refused(raw: String) {
        #expect(throws: FileRefusal.badName) { try FileName.cleaned(raw, fallbackExtension: "pdf") }
    }

    @Test(
        "has at most 200 bytes, in whole characters, and keeps its extension",
        arguments: ["a", "ż", "🙂", "👨‍👩‍👧", "e\u{323}\u{302}", "א", ". "])
    func shortened(piece: String) throws {
        for extra in ["", "x", "xy", "xyz"] {
            let name = try FileName.cleaned(
                extra + String(repeating: piece, count: 4_000) + "k.docx", fallbackExtension: "pdf")
            #expect(name.utf8.count <= 200)
            #expect(name.hasSuffix(".docx"))
            #expect(!name.contains("\u{FFFD}"))
            #expect(name.precomposedStringWithCanonicalMapping == name)
        }
    }

    @Test("made of one endless character keeps thirty marks of it")
    func endlessCharacter() throws {
        let name = "a" + String(repeating: "\u{308}\u{323}", count: 2_000) + ".pdf"
        let cleaned = try FileName.cleaned(name, fallbackExtension: "pdf")
        #expect(cleaned.hasSuffix(".pdf") && (4...35).contains(cleaned.unicodeScalars.count))
    }

    @Test(
        "has the extension that a file system will see",
        arguments: [
            ("a.pdf", "pdf"), ("a.PDF", "pdf"), ("a.exe.", "exe"), ("a.exe\u{200B}", "exe"), ("a.pdf/b.exe ", "exe"),
            ("b.tar.gz", "gz"),
            ("pdf", nil), (".pdf", nil), ("a.", nil), ("a.1", nil), ("a.10", nil), ("a.o", nil), ("a.książka", nil),
            ("a.7z", "7z"),
        ])
    func fileExtension(name: String, expected: String?) {
        #expect(FileName.fileExtension(of: name) == expected)
    }
}
