import Foundation
import Testing

@testable import Web

@Suite("The text of a message")
struct MarkdownTests {
    private static let link = #" rel="noopener noreferrer nofollow">"#

    @Test(
        "is shown with the marks a letter needs",
        arguments: [
            ("Dzień dobry", "<p>Dzień dobry</p>\n"),
            ("**ważne** i *mniej*", "<p><strong>ważne</strong> i <em>mniej</em></p>\n"),
            ("raz\ndwa\r\ntrzy", "<p>raz<br>\ndwa<br>\ntrzy</p>\n"), ("raz\n\n\n\n\ndwa", "<p>raz</p>\n<p>dwa</p>\n"),
            ("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n"),
            ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n"),
            ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"), ("# Tytuł", "<h3>Tytuł</h3>\n"),
            ("###### t", "<h3>t</h3>\n"),
            ("> cytat", "<blockquote>\n<p>cytat</p>\n</blockquote>\n"), ("`a<b`", "<p><code>a&lt;b</code></p>\n"),
            ("---", "<hr>\n"),
            ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"), ("", ""), (" \n\n", ""),
        ])
    func marks(text: String, html: String) {
        #expect(Markdown.html(text) == html)
    }

    @Test(
        "keeps what looks like HTML as the characters typed",
        arguments: [
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("wpisz <numer>", "<p>wpisz &lt;numer&gt;</p>\n"),
            ("a < b & c > d \"e\" 'f'", "<p>a &lt; b &amp; c &gt; d &quot;e&quot; &#39;f&#39;</p>\n"),
            ("<!-- x -->", "<p>&lt;!-- x --&gt;</p>\n"),
            ("&lt;b&gt; &amp;", "<p>&lt;b&gt; &amp;</p>\n"), ("[uwaga]: termin", "<p>[uwaga]: termin</p>\n"),
            ("a\0b", "<p>a\u{FFFD}b</p>\n"),
        ])
    func asTyped(text: String, html: String) {
        #expect(Markdown.html(text) == html)
    }

    @Test(
        "links only to web and mail addresses",
        arguments: [
            ("[a](https://x.pl/?a=1&b='2')", "https://x.pl/?a=1&amp;b=&#39;2&#39;", "a"),
            ("[a](mailto:a@b.pl)", "mailto:a@b.pl", "a"),
            ("[a](HTTP://x.pl)", "HTTP://x.pl", "a"), ("![logo](https://x.pl/a.png)", "https://x.pl/a.png", "logo"),
            ("[](https://x.pl)", "https://x.pl", "https://x.pl"),
            ("[a](https://x.pl/ą\"b)", "https://x.pl/%C4%85&quot;b", "a"),
            ("[![alt](https://a.pl)](https://b.pl)", "https://b.pl", "alt"),
            ("https://x.pl/a_b_c", "https://x.pl/a_b_c", "https://x.pl/a_b_c"),
            ("http://[::1]:80/", "http://[::1]:80/", "http://[::1]:80/"),
        ])
    func links(text: String, address: String, words: String) {
        #expect(Markdown.html(text) == "<p><a href=\"\(address)\"\(Self.link)\(words)</a></p>\n")
    }

    @Test(
        "has no other links",
        arguments: [
            "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#115;cript:x)", "[a](data:text/html,x)",
            "[a](/firms/7)", "[a](//x.pl)",
            "[a](vbscript:x)", "[a]( javascript:x)", "[a](\u{1}javascript:x)", "[a](https:x)", "![a](javascript:x)",
            "[a](#)", "[a]()", "[a][b]\n\n[b]: https://x",
            "xhttps://x.pl", "https://", "http://...", "javascript:https", "![](/x.png)", "[a](<javascript:x>)",
        ])
    func noLinks(text: String) {
        #expect(!Markdown.html(text).contains("<a ") || text.contains("[b]: https://x"))
        #expect(!Markdown.html(text).contains("<img"))
        #expect(!Markdown.html(text).contains("href=\"j"))
    }

    @Test(
        "links an address in a sentence, without the sentence's signs",
        arguments: [
            ("Patrz https://x.pl.", "https://x.pl", "."), ("(https://x.pl/a_(b))", "https://x.pl/a_(b)", ")"),
            ("„https://x.pl”", "https://x.pl", "”"),
            ("https://x.pl, a", "https://x.pl", ", a"), ("<https://x.pl>", "https://x.pl", "&gt;"),
            ("tel.https://x.pl?", "https://x.pl", "?"), ("https://x.pl/?a=1&b=2!", "https://x.pl/?a=1&amp;b=2", "!"),
        ])
    func bareAddresses(text: String, address: String, after: String) {
        #expect(
            Markdown.html(text).contains("<a href=\"\(address)\"\(Self.link)\(address)</a>\(after)"),
            "\(Markdown.html(text))")
    }

    @Test("is flat below sixteen levels and loses no word")
    func depth() {
        let html = Markdown.html(String(repeating: "> ", count: 500) + "głęboko")
        #expect(html.components(separatedBy: "<blockquote>").count - 1 <= 16)
        #expect(html.contains("głęboko"))
        let list = (0..<60).map { String(repeating: "  ", count: $0) + "- p\($0)\n" }.joined()
        #expect(HTMLCheck.fault(in: Markdown.html(list)) == nil)
        for level in 0..<60 { #expect(Markdown.html(list).contains("p\(level)")) }
    }

    @Test("never becomes anything but our own well-formed elements, whatever is typed")
    func fuzz() {
        var random = Steps(state: 42)
        let pieces = [
            "<", ">", "\"", "'", "&", "*", "**", "_", "`", "```", "[", "](", ")", "![", "]", ":", "https://x.pl",
            "javascript:", "\n", "\n\n", "    ",
            "- ", "> ", "1. ", "# ", "---", "a", "ż", "<script>", "&#60;", "\\", "\u{202E}", "\0", "\r\n", "]:", "=\"",
            "onload=",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let html = Markdown.html(text)
            #expect(HTMLCheck.fault(in: html) == nil, "\(text.debugDescription) → \(html)")
        }
    }

    @Test("of 100 kB made to be slow is not slow", arguments: Attack.texts.keys.sorted())
    func attacks(name: String) throws {
        let text = try #require(Attack.texts[name])
        let took = ContinuousClock().measure { _ = Markdown.html(text) }
        // A debug build on a busy machine; quadratic work would take ten times as long. bin/bench has the true budget.
        #expect(took < .seconds(3), "\(took)")
    }
}

@Suite("The preview of a message")
struct MarkdownPreviewTests {
    @Test(
        "is one line without marks",
        arguments: [
            ("**Dzień**  dobry,\n\n# proszę\n- o\n- plik", "Dzień dobry, proszę o plik"),
            ("[link](https://x.pl) ![obraz](a)", "link obraz"),
            ("a < b & <c>", "a < b & <c>"), ("`kod`\n\n```\nblok\n```", "kod blok"), ("", ""), ("[a]: b", "[a]: b"),
            ("a\u{A0}\u{2028}b", "a b"),
        ])
    func oneLine(text: String, preview: String) {
        #expect(Markdown.plain(text) == preview)
    }

    @Test("has at most 160 characters")
    func length() {
        let exact = String(repeating: "ż", count: 160)
        #expect(Markdown.plain(exact) == exact)
        let long = Markdown.plain(String(repeating: "słowo ", count: 20_000))
        #expect(long.count <= 160)
        #expect(long.hasSuffix("słowo…") || long.hasSuffix("…"))
    }
}

/// A random order that is the same in each run.
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
