import Foundation
import Testing

@testable import Transports

@Suite("A mail")
struct MailTests {
    /// What somebody may type who wants a line of their own.
    static let breaks = ["\r\n", "\n", "\r", "\u{0}", "\u{B}", "\u{85}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{1B}"]

    @Test("Is ASCII in short lines that end with CRLF, whatever stands in it")
    func lines() throws {
        let long = String(repeating: "zażółć gęślą jaźń ", count: 400)
        for text in [
            long, String(repeating: "x", count: 5000), "", ".\n..\n.\n", "a\r\nb\rc\nd", "שלום לכולם\n", " \n x \n",
        ] {
            let bytes = try TestMail.mail(long, text: text, html: "<p>\(text)</p>").bytes()
            #expect(MIME.isSafe(bytes))
            let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 78 })
            #expect(!lines.contains { $0.hasPrefix(".") })
        }
    }

    @Test("Has its headers once each, with the time, the number and the words that machines look for")
    func headers() throws {
        var mail = TestMail.mail("Invoice 7", html: "<p>x</p>")
        mail.replyTo = .init("Marek Wilk", TestMail.address("marek@lis.example"))
        mail.unsubscribe = "https://portal.example/unsubscribe/abc"
        let bytes = try mail.bytes()
        let header = { (name: String) in TestMail.header(name, of: bytes) }
        #expect(header("Date") == "Mon, 30 Nov 2026 00:53:20 +0000")
        #expect(header("From") == "\"Biuro Rachunkowe Anna Lis\"\n <biuro@lis.example>")
        #expect(header("To").map(TestMail.read) == "Piotr Kłos")
        #expect(header("Reply-To") == "\"Marek Wilk\"\n <marek@lis.example>")
        #expect(header("Subject") == "Invoice 7")
        #expect(header("Message-ID") == "<7.abc@lis.example>")
        #expect(header("Auto-Submitted") == "auto-generated")
        #expect(header("List-Unsubscribe") == "<https://portal.example/unsubscribe/abc>")
        #expect(header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        #expect(header("Content-Type") == "multipart/alternative; boundary=\"=_alternative\"")
    }

    @Test("Has no header without a value: what is not given is not there")
    func absent() throws {
        let bytes = try TestMail.mail().bytes()
        for name in ["Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Bcc", "Cc"] {
            #expect(TestMail.header(name, of: bytes) == nil)
        }
        #expect(TestMail.header("Content-Type", of: bytes) == "text/plain; charset=utf-8")
    }

    @Test("Refuses a name or a subject that would break its line", arguments: breaks)
    func injection(sign: String) throws {
        let attack = "Anna\(sign)Bcc: wszyscy@zli.example"
        #expect(throws: MailFailure(.unwritable)) { try TestMail.mail(attack).bytes() }
        var mail = TestMail.mail()
        mail.from = .init(attack, TestMail.office)
        #expect(throws: MailFailure(.unwritable)) { try mail.bytes() }
        mail = TestMail.mail()
        mail.to = .init(attack, TestMail.client)
        #expect(throws: MailFailure(.unwritable)) { try mail.bytes() }
        mail = TestMail.mail()
        mail.replyTo = .init(attack, TestMail.client)
        #expect(throws: MailFailure(.unwritable)) { try mail.bytes() }
        mail = TestMail.mail()
        mail.unsubscribe = "https://portal.example/\(sign)x"
        #expect(throws: MailFailure(.unwritable)) { try mail.bytes() }
        #expect(MailAddress("anna\(sign)@lis.example") == nil)
        #expect(MailAddress("anna@lis.example\(sign)") == nil)
    }

    @Test(
        "Keeps such signs of a text inside of the text",
        arguments: breaks + ["\r\n.\r\nMAIL FROM:<x@y.example>\r\n", "--=_alternative--"])
    func inText(sign: String) throws {
        let bytes = try TestMail.mail(text: "przed\(sign)po\n", html: "<p>przed\(sign)po</p>").bytes()
        #expect(MIME.isSafe(bytes))
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.filter { $0.hasPrefix("--=_alternative") }.count == 3)
        #expect(!lines.contains("."))
        #expect(lines.filter { $0.hasPrefix("MAIL") }.allSatisfy { $0.hasPrefix("MAIL FROM:<") })
    }

    @Test(
        "Says a subject in encoded words that are cut between letters and say the same together",
        arguments: [
            "Zażółć gęślą jaźń", "שלום, יש לך הודעה חדשה", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
            String(repeating: "ż", count: 400), "=?UTF-8?B?eA==?=", "=?utf-8?q?x?=", " a", "a ",
            String(repeating: "plain ", count: 60),
        ])
    func subjects(subject: String) throws {
        let bytes = try TestMail.mail(subject).bytes()
        let value = try #require(TestMail.header("Subject", of: bytes))
        #expect(TestMail.read(value) == subject)
        for word in value.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            #expect(word.utf8.count <= 75)
            let inner = word.split(separator: "?")[3]
            #expect(Data(base64Encoded: String(inner)).map { String(data: $0, encoding: .utf8) != nil } == true)
        }
    }

    @Test("Puts a plain name in quotation marks, and encodes one that has them")
    func names() throws {
        var mail = TestMail.mail()
        mail.from = .init("Lis, Anna (biuro)", TestMail.office)
        #expect(TestMail.header("From", of: try mail.bytes()) == "\"Lis, Anna (biuro)\"\n <biuro@lis.example>")
        mail.from = .init("Anna \"Lis\" <zly@zli.example>", TestMail.office)
        let value = try #require(TestMail.header("From", of: try mail.bytes()))
        #expect(value.hasSuffix("\n <biuro@lis.example>"))
        #expect(!value.contains("zli.example"))
        #expect(TestMail.read(value) == "Anna \"Lis\" <zly@zli.example>")
    }

    @Test("From right to left begins the subject and each line with a letter of that direction, but no address")
    func rightToLeft() throws {
        var mail = TestMail.mail(
            "VAT 08/2026", text: "VAT 08/2026 מוכן\n\nhttps://portal.example/x\n", html: "<html dir=\"rtl\"></html>")
        mail.isRightToLeft = true
        let bytes = try mail.bytes()
        #expect(TestMail.read(try #require(TestMail.header("Subject", of: bytes))) == "\u{200F}VAT 08/2026")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("=E2=80=8FVAT 08/2026"))
        #expect(text.contains("\r\nhttps://portal.example/x\r\n"))
        #expect(text.contains("dir=3D\"rtl\""))
    }

    @Test("Carries a picture beside the page that shows it, in a part of both")
    func picture() throws {
        var mail = TestMail.mail(html: "<img src=\"cid:logo@lis.example\">")
        mail.picture = .init(
            mediaType: "image/png", bytes: Data(repeating: 7, count: 500),
            contentID: TestMail.address("logo@lis.example"))
        let text = String(decoding: try mail.bytes(), as: UTF8.self)
        #expect(text.contains("Content-ID: <logo@lis.example>\r\nContent-Disposition: inline\r\n\r\nBwcH"))
        #expect(text.hasSuffix("--=_related--\r\n--=_alternative--\r\n"))
        mail.picture = .init(mediaType: "image/svg+xml", bytes: Data(), contentID: TestMail.address("logo@lis.example"))
        #expect(throws: MailFailure(.unwritable)) { try mail.bytes() }
    }

    @Test("Is the same at each try")
    func same() throws {
        let html = "<p>x</p>"
        #expect(try TestMail.mail(html: html).bytes() == TestMail.mail(html: html).bytes())
    }
}
