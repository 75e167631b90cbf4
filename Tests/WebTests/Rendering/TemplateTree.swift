import Foundation

/// A parsed template, to find where names are used. The product itself uses the library's parser.
indirect enum TemplateNode {
    case variable(String)
    /// `{{{name}}}`
    case markup(String)
    case section(String, isInverted: Bool, [TemplateNode])
    case partial(String)
    /// `{{<layout}}…{{/layout}}` with its blocks' contents.
    case layout(String, [TemplateNode])
    case block([TemplateNode])

    static func parse(_ source: String) -> [TemplateNode] {
        let pattern = /\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{([#^\/>$<]?)\s*([\w.\/-]+)\s*\}\}/
        var tags = source.matches(of: pattern).map { match in
            (kind: match.1 == nil ? String(match.2 ?? "") : "{", name: String(match.1 ?? match.3 ?? ""))
        }[...]
        return nodes(&tags)
    }

    private static func nodes(_ tags: inout ArraySlice<(kind: String, name: String)>) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let tag = tags.popFirst() {
            switch tag.kind {
            case "/": return nodes
            case "#": nodes.append(.section(tag.name, isInverted: false, Self.nodes(&tags)))
            case "^": nodes.append(.section(tag.name, isInverted: true, Self.nodes(&tags)))
            case "$": nodes.append(.block(Self.nodes(&tags)))
            case "<": nodes.append(.layout(tag.name, Self.nodes(&tags)))
            case ">": nodes.append(.partial(tag.name))
            case "{": nodes.append(.markup(tag.name))
            default: nodes.append(.variable(tag.name))
            }
        }
        return nodes
    }

    /// The templates that this one includes.
    var included: [String] {
        switch self {
        case .variable, .markup: []
        case .section(_, _, let inner), .block(let inner): inner.flatMap(\.included)
        case .partial(let name): [name]
        case .layout(let name, let inner): [name] + inner.flatMap(\.included)
        }
    }
}
