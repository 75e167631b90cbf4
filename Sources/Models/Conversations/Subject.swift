/// The subject of a conversation: one line.
enum Subject {
    static let limit = 150

    static func check(_ subject: String, into invalid: inout Invalid) {
        if subject.isEmpty { invalid.add("subject", "errors.subjectMissing") }
        invalid.limit("subject", subject, to: limit)
    }
}
