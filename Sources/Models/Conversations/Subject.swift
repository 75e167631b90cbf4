/// The subject of a conversation: one line.
enum Subject {
    static let limit = 150

    static func check(_ subject: String, into invalid: inout Invalid) {
        if subject.isEmpty { invalid.add("subject", "errors.subjectMissing") }
        if subject.count > limit { invalid.add("subject", "errors.tooLong", ["limit": "\(limit)"]) }
    }
}
