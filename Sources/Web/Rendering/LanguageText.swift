import Foundation
import Models

/// The words of one language: `Templates/languages/pl.json`, flattened to dotted keys.
struct LanguageText: Sendable {
    let language: Language
    private let texts: [String: String]

    init(_ language: Language, folder: URL) throws {
        self.language = language
        let file = folder.appendingPathComponent("languages/\(language.rawValue).json")
        guard let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
            throw TemplateError(name: file.lastPathComponent, problem: "is no object of texts")
        }
        texts = Self.flatten(object, prefix: "")
    }

    var keys: Set<String> { Set(texts.keys) }
    var direction: String { language == .he ? "rtl" : "ltr" }

    /// A text with `{name}` replaced by values. A missing key shows itself, and fails a test.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        let text = texts[key] ?? "[[\(key)]]"
        return values.isEmpty ? text : Self.fill(text, values)
    }

    /// Puts values for `{name}`, in one pass over the bytes. What stands in braces and is no name stays as it is.
    static func fill(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let name = rest[rest.index(after: open)...].prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
            filled += text[rest.startIndex..<open]
            guard name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "}"),
                let value = values[String(text[name.startIndex..<name.endIndex])]
            else {
                filled += text[open..<name.endIndex]
                rest = rest[name.endIndex...]
                continue
            }
            filled += value
            rest = rest[rest.index(after: name.endIndex)...]
        }
        return filled + text[rest.startIndex...]
    }

    func find(_ key: String) -> String? { texts[key] }

    /// A text in the form that a number asks for; `{n}` is the number.
    func plural(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
        let form = "\(key).\(PluralRule.category(of: number, in: language))"
        let chosen = texts[form] == nil ? "\(key).other" : form
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

/// CLDR's plural categories for whole numbers.
enum PluralRule {
    static func category(of number: Int, in language: Language) -> String {
        switch language {
        case .pl: polish(number)
        case .en: number == 1 ? "one" : "other"
        case .he: number == 1 ? "one" : number == 2 ? "two" : "other"
        }
    }

    private static func polish(_ number: Int) -> String {
        if number == 1 { return "one" }
        let isFew = (2...4).contains(number % 10) && !(12...14).contains(number % 100)
        return isFew ? "few" : "many"
    }
}

/// A template or a language file that cannot be used: the start fails with it.
struct TemplateError: Error, CustomStringConvertible {
    let name: String
    let problem: String
    var description: String { "Templates/\(name) \(problem)" }
}
