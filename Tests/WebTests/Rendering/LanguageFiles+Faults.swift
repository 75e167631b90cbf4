import Foundation
import Models

@testable import Web

extension LanguageFiles {
    /// What a language's file lacks, held to the Polish one.
    static func faults(of code: String, in folder: URL = folder) throws -> [String] {
        let (polish, own) = (try content(.pl), try content(file(code, in: folder)))
        let categories = try LanguageText(code: code, folder: folder).plurals.categories
        var faults = polish.keys.subtracting(own.keys).map { "lacks \($0)" }
        faults += own.keys.subtracting(polish.keys).map { "has \($0), which nothing asks for" }
        for (key, text) in own.texts {
            guard let model = polish.texts[key] else { continue }
            if values(text) != values(model) { faults.append("\(key) has other values than \(list(values(model)))") }
        }
        for (key, forms) in own.plurals {
            guard let needed = polish.plurals[key]?["other"].map(values) else { continue }
            faults += categories.filter { forms[$0] == nil }.map { "lacks \(key).\($0)" }
            for (form, text) in forms where !fits(values(text), needed, form) {
                faults.append("\(key).\(form) has other values than \(list(needed))")
            }
        }
        return faults.sorted()
    }

    /// One and two may be said in words, without the number.
    private static func fits(_ found: Set<String>, _ needed: Set<String>, _ form: String) -> Bool {
        found == needed || ["one", "two"].contains(form) && found == needed.subtracting(["{n}"])
    }

    private static func values(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\{?\w+\}?\}/).map { String($0.output) })
    }

    private static func list(_ values: Set<String>) -> String { values.sorted().joined(separator: ", ") }
}
