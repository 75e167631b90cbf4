import Synchronization
import Testing

@testable import Web

@Suite("Messages kept as they were rendered")
struct RenderedContentsTests {
    @Test("Are rendered once, a line and a page each for itself")
    func once() {
        let contents = RenderedContents()
        let made = Mutex(0)
        for _ in 0..<3 {
            #expect(
                contents.html(of: 7) {
                    made.withLock { $0 += 1 }; return "<p>a</p>"
                } == "<p>a</p>")
            #expect(
                contents.line(of: 7) {
                    made.withLock { $0 += 1 }; return "a"
                } == "a")
        }
        #expect(made.withLock { $0 } == 2)
        #expect(contents.html(of: 8) { "<p>b</p>" } == "<p>b</p>")
    }

    @Test("Are forgotten when there are too many, those last that are still looked at")
    func bound() {
        let contents = RenderedContents()
        let long = String(repeating: "x", count: 100_000)
        for id in 1...200 {
            _ = contents.html(of: Int64(id)) { long }
            _ = contents.html(of: 1) { "made again" }
        }
        #expect(contents.html(of: 1) { "gone" } == long)
        #expect(contents.html(of: 2) { "gone" } == "gone")
    }

    @Test("Hold braces that name nothing as they were written", arguments: ["{", "a {b} {c", "{}", "{x}{", "}{{x}"])
    func braces(text: String) throws {
        #expect(Phrase(text).filled(["name": "value"]) == text)
    }

    @Test("Get each value in its place, and none is looked through for another")
    func values() {
        #expect(Phrase("{a}-{b}-{a}").filled(["a": "{b}", "b": "ż"]) == "{b}-ż-{b}")
    }
}
