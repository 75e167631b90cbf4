import Foundation
import Models
import Testing

@testable import Web

@Suite("The text of a message")
struct MessageTextTests {
    private static let link = #" rel="noopener noreferrer nofollow">"#

    @Test(
        "is shown with the marks of the composer, each block in its own direction",
        arguments: [
            ("Dzień dobry", "<p dir=\"auto\">Dzień dobry</p>\n"),
            (
                "{b}ważne{b} i {i}mniej{i}",
                "<p dir=\"auto\"><strong>ważne</strong> i <em>mniej</em></p>\n"
            ),
            (
                "{b}a{i}b{b}c",
                "<p dir=\"auto\"><strong>a</strong><strong><em>b</em></strong><em>c</em></p>\n"
            ),
            ("raz\ndwa", "<p dir=\"auto\">raz\ndwa</p>\n"),
            ("raz\n\n\ndwa", "<p dir=\"auto\">raz</p>\n<p dir=\"auto\">dwa</p>\n"),
            ("{*}a\n{*}b", "<ul>\n<li dir=\"auto\">a</li>\n<li dir=\"auto\">b</li>\n</ul>\n"),
            (
                "{#}7. ZUS\n{#}20. PIT",
                "<ol>\n<li dir=\"auto\">7. ZUS</li>\n<li dir=\"auto\">20. PIT</li>\n</ol>\n"
            ),
            ("{h}Tytuł\nTreść", "<h3 dir=\"auto\">Tytuł</h3>\n<p dir=\"auto\">Treść</p>\n"),
            ("a{*}b", "<p dir=\"auto\">ab</p>\n"), ("", ""), (" \n\n", ""), ("{b}", ""),
        ])
    func marks(text: String, html: String) {
        #expect(MessageText.html(text.withMarks) == html)
    }

    @Test(
        "of signs alone is those signs",
        arguments: [
            "7. ZUS\n20. PIT\n25. VAT", "18. września\n2. października", "2*3*450", "- 1500 zł\n+ 200 zł", "> 5000",
            "\\\\serwer\\dane\\2026", "Razem\n---", "**ważne** _nie_ `kod`", "# 5", "[a](https://x.pl \"b\")", "1) a",
            "a < b & c > d \"e\" 'f'", "&lt;b&gt; &amp;", "<!-- x --> <script>alert(1)</script>", "[uwaga]: termin",
            "    wcięte", "100  200   300", "*\n*\n*", "~~x~~ ==y==", "| a | b |\n|---|---|", "![x](y)",
        ])
    func signs(text: String) {
        for isMarked in [false, true] {
            let kept = NewContent(body: text, isMarked: isMarked).body
            let html = MessageText.html(kept)
            #expect(HTMLCheck.readLines(of: html).joined(separator: "\n") == kept, "\(html)")
            #expect(kept == text.trimmingCharacters(in: .whitespacesAndNewlines))
            #expect(!html.contains("<strong>") && !html.contains("<li") && !html.contains("<h3"))
            #expect(MessageText.plain(kept) == kept)
        }
    }

    @Test(
        "shows where a link leads, unless its label is the address",
        arguments: [
            ("strona", "https://x.pl/?a=1&b='2'", "https://x.pl/?a=1&amp;b=&#39;2&#39;", true),
            ("https://bank.pl", "https://zly.example", "https://zly.example", true),
            ("bank.pl", "https://bank.pl@zly.example", "https://bank.pl@zly.example", true),
            ("https://x.pl", "https://x.pl", "https://x.pl", false),
            ("a@b.pl", "mailto:a@b.pl", "mailto:a@b.pl", false),
        ])
    func links(label: String, address: String, written: String, isShown: Bool) {
        let text = "{link}\(label){to}\(address){/link}".withMarks
        let shown = isShown ? " <span class=\"prose__address\" dir=\"ltr\">(\(written))</span>" : ""
        let html = "<p dir=\"auto\"><a href=\"\(written)\"\(Self.link)\(label)</a>\(shown)</p>\n"
        #expect(MessageText.html(text) == html)
        #expect(MessageText.plain(text) == (isShown ? "\(label) (\(address))" : label))
    }

    @Test(
        "has no other links, and says where those would have led",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "/firms/7", "//x.pl", "vbscript:x",
            "\u{1}javascript:x", "https:x", "#",
        ])
    func noLinks(address: String) {
        let html = MessageText.html("{link}a{to}\(address){/link}".withMarks)
        #expect(!html.contains("<a "))
        #expect(HTMLCheck.readLines(of: html) == ["a (\(address))"])
    }

    @Test(
        "links an address in a sentence, without the sentence's signs",
        arguments: [
            ("Patrz https://x.pl.", "https://x.pl", "."), ("(https://x.pl/a_(b))", "https://x.pl/a_(b)", ")"),
            ("„https://x.pl”", "https://x.pl", "”"), ("https://x.pl, a", "https://x.pl", ", a"),
            ("<https://x.pl>", "https://x.pl", "&gt;"), ("tel.https://x.pl?", "https://x.pl", "?"),
            ("https://x.pl/?a=1&b=2!", "https://x.pl/?a=1&amp;b=2", "!"), ("http://[::1]:80/", "http://[::1]:80/", ""),
            ("https://x.pl\u{2066}a", "https://x.pl", "\u{2066}a"),
        ])
    func bareAddresses(text: String, address: String, after: String) {
        let html = MessageText.html(text)
        #expect(html.contains("<a dir=\"ltr\" href=\"\(address)\"\(Self.link)\(address)</a>\(after)"), "\(html)")
    }

    @Test(
        "has no link in what only looks like an address",
        arguments: ["xhttps://x.pl", "https://", "http://...", "javascript:https"])
    func noAddresses(text: String) {
        #expect(!MessageText.html(text).contains("<a "))
    }

    @Test("of 100 kB made to be slow is not slow", arguments: TextAttacks.texts.keys.sorted())
    func attacks(name: String) throws {
        let text = try #require(TextAttacks.texts[name])
        let took = processorSeconds { _ = MessageText.html(text) }
        // For a debug build; quadratic work would take ten times as long. bin/bench has the real budget.
        #expect(took < 3, "\(took)")
    }

    /// Measures this thread alone, so that other load does not count.
    private func processorSeconds(_ work: () -> Void) -> Double {
        let start = processorTime
        work()
        return processorTime - start
    }

    private var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

@Suite("The preview of a message")
struct PreviewTests {
    @Test(
        "is one line without marks, with its signs and numbers",
        arguments: [
            ("{b}Dzień{b}  dobry,\n\n{*}o\n{*}plik", "Dzień dobry, • o • plik"),
            ("{link}link{to}https://x.pl{/link}!", "link (https://x.pl)!"),
            ("7. ZUS\n20. PIT", "7. ZUS 20. PIT"), ("- 1500 zł\n> 5000", "- 1500 zł > 5000"),
            ("po{b}gru{b}b", "pogrub"),
            ("a < b & <c>", "a < b & <c>"), ("", ""), ("[a]: b", "[a]: b"), ("a\u{A0}\u{2028}b", "a b"),
        ])
    func oneLine(text: String, preview: String) {
        #expect(MessageText.preview(text.withMarks) == preview)
    }

    @Test("has at most 160 characters")
    func length() {
        let exact = String(repeating: "ż", count: 160)
        #expect(MessageText.preview(exact) == exact)
        let long = MessageText.preview(String(repeating: "słowo ", count: 20_000))
        #expect(long.count <= 160)
        #expect(long.hasSuffix("słowo…") || long.hasSuffix("…"))
    }
}
