import Models
import Testing

@testable import Web

@Suite("A text that the office sent before there were marks")
struct OldMarkdownTests {
    @Test(
        "keeps the marks of its Markdown",
        arguments: [
            ("**ważne** i *mniej*", "{b}ważne{b} i {i}mniej{i}"),
            ("***a***", "{i}{b}a{b}{i}"), ("**raz\ndwa**", "{b}raz{b}\n{b}dwa{b}"),
            ("- a\n- **b**", "{*}a\n{*}{b}b{b}"), ("- a\n  - b", "{*}a\n{*}  b"),
            ("# Tytuł\nTreść", "{h}Tytuł\n\nTreść"), ("- # Tytuł", "{*}{h}Tytuł"),
            ("[a](https://x.pl)", "{link}a{to}https://x.pl{/link}"),
            ("![a](https://x.pl)", "{link}a{to}https://x.pl{/link}"),
            ("raz\n\n\n\ndwa", "raz\n\ndwa"), ("`a*b`", "a*b"), ("```\n- a\n\nb\n```", "- a\n\nb"),
            ("> cytat\n> dalej", "> cytat\n> dalej"), ("- > a", "{*}> a"), ("a\n\n---\n\nb", "a\n\n---\n\nb"),
            ("a <b> & [c]: d", "a <b> & [c]: d"), ("{b}a{*}", "a"), ("", ""),
        ])
    func marked(text: String, marked: String) {
        #expect(OldMarkdown.marked(text.withMarks) == marked.withMarks)
    }

    @Test(
        "shows the numbers of a list as they were typed",
        arguments: [
            "7. ZUS\n20. PIT\n25. VAT", "1) a\n1) b", "01. a", "> 3. a\n> 9. b", "- a\n\n  5. b\n  9. c", "18.\n2. x",
        ])
    func numbers(text: String) {
        let digits = text.filter(\.isNumber)
        #expect(MessageText.html(text, .markdown).filter(\.isNumber) == digits)
        #expect(MessageText.preview(text, .markdown).filter(\.isNumber) == digits)
        #expect(MessageText.html(text, .markdown).contains("<ol>"))
    }

    @Test("nested deeply loses no word")
    func depth() {
        #expect(MessageText.line(String(repeating: "> ", count: 500) + "głęboko", .markdown).hasSuffix("głęboko"))
        let list = (0..<60).map { String(repeating: "  ", count: $0) + "- p\($0)\n" }.joined()
        let line = MessageText.line(list, .markdown)
        for level in 0..<60 { #expect(line.contains("p\(level)")) }
    }

    @Test("has the signs it was typed with in an export")
    func export() {
        #expect(MessageText.plain("**7.** a", .markdown) == "**7.** a")
    }
}
