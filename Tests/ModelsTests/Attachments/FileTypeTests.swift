import Foundation
import Testing

@testable import Models

/// ASVS 5.0: 5.2.2.
@Suite("The type of an uploaded file")
struct FileTypeTests {
    private static let taken: [(String, Data, String)] = [
        ("a.pdf", Sample.pdf, "PDF"), ("A.PDF", Sample.pdf, "PDF"), ("a.png", Sample.png, "PNG"),
        ("a.jpeg", Sample.jpeg, "JPEG"),
        ("a.heic", Sample.heic, "HEIC"), ("a.tif", Sample.tiff, "TIFF"), ("a.webp", Sample.webp, "WEBP"),
        ("a.docx", Sample.docx, "DOCX"),
        ("a.docx", Sample.zip, "DOCX"), ("a.xlsx", Sample.zip, "XLSX"), ("a.ods", Sample.ods, "ODS"),
        ("a.zip", Sample.zip, "ZIP"),
        ("a.7z", Sample.sevenZip, "7Z"), ("a.rar", Sample.rar, "RAR"), ("a.doc", Sample.compound, "DOC"),
        ("a.xls", Sample.compound, "XLS"),
        ("a.rtf", Data("{\\rtf1\\ansi a}".utf8), "RTF"),
        ("a.eml", Data("From: a@b.pl\r\nTo: c@d.pl\r\n\r\nhej".utf8), "EML"),
        ("jpk.xml", Data(Sample.jpk.utf8), "XML"),
        ("jpk.xml", Data([0xEF, 0xBB, 0xBF]) + Data(Sample.jpk.utf8), "XML"),
        ("jpk.xml", Data("<JPK xmlns='urn:x'><a/></JPK>".utf8), "XML"), ("upo.xades", Data(Sample.jpk.utf8), "XML"),
        ("a.txt", Data("Dzień dobry,\nzażółć gęślą".utf8), "TXT"), ("a.csv", Data("a;b\n1;2\n".utf8), "CSV"),
        ("wyciąg.sta", Data(":20:MT940\n".utf8), "MT940"),
        (
            "cp1250.csv", Data([0x5A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6, 0x3B, 0x31, 0x32, 0x2C, 0x9C, 0x84, 0x0A]),
            "CSV"
        ),
        ("cp1255.txt", Data([0xF9, 0xEC, 0xE5, 0xED, 0x20, 0xF2, 0xE5, 0xEC, 0xED]), "TXT"),
        ("list.txt", Data("From: Anna\nDo: Piotr\n".utf8), "TXT"), ("notatka.txt", Sample.batch, "TXT"),
        ("a.doc", Data("{\\rtf1\\ansi a}".utf8), "DOC"), ("a.odp", Sample.odp, "ODP"), ("a.xlsm", Sample.zip, "XLSM"),
        ("umowa.asice", Sample.asic, "ASIC"), ("umowa.asice", Sample.zip, "ASIC"),
        ("zus.kdu", Data(Sample.jpk.utf8), "KEDU"),
        ("umowa.pdf.p7m", Sample.signed, "P7M"), ("a.p7m", Sample.streamed, "P7M"), ("a.sig", Sample.signed, "SIG"),
        ("a.p7m", Data("-----BEGIN PKCS7-----\nMIIF\n".utf8), "P7M"), ("a.sig", Data(Sample.jpk.utf8), "SIG"),
        ("późny.pdf", Data((1...64).map { UInt8($0) }) + Sample.pdf, "PDF"),
        ("poczta.pdf", Data("Content-Type: application/pdf\r\n\r\n".utf8) + Sample.pdf, "PDF"),
        ("bom.pdf", Data([0xEF, 0xBB, 0xBF]) + Sample.pdf, "PDF"), ("a.pdf", Data("\r\n\r\n".utf8) + Sample.pdf, "PDF"),
        ("faktury.epp", Data("[INFO]\r\n\"1.05\",3,1250,\"Subiekt GT\"\r\n\r\n[NAGLOWEK]\r\n".utf8), "EPP"),
        ("zdjęcie.png", Sample.jpeg, "JPEG"), ("IMG.jpg", Sample.heic, "HEIC"), ("a.jpg", Sample.webp, "WEBP"),
        ("skan.pdf", Sample.png, "PNG"),
    ]

    @Test(
        "is text for a CSV and a TXT whatever its first words, in any code page",
        arguments: [
            "import;export\n1;2\n", "#include;a\n", "dnl;a\n", "%!PS-Adobe;a\n", "GIF89;a\n1;2\n", "P5 1 2 3\n;a\n",
            "BM;NIP\n1;2\n", "MZ;a\n", "@echo off\r\n", "Subject;From\na;b\n", "<wpłata>;1\n", "PK;a\n", "{\"a\": 1}",
            "function;class\n", "From - Mon\nX-Mozilla-Status: 0001\n", "ZAŻÓŁĆ\u{1A}", "a\u{C}b",
        ])
    func texts(text: String) throws {
        for (name, kind) in [
            ("a.csv", "CSV"), ("a.txt", "TXT"), ("a.eml", "EML"), ("a.epp", "EPP"), ("a.sta", "MT940"),
        ] {
            #expect(try FileType.detect(head: Data(text.utf8), name: name).kind == kind, "\(name) \(text)")
            let wide = Data([0xFF, 0xFE]) + Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            #expect(try FileType.detect(head: wide, name: name).kind == kind, "UTF-16 \(name) \(text)")
        }
    }

