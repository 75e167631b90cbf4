import Foundation

/// Checks the HTML of ``MessageText``: only its own elements, opened and closed in order, and the visible text.
enum HTMLCheck {
    private static let pairs: Set<Substring> = ["strong", "em", "ul", "ol"]
    private static let blocks: Set<Substring> = ["p dir=\"auto\"", "h3 dir=\"auto\"", "li dir=\"auto\""]

    /// Returns the error, or `nil`.
    static func fault(in html: String) -> String? {
        var open: [Substring] = []
        for piece in pieces(of: html).dropFirst() {
            guard let tag = piece.tag?[...] else { return "no end: \(piece.text)" }
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
        if pairs.contains(tag) { return tag }
        if blocks.contains(tag) { return tag.prefix { $0 != " " } }
        if tag == "span class=\"prose__address\" dir=\"ltr\"" { return "span" }
        let link = #/a (dir="ltr" )?href="(https?:\/\/|mailto:)[^"<> ]*" rel="noopener noreferrer nofollow"/#
        return tag.wholeMatch(of: link.ignoresCase()) != nil ? "a" : nil
    }

    /// Returns the visible lines, with the markers of lists; blank lines are space between blocks.
    static func readLines(of html: String) -> [String] {
        var (lines, line, isBulleted): ([String], String, Bool) = ([], "", false)
        for piece in pieces(of: html) {
            let tag = (piece.tag ?? "").prefix { $0 != " " }
            switch tag {
            case "ul": isBulleted = true
            case "/ul": isBulleted = false
            case "li": line = isBulleted ? "• " : ""
            case "/p", "/h3", "/li":
                lines += line.components(separatedBy: "\n")
                line = ""
            default: break
            }
            // Line ends between blocks are invisible.
            line += ["/p", "/h3", "/li", "ul", "/ul", "ol", "/ol"].contains(tag) ? "" : piece.text
        }
        return lines.map(unescaped).filter { !$0.allSatisfy { $0 == " " } }
    }

    /// Splits into tags and the text after each, by code points: a combining mark after ">" is not a part of the tag.
    private static func pieces(of html: String) -> [(tag: String?, text: String)] {
        html.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { number, piece in
            guard number > 0, let end = piece.firstIndex(of: ">") else { return (nil, String(piece)) }
            return (String(piece[..<end]), String(piece[piece.index(after: end)...]))
        }
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
