import Models

extension FirmListRow {
    init(_ row: FirmList.FirmRow, _ format: Format) {
        let more = row.peopleCount > 3 ? " +\(row.peopleCount - 3)" : ""
        self.init(
            id: row.id, href: Path.firm(row.id).text, name: row.name,
            identifier: Format.identifier(row.country, row.taxIdentifier), people: (row.people ?? "") + more,
            hasPeople: row.peopleCount > 0, form: row.form.map { format.text("form.\($0.rawValue)") } ?? "–",
            supervisor: row.supervisor ?? "–", lastSubject: row.lastSubject, lastAt: row.lastAt.map(format.moment),
            read: Self.read(row, format), readAt: row.lastSide == "office" ? row.lastReadAt.map(format.moment) : nil,
            unread: "\(row.unread)", hasUnread: row.unread > 0,
            questions: "\(row.questions)", hasQuestions: row.questions > 0
        )
    }

    /// Whether the firm has read what the office sent last, by whom and when; or why nobody can.
    private static func read(_ row: FirmList.FirmRow, _ format: Format) -> State? {
        let text = format.text
        if row.peopleCount == 0 { return State(text: text("firms.stateNoPerson"), tone: "none") }
        guard let at = row.lastAt, row.lastSide == "office" else {
            return row.activeCount == 0 ? State(text: text("firms.stateInvited"), tone: "none") : nil
        }
        if let reader = row.lastReader { return State(text: reader, tone: "good") }
        return row.activeCount == 0
            ? State(text: text("firms.stateInvited"), tone: "none")
            : State(text: text("firms.stateWaits", ["age": format.age(since: at)]), tone: "wait")
    }
}
