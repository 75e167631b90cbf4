/// The labels of a form, parsed from a text with one field on each line: its element, then its label.
///
/// - `# 1. Przychody` begins a part of the form, whose title stands above the fields that follow; `#` alone ends it.
/// - `P_85…P_90 Zaliczka za miesiąc {quarter I}` is a series of six fields, which differ only in the braces.
/// - `P_39/P_41 Dochód` is a field of the taxpayer and the same field of the spouse. Their labels begin with the
///   person, or have the person in place of `{person}`.
struct LabelTable {
    private(set) var labels: [String: String] = [:]
    /// The title of the part that contains a field.
    private(set) var parts: [String: String] = [:]

    init(_ text: String) {
        var part: String?
        for line in text.split(separator: "\n") {
            let fields = line.prefix { $0 != " " }
            let label = String(line.dropFirst(fields.count + 1))
            if fields == "#" {
                part = label.isEmpty ? nil : label
                continue
            }
            let people = fields.split(separator: "/")
            for (fields, person) in zip(people, ["Podatnik", "Małżonek"]) {
                let label = people.count == 1 ? label : Self.label(label, of: person)
                for (index, element) in Self.elements(fields).enumerated() where labels[element] == nil {
                    labels[element] = LabelSeries.fill(label, index)
                    parts[element] = part
                }
            }
        }
    }

    private static func label(_ label: String, of person: String) -> String {
        label.contains("{person}") ? label.replacing("{person}", with: person) : "\(person) - \(label)"
    }

    private static func elements(_ fields: Substring) -> [String] {
        let ends = fields.split(separator: "…").compactMap { Int($0.dropFirst(2)) }
        guard ends.count == 2, ends[0] < ends[1] else { return [String(fields)] }
        return (ends[0]...ends[1]).map { "P_\($0)" }
    }
}

/// The variable text in a series of fields.
private enum LabelSeries: String {
    case month, namedMonth, quarter, rate, rateWithRent

    /// Replaces `{series start}` with the value that is `index` positions later in the series.
    static func fill(_ label: String, _ index: Int) -> String {
        guard let open = label.firstIndex(of: "{"), let close = label.firstIndex(of: "}") else { return label }
        let words = label[label.index(after: open)..<close].split(separator: " ")
        guard words.count == 2, let names = LabelSeries(rawValue: String(words[0]))?.names,
            let first = names.firstIndex(where: { $0.prefix { $0 != " " } == words[1] }),
            names.indices.contains(first + index)
        else { return label }
        return label[..<open] + names[first + index] + label[label.index(after: close)...]
    }

    private var names: [String] {
        switch self {
        case .month: ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
        case .namedMonth:
            [
                "I (styczeń)", "II (luty)", "III (marzec)", "IV (kwiecień)", "V (maj)", "VI (czerwiec)",
                "VII (lipiec)", "VIII (sierpień)", "IX (wrzesień)", "X (październik)", "XI (listopad)",
                "XII (grudzień)",
            ]
        case .quarter:
            [
                "I", "II", "III / I kwartał", "IV", "V", "VI / II kwartał", "VII", "VIII", "IX / III kwartał", "X",
                "XI", "XII / IV kwartał",
            ]
        case .rate: ["2%", "3%", "5,5%", "8,5%", "10%", "12%", "12,5%", "14%", "15%", "17%"]
        case .rateWithRent:
            [
                "2%", "3%", "5,5%", "8,5% \(Self.rent)", "8,5%", "10%", "12%", "12,5% \(Self.rent)", "12,5%", "14%",
                "15%", "17%",
            ]
        }
    }

    private static let rent = "(dot. najmu, podnajmu, dzierżawy, poddzierżawy lub innych umów o podobnym charakterze)"
}
