/// Checks what ``Markdown`` wrote: only its own elements, opened and closed in order.
enum HTMLCheck {
    private static let pairs: Set<Substring> = [
        "p", "strong", "em", "ul", "ol", "li", "blockquote", "pre", "code", "h3", "a",
    ]

    /// What is wrong, or `nil`.
    static func fault(in html: String) -> String? {
        var open: [Substring] = []
        for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: ">") else { return "no end: \(piece)" }
            let tag = piece[..<end]
            if tag == "br" || tag == "hr" { continue }
            if tag.first == "/" {
                guard open.popLast() == tag.dropFirst() else { return "closed out of order: \(tag)" }
            } else {
                guard let name = name(of: tag) else { return "not ours: \(tag)" }
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "never closed: \(open)"
    }

    private static func name(of tag: Substring) -> Substring? {
        if pairs.contains(tag), tag != "a" { return tag }
        if tag.wholeMatch(of: #/ol start="\d{1,9}"/#) != nil { return "ol" }
        let link = #/a href="(https?:\/\/|mailto:)[^"<> ]*" rel="noopener noreferrer nofollow"/#
        return tag.wholeMatch(of: link.ignoresCase()) != nil ? "a" : nil
    }
}
