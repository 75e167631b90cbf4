import Foundation
import Models

/// Texts of the demo: written on short lines, sent as paragraphs, with places that are filled in.
enum DemoText {
    static func isListItem(_ line: Substring) -> Bool {
        line.hasPrefix("- ") || (line.first?.isNumber == true && line.dropFirst().hasPrefix(". "))
    }

    /// Joins the lines of each paragraph: a line break in a message is one that its reader sees.
    static func paragraphs(_ lines: some Sequence<Substring>) -> String {
        var joined: [String] = []
        for line in lines {
            if let last = joined.last, !last.isEmpty, !line.isEmpty, !isListItem(line) {
                joined[joined.count - 1] += " " + line
            } else {
                joined.append(String(line))
            }
        }
        return joined.joined(separator: "\n")
    }

    /// The text of the office with the marks that its composer's buttons would have made: `**` stands for bold here.
    static func marked(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isBullet = line.hasPrefix("- ")
            let mark = isBullet ? String(.bullet) : isListItem(line) ? String(.number) : ""
            return mark + (isBullet ? line.dropFirst(2) : line).replacing("**", with: String(.bold))
        }.joined(separator: "\n")
    }

    /// Puts values in the place of their names: `{month}`. A name without a value stays, for a test to find.
    static func fill(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open] + (values[String(name)] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// The values that the calendar fills in: the month that the papers of a moment are about, and the month it is now.
    static func values(_ calendar: DemoCalendar, _ moment: Date, _ language: Language) -> [String: String] {
        let now = calendar.month(moment) - 1
        let past = (now + 11) % 12
        let names = language == .pl ? polish : language == .he ? hebrew : english
        return [
            "month": names[past], "thisMonth": names[now], "ofMonth": polishGenitive[past],
            "ofThisMonth": polishGenitive[now], "inMonth": polishLocative[past],
            "number": String(format: "%02d", past + 1), "thisNumber": String(format: "%02d", now + 1),
            "year": "\(calendar.year(moment))",
            "pastYear": "\(calendar.year(moment) - 1)", "nextYear": "\(calendar.year(moment) + 1)",
            "yearOfMonth": "\(calendar.year(moment) - (now == 0 ? 1 : 0))",
        ]
    }

    private static let polish = [
        "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik",
        "listopad", "grudzień",
    ]
    private static let polishGenitive = [
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
        "listopada", "grudnia",
    ]
    private static let polishLocative = [
        "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu", "sierpniu", "wrześniu", "październiku",
        "listopadzie", "grudniu",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let hebrew = [
        "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
    ]
}
