/// The result of a check of one part of an office, as a sentence for the administrator.
package struct Finding: Codable, Equatable, Sendable {
    package enum Level: String, Codable, Comparable, Sendable {
        case fine, unchecked, warning, problem

        private var rank: Int {
            switch self {
            case .fine: 0
            case .unchecked: 1
            case .warning: 2
            case .problem: 3
            }
        }

        package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
    }

    package let level: Level
    /// The part that was checked: "Database".
    package let subject: String
    package let sentence: String
    /// The remedy; `nil` when all is well.
    package let advice: String?

    package init(_ level: Level, _ subject: String, _ sentence: String, advice: String? = nil) {
        self.level = level
        self.subject = subject
        self.sentence = sentence
        self.advice = advice
    }

    /// `1 file is`, `7 files are`.
    static func files(_ count: Int) -> String { count == 1 ? "1 file is" : "\(count) files are" }

    /// `less than an hour ago`, `30 hours ago`.
    static func ago(hours: Int) -> String {
        switch hours {
        case ..<1: "less than an hour ago"
        case 1: "an hour ago"
        default: "\(hours) hours ago"
        }
    }
}