    @Test(
        "of a picture gives it its extension in the place of a wrong one",
        arguments: [
            ("zdjęcie.png", Sample.jpeg, "zdjęcie.jpg"), ("IMG_1.JPG", Sample.heic, "IMG_1.heic"),
            ("a.jpg", Sample.webp, "a.webp"), ("skan.pdf", Sample.png, "skan.png"), ("a.JPEG", Sample.jpeg, "a.JPEG"),
            ("faktura.pdf.png", Sample.jpeg, "faktura.pdf.jpg"), ("a.pdf", Sample.pdf, "a.pdf"),
        ])
    func renamed(name: String, head: Data, right: String) throws {
        #expect(try FileType.detect(head: head, name: name).name(for: name) == right)
    }

    @Test("is taken when the bytes agree with the name", arguments: taken)
    func accepted(name: String, head: Data, kind: String) throws {
        #expect(try FileType.detect(head: head, name: name).kind == kind)
    }

    @Test(
        "is refused when the bytes are not what the name says",
        arguments: [
            ("faktura.pdf", Sample.program, "PDF"), ("faktura.pdf", Sample.elf, "PDF"),
            ("obraz.png", Sample.html, "PNG"),
            ("obraz.jpg", Sample.pdf, "JPEG"), ("dane.csv", Sample.shell, "CSV"), ("dane.csv", Sample.html, "CSV"),
            ("notatka.txt", Sample.php, "TXT"),
            ("notatka.txt", Sample.pdf, "TXT"), ("a.txt", Data("{\\rtf1 a}".utf8), "TXT"),
            ("notatka.txt", Data([0, 1, 2, 3, 0xFF]), "TXT"),
            ("list.xml", Sample.svg, "XML"),
            ("list.xml", Sample.html, "XML"), ("umowa.docx", Sample.ods, "DOCX"), ("umowa.docx", Sample.pdf, "DOCX"),
            ("umowa.pdf", Sample.zip, "PDF"),
            ("a.pdf", Sample.shell + Sample.pdf, "PDF"), ("a.pdf", Data(count: 1025) + Sample.pdf, "PDF"),
            ("a.p7m", Sample.program, "P7M"), ("a.sig", Sample.elf, "SIG"), ("a.sig", Sample.html, "SIG"),
            ("a.kdu", Sample.html, "KEDU"), ("a.asice", Sample.pdf, "ASIC"), ("a.xlsm", Sample.compound, "XLSM"),
            ("skrót.doc", Sample.shortcut, "DOC"), ("list.eml", Sample.shell, "EML"),
        ])
    func mismatch(name: String, head: Data, claimed: String) throws {
        let refusal = try #require(throws: FileRefusal.self) { try FileType.detect(head: head, name: name) }
        guard case .mismatch(claimed, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
    }

    @Test(
        "is refused when it is not on the list",
        arguments: [
            ("a.exe", Sample.program), ("a", Sample.program), ("a.html", Sample.html), ("a", Sample.html),
            ("a.svg", Sample.svg), ("a", Sample.svg),
            ("a.ps1", Data("Get-Process".utf8)), ("a.js", Data("alert(1)".utf8)), ("a.exe.", Sample.pdf),
            ("a.docm", Sample.docx),
            ("a.jar", Sample.zip), ("a.lnk", Sample.shortcut), ("a", Data([0, 1, 2, 3, 0xFF])),
            ("a.pdf.hta", Sample.html), ("a", Sample.shell),
        ])
    func notAllowed(name: String, head: Data) throws {
        let refusal = try #require(throws: FileRefusal.self) { try FileType.detect(head: head, name: name) }
        guard case .notAllowed = refusal else {
            Issue.record("\(refusal)")
            return
        }
    }

    @Test("names what was found, in words where we have one")
    func found() {
        #expect(throws: FileRefusal.mismatch(claimed: "PNG", found: "PDF")) {
            try FileType.detect(head: Sample.pdf, name: "a.png")
        }
        #expect(throws: FileRefusal.notAllowed(found: "text/html")) {
            try FileType.detect(head: Sample.html, name: "a.html")
        }
        #expect(throws: FileRefusal.notAllowed(found: ".ps1")) {
            try FileType.detect(head: Data("ls".utf8), name: "a.ps1")
        }
    }

    @Test("of an empty file is none")
    func empty() {
        #expect(throws: FileRefusal.empty) { try FileType.detect(head: Data(), name: "a.pdf") }
    }

    @Test(
        "of a file without an extension is found in its bytes, and names it",
        arguments: [
            ("skan", Sample.pdf, "skan.pdf"), ("Rejestr 10.2026", Data(Sample.jpk.utf8), "Rejestr 10.2026.xml"),
            ("zdjęcie", Sample.jpeg, "zdjęcie.jpg"),
            ("notatka", Data("Dzień dobry".utf8), "notatka.txt"), ("paczka", Sample.zip, "paczka.zip"),
            ("umowa", Sample.docx, "umowa.docx"),
        ])
    func withoutExtension(name: String, head: Data, cleaned: String) throws {
        let type = try FileType.detect(head: head, name: name)
        #expect(try FileName.cleaned(name, fallbackExtension: type.extensions[0]) == cleaned)
    }

    @Test("looks at the beginning only, and takes a letter cut in two")
    func longHead() throws {
        let text = Data(String(repeating: "ż", count: 40_000).utf8)
        #expect(try FileType.detect(head: Data("a".utf8) + text, name: "a.txt").kind == "TXT")
        #expect(try FileType.detect(head: Sample.pdf + Data(count: 5_000_000), name: "a.pdf").kind == "PDF")
    }

    @Test("is told alike when many ask at once")
    func parallel() async throws {
        try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<60 {
                group.addTask {
                    try FileType.detect(head: index.isMultiple(of: 2) ? Sample.pdf : Sample.png, name: "a").kind
                }
            }
            let kinds = try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            #expect(kinds == ["PDF": 30, "PNG": 30])
        }
    }

    @Test("has an extension no other type has, and is nothing a browser runs")
    func list() {
        let extensions = FileType.allowed.flatMap(\.extensions)
        #expect(Set(extensions).count == extensions.count)
        let active = ["html", "svg", "javascript", "xhtml", "executable", "x-sh"]
        #expect(FileType.allowed.allSatisfy { type in !active.contains { type.mediaType.contains($0) } })
    }
}

