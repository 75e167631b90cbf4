import Models

/// Which list of questions is shown. A conversation opened from it carries it on in its own address and in those of its
/// forms, so that the next question is the next of the same list.
struct QuestionsAddress: Sendable {
    /// The list; `nil` for a conversation that was not opened from one.
    let show: Questions.Show?
    let isMine: Bool
    let notice: Int64?

    init(show: Questions.Show?, isMine: Bool = false, notice: Int64? = nil) {
        self.show = show
        self.isMine = isMine
        self.notice = notice
    }

    init(_ query: Form) {
        let notice = query.id("notice")
        self.init(
            show: notice == nil ? Questions.Show(rawValue: query["show"]) : .all,
            isMine: notice == nil && query["of"] == "mine", notice: notice)
    }

    /// Whether it is a queue, in which one question comes after the other.
    var isQueue: Bool { show == .unanswered || show == .handed }

    /// The address of the list itself.
    var list: String { link(.questions) }

    func link(_ path: Path, _ more: KeyValuePairs<String, String?> = [:]) -> String {
        let own: KeyValuePairs<String, String?> = [
            "show": notice == nil ? show?.rawValue : nil, "of": isMine ? "mine" : nil,
            "notice": notice.map { "\($0)" },
        ]
        return path.with((Array(own) + Array(more)).compactMap { name, value in value.map { (name, $0) } })
    }

    func questions(for context: StaffContext) -> Questions {
        var questions = Questions(person: context.person.id, scope: context.firms, day: context.day)
        questions.show = show ?? .unanswered
        questions.isMine = isMine
        questions.notice = notice
        return questions
    }
}

extension Questions.Place {
    /// Reads from the address where the page before ended.
    init?(_ query: Form) {
        if let id = query.id("after") {
            self = .conversation(id)
        } else if let id = query.id("afterNotice") {
            self = .notice(id)
        } else {
            return nil
        }
    }

    var field: KeyValuePairs<String, String?> {
        switch self {
        case .conversation(let id): ["after": "\(id)"]
        case .notice(let id): ["afterNotice": "\(id)"]
        }
    }
}
