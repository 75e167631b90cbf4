import Foundation
import Models

/// The words of one language: `Templates/languages/pl.json`, flattened to dotted keys.
struct LanguageText: Sendable {
    let code: String
    /// `ltr` or `rtl`, as CLDR knows of the language.
    let direction: String
    let plurals: PluralRule
    private let phrases: [String: Phrase]
    /// `20 listopada`: each day of each month, for the dozens that a list shows.
    private let days: [[String]]

    init(_ language: Language, folder: URL) throws {
        try self.init(code: language.rawValue, folder: folder)
    }

    /// - Throws: `TemplateError` when the file cannot be used.
    init(code: String, folder: URL) throws {
        self.code = code
        direction = Locale.Language(identifier: code).characterDirection == .rightToLeft ? "rtl" : "ltr"
        let file = folder.appendingPathComponent("languages/\(code).json")
        guard let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
            throw TemplateError(name: file.lastPathComponent, problem: "is no object of texts")
        }
        let phrases = Self.flatten(object, prefix: "").mapValues(Phrase.init)
        plurals = try PluralRule(of: phrases, in: "languages/\(code).json")
        days = (1...12).map { month in
            let values = ["month": phrases["time.month\(month)"]?.text ?? ""]
            return (1...31).map { day in
                phrases["time.dayMonth"]?.filled(values.merging(["day": "\(day)"]) { $1 }) ?? ""
            }
        }
        self.phrases = phrases
    }

    /// - Parameters: from 1, as people count them.
    func dayAndMonth(_ day: Int, _ month: Int) -> String { days[month - 1][day - 1] }

    var keys: Set<String> { Set(phrases.keys) }

    /// A text with `{name}` replaced by values. A missing key shows itself, and fails a test.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let phrase = phrases[key] else { return "[[\(key)]]" }
        return values.isEmpty ? phrase.text : phrase.filled(values)
    }

    func find(_ key: String) -> String? { phrases[key]?.text }

    /// A text in the form that a number asks for; `{n}` is the number.
    func plural(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
        let form = "\(key).\(plurals.category(of: number))"
        let chosen = phrases[form] == nil ? "\(key).other" : form
        return self(chosen, values.merging(["n": "\(number)"]) { given, _ in given })
    }

    private static func flatten(_ object: [String: Any], prefix: String) -> [String: String] {
        var texts: [String: String] = [:]
        for (key, value) in object {
            if let text = value as? String {
                texts[prefix + key] = text
            } else if let inner = value as? [String: Any] {
                texts.merge(flatten(inner, prefix: "\(prefix)\(key).")) { first, _ in first }
            }
        }
        return texts
    }
}

/// A text, taken apart at the places of its values once, when it is read.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case words(String)
        /// `{name}`, and the name alone.
        case value(String, name: String)
    }

    let text: String
    private let parts: [Part]

    init(_ text: String) {
        self.text = text
        let bytes = text.utf8
        var (parts, start, open): ([Part], String.Index, String.Index?) = ([], text.startIndex, nil)
        for index in bytes.indices {
            switch (bytes[index], open) {
            case (UInt8(ascii: "{"), _): open = index
            case (UInt8(ascii: "}"), let first?):
                let name = text[bytes.index(after: first)..<index]
                parts += [.words(String(text[start..<first])), .value("{\(name)}", name: String(name))]
                (start, open) = (bytes.index(after: index), nil)
            default: break
            }
        }
        self.parts = parts + [.words(String(text[start...]))]
    }

    /// The text with values in their places. What stands in braces and is no name stays as it is.
    func filled(_ values: [String: String]) -> String {
        parts.reduce(into: "") { filled, part in
            switch part {
            case .words(let words): filled += words
            case .value(let place, let name): filled += values[name] ?? place
            }
        }
    }
}

/// A template or a language file that cannot be used: the start fails with it.
struct TemplateError: Error, CustomStringConvertible {
    let name: String
    let problem: String
    var description: String { "Templates/\(name) \(problem)" }
}
