import Foundation
import Testing

@testable import Secrets

@Suite("A token")
struct TokenTests {
    @Test("is 43 characters fit for an address")
    func text() {
        let text = Token().text
        #expect(text.utf8.count == 43)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    @Test("comes back from its text")
    func roundTrip() throws {
        for _ in 0..<50 {
            let token = Token()
            let again = try #require(Token(text: token.text))
            #expect(again.text == token.text)
            #expect(again.digest == token.digest)
        }
    }

    @Test(
        "has one spelling only",
        arguments: [
            "", "short", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
            String(repeating: "A", count: 42) + "B",
            String(repeating: "A", count: 42) + "=", String(repeating: "+", count: 43),
            String(repeating: "/", count: 43),
            " " + String(repeating: "A", count: 42), String(repeating: "ą", count: 21) + "A",
            String(repeating: "A", count: 42) + "\n",
        ])
    func otherSpellings(text: String) {
        #expect(Token(text: text) == nil)
    }

    @Test("is stored as the SHA-256 of its bytes")
    func digest() throws {
        let token = try #require(Token(text: String(repeating: "A", count: 43)))
        #expect(Hex.text(token.digest) == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
    }

    @Test("is never the same twice, and its bits are even")
    func random() {
        let tokens = (0..<2_000).map { _ in Token().text }
        #expect(Set(tokens).count == tokens.count)
        let bytes = SecureRandom.bytes(32_000)
        let ones = bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        #expect(abs(ones - 128_000) < 1_500, "six standard deviations")
    }

    @Test("does not show itself when it is printed")
    func hidden() {
        let token = Token()
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped] {
            #expect(!text.contains(token.text))
            #expect(!text.contains("bytes"))
        }
    }
}
