import Models

/// A notice of the demo's office, written down as its subject and its text.
struct DemoNotice {
    /// The day of the year it is sent on; nothing for those of every month.
    let on: (month: Int, day: Int)?
    let sender: DemoStaff
    let language: Language
    let paper: DemoPaper.Kind?
    /// Whether it asks for papers, which clients have questions about.
    let isReminder: Bool
    /// Whether it is for those alone who may know of payroll.
    let isPayroll: Bool
    /// For how many days it matters; nothing for those that always do.
    let validDays: Int?
    let subject: String
    let body: String

    init(
        on: (month: Int, day: Int)? = nil, from sender: DemoStaff, in language: Language = .pl,
        with paper: DemoPaper.Kind? = nil, isReminder: Bool = false, isPayroll: Bool = false,
        validDays: Int? = nil, _ text: String
    ) {
        self.on = on
        self.sender = sender
        self.language = language
        self.paper = paper
        self.isReminder = isReminder
        self.isPayroll = isPayroll
        self.validDays = validDays
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        subject = lines.first.map { String($0.dropFirst(2)) } ?? ""
        body = DemoText.paragraphs(lines.dropFirst())
    }
}