/// The beginnings of files.
private enum Sample {
    static let pdf = Data("%PDF-1.7\n%\u{E2}\n1 0 obj\n".utf8)
    static let png = Data([0x89]) + Data("PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\u{10}\0\0\0\u{10}\u{8}\u{2}\0\0\0".utf8)
    static let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) + Data("JFIF\0\u{1}\u{1}\0\0\u{1}\0\u{1}\0\0".utf8)
    static let heic = Data("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic".utf8)
    static let tiff = Data("II*\0\u{8}\0\0\0".utf8) + Data(count: 20)
    static let webp = Data("RIFF\u{24}\0\0\0WEBPVP8 \u{18}\0\0\0".utf8)
    static let sevenZip = Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]) + Data(count: 30)
    static let rar = Data("Rar!\u{1A}\u{7}\u{1}\0".utf8) + Data(count: 20)
    static let compound =
        Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 16)
        + Data([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0]) + Data(count: 480)
    static let zip = entry("faktura.txt", "hej")
    static let docx =
        entry("[Content_Types].xml", String(repeating: "<Types/>", count: 30)) + entry("_rels/.rels", "<a/>")
        + entry("word/document.xml", "<d/>")
    static let ods = entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    static let odp = entry("mimetype", "application/vnd.oasis.opendocument.presentation")
    static let asic = entry("mimetype", "application/vnd.etsi.asic-e+zip")
    private static let signedName = Data([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])
    static let signed = Data([0x30, 0x82, 0x05, 0x76]) + signedName + Data([0xA0, 0x82, 0x05, 0x67, 0x30, 0, 1])
    static let streamed = Data([0x30, 0x80]) + signedName + Data([0xA0, 0x80, 0x30, 0x80, 0])
    static let jpk = #"<?xml version="1.0" encoding="UTF-8"?><JPK xmlns="http://jpk.mf.gov.pl/"><a/></JPK>"#
    static let html = Data("<!DOCTYPE html><html><script>alert(1)</script></html>".utf8)
    static let svg = Data(#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#.utf8)
    static let program =
        Data("MZ".utf8) + Data(count: 58) + Data([0x80, 0, 0, 0]) + Data(count: 64) + Data("PE\0\0L\u{1}".utf8)
        + Data(count: 200)
    static let elf =
        Data([0x7F]) + Data("ELF\u{2}\u{1}\u{1}".utf8) + Data(count: 9) + Data([3, 0, 0x3E, 0, 1, 0, 0, 0])
        + Data(count: 40)
    static let shell = Data("#!/bin/sh\nrm -rf ~\n".utf8)
    static let php = Data("<?php system($_GET['a']);".utf8)
    static let batch = Data("@echo off\r\ndel *.*\r\n".utf8)
    static let shortcut =
        Data([0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]) + Data(count: 60)

    /// Returns a stored ZIP entry, with which a file begins.
    private static func entry(_ name: String, _ text: String) -> Data {
        let sizes = [text.utf8.count, text.utf8.count, name.utf8.count, 0]
        let widths = [4, 4, 2, 2]
        let numbers = Swift.zip(sizes, widths).flatMap { size, width in
            (0..<width).map { UInt8(size >> ($0 * 8) & 0xFF) }
        }
        return Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + Data(numbers)
            + Data((name + text).utf8)
    }
}
