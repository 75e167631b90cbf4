import Foundation

/// A function of a source file, and the lines between its braces. The files are formatted, so a function ends at the
/// first closing brace with its indentation.
struct FunctionBody {
    /// `Sources/Web/Path.swift:7`
    let place: String
    let lines: Int
    /// Whether it handles requests.
    let isHandler: Bool

    /// Returns the functions and initializers of a Swift file.
    static func swift(in file: SourceTree.File) -> [FunctionBody] {
        let beginning = /^ *(?:@\w+ )*(?:[a-z]+ )*(?:func |init[?(<]|subscript\b)/
        return bodies(in: file) { $0.contains(beginning) }
    }

    /// Returns the functions and methods of a script, anonymous ones included.
    static func script(in file: SourceTree.File) -> [FunctionBody] {
        let statement = /^ *(?:\} )?(?:if|for|while|switch|catch|else|try|do)\b/
        let beginning = /\bfunction\b.*\{$|=> \{$|^ *(?:async |static |get |set )*#?\w+\([^;]*\) \{$/
        return bodies(in: file) { !$0.contains(statement) && $0.contains(beginning) }
    }

    private static func bodies(
        in file: SourceTree.File, _ isBeginning: (Substring) -> Bool
    ) -> [FunctionBody] {
        let lines = file.lines
        return lines.indices.compactMap { start in
            let endsSignature = { (line: Substring) in line.hasSuffix("{") || line.hasSuffix("}") || line.isEmpty }
            guard isBeginning(lines[start]), let open = lines[start...].firstIndex(where: endsSignature),
                lines[open].hasSuffix("{")
            else { return nil }
            let indent = lines[start].prefix { $0 == " " }
            guard let end = lines[(open + 1)...].firstIndex(where: { $0.hasPrefix("\(indent)}") }) else { return nil }
            return FunctionBody(
                place: "\(file.path):\(start + 1)", lines: end - open - 1,
                isHandler: lines[start].contains("@Sendable func"))
        }
    }
}
