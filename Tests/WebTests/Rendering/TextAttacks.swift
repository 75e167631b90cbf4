import Foundation

/// Texts of 100 kB that have been slow for parsers.
enum TextAttacks {
    static let texts: [String: String] = {
        let pieces = [
            "<!--", "<?", "<!A ", "<![CDATA[", "<a ", "[", "](", "[](", "![[](", "*a **a ", "*a_b__c ", "> ", "* ",
            "1) ", "`a``b```c", "[a](<b",
            "[a]: u\n\n", "&amp", "a]", "![", "[a][", "***a ", "\\", "*_*_ ", "a*b_", "[x](", "[x](https://x)", "x\n",
            "\n", "# ", "- a\n\n", "``` ",
            "https://", "https://x ", "(https://x", "&#1;", "**a_b", "'", "\u{FB50}", "    a\n", "\t", "> a\n\n",
            "https://))))", "{b}a", "{link}a{to}", "{link}", "{*}\n", "{i}{b}x",
            "{link}{to}u{/link}",
            "\u{202E}", "\u{301}",
        ]
        var texts = Dictionary(
            uniqueKeysWithValues: pieces.map(\.withMarks).map {
                ($0, String(repeating: $0, count: 100_000 / $0.utf8.count))
            })
        texts["items and blank lines"] =
            String(repeating: "* ", count: 25_000) + "a" + String(repeating: "\n", count: 50_000)
        texts["steps and blank lines"] = stairs + String(repeating: "\n", count: 50_000)
        texts["steps and spaces"] = stairs + String(repeating: " \n", count: 25_000)
        texts["quotes and lazy lines"] =
            String(repeating: "> ", count: 25_000) + String(repeating: "a\n", count: 25_000)
        texts["one long definition"] =
            "[a]: https://x/" + String(repeating: "u", count: 50_000) + "\n\n" + String(repeating: "[a]", count: 16_000)
        texts["growing backticks"] = (1..<446).map { "e" + String(repeating: "`", count: $0) }.joined()
        texts["brackets in brackets"] = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
        texts["links closing nothing"] =
            String(repeating: "[", count: 25_000) + String(repeating: "](x)", count: 18_000)
        return texts
    }()

    private static let stairs = (0..<220).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
}
