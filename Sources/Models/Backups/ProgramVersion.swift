/// The version of the program that made a backup or reads one: numbers separated by full stops, `0.3.0`.
package struct ProgramVersion: Codable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) { description = text }

    package init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// A part that is not a number counts as zero, so that a damaged version is never taken for a newer one.
    private var numbers: [Int] { description.split(separator: ".").map { Int($0) ?? 0 } }

    package static func < (left: ProgramVersion, right: ProgramVersion) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
