import Foundation
import Models
import Testing

@testable import Web

@Suite("What is read is what was typed")
struct TypedAndReadTests {
    private static let words = [
        "7.", "20.", "ZUS", "2*3*450", "-", "+", "1 500,00 zł", ">", "#", "##", "**", "*", "_", "__", "`", "```", "~~~",
        "---",
        "===", "|", "\\", "\\\\serwer\\x", "[", "](", ")", "![", "<", "<b>", "</p>", "&", "&amp;", "&#60;", "\"", "'",
        ":",
        "https://x.pl/a?b=1&c=2", "(https://x.pl)", "www.x.pl", "a@b.pl", "שלום", "123-456", "żółć", "é", "👩‍👩‍👧", "1)",
        "10)", "0.",
        "<script>", "onload=", "javascript:", "{{x}}", "{{{x}}}", "[[x]]", "%s", "\u{200F}", "\u{E000}", "•", "–",
    ]
    private static let gaps = [" ", "", "  ", "\n", "\n\n", "\n    ", "\n\n\n"]

    /// Always contains a visible letter, since a text without one is not kept.
    private static func text(_ random: inout Steps, _ more: [String] = []) -> String {
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
            ((words + more).randomElement(using: &random) ?? "") + (gaps.randomElement(using: &random) ?? "")
        }.joined() + "ż"
    }

    /// Returns the non-blank lines of a text, without leading and trailing space.
    private static func lines(_ text: String) -> [String] {
        text.trimmingCharacters(in: [" ", "\n"]).components(separatedBy: "\n").filter { !$0.allSatisfy { $0 == " " } }
    }

    private static func normal(_ line: String) -> String {
        line.split(separator: " ").joined(separator: " ").precomposedStringWithCanonicalMapping
    }

    @Test(
        "by a client, and by the office without a button: every line, sign by sign, on pages, in previews, in exports")
    func typed() {
        var random = Steps(state: 42)
        for round in 0..<3_000 {
            let text = Self.text(&random)
            let kept = NewContent(body: text, isMarked: round.isMultiple(of: 2)).body
            let html = MessageText.html(kept)
            let lines = Self.lines(text).map(\.precomposedStringWithCanonicalMapping)
            #expect(HTMLCheck.fault(in: html) == nil, "\(text.debugDescription) → \(html)")
            #expect(HTMLCheck.readLines(of: html) == lines, "\(text.debugDescription) → \(html)")
            #expect(Self.lines(MessageText.plain(kept)) == lines)
            #expect(MessageText.line(kept) == Self.normal(lines.joined(separator: " ")))
        }
    }

    @Test("by the office with its buttons: the text is the same with marks as without")
    func marked() {
        var random = Steps(state: 7)
        let marks = (0xFDD2...0xFDD9).compactMap { Unicode.Scalar($0) }.map { String($0) }
        for _ in 0..<3_000 {
            let text = Self.text(&random, marks + marks + marks)
            let kept = NewContent(body: text, isMarked: true).body
            let html = MessageText.html(kept)
            #expect(HTMLCheck.fault(in: html) == nil, "\(text.debugDescription) → \(html)")
            let read = HTMLCheck.readLines(of: html)
            #expect(
                Self.lines(read.joined(separator: "\n")) == Self.lines(MessageText.plain(kept)),
                "\(text.debugDescription) → \(html)")
            // Storing a stored text again does not change it.
            #expect(NewContent(body: kept, isMarked: true).body == kept)
            // Only bullets and brackets around an address are added to the typed text.
            let bare = text.unicodeScalars.filter { !(0xFDD0...0xFDEF).contains($0.value) }
            let typed = String(String.UnicodeScalarView(bare)).precomposedStringWithCanonicalMapping
            #expect(Self.letters(read.joined()) == Self.letters(typed), "\(text.debugDescription) → \(html)")
        }
    }

    private static func letters(_ text: String) -> String {
        let added: Set<Unicode.Scalar> = [" ", "\n", "•", "(", ")"]
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !added.contains($0) }))
    }

    @Test("with signs that nobody sees: they change no direction, make no mark and break no page")
    func unseen() {
        let signs =
            (0...0x1F).compactMap { Unicode.Scalar($0) } + [
                "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\u{FEFF}", TextMark.bold.scalar, TextMark.bullet.scalar,
            ]
        for sign in signs where sign != "\n" && sign != "\r" {
            let kept = NewContent(body: "450\(sign)zł").body
            #expect(["450zł", "450 zł"].contains(kept), "\(sign.value)")
            #expect(HTMLCheck.readLines(of: MessageText.html(kept)) == [kept])
        }
        #expect(NewContent(body: "{b}a{b}\r\nb\rc".withMarks).body == "a\nb\nc")
        #expect(NewContent(body: "{*}{b} {b}\n".withMarks, isMarked: true).body.isEmpty)
    }
}

/// A random generator with the same sequence in each run.
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
