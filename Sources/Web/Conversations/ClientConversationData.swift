import Dates
import Models

/// The data of a client's page of a conversation.
struct ClientConversationData: Sendable {
    let conversation: Conversation
    let firm: Firm
    /// The last day of the notice that the conversation began with.
    let lastDay: Day?
    let thread: MessageThread

    /// Reading throws `NotFound` for a conversation that the person may not see.
    static func reading(
        _ id: Int64, of person: Int64, before: Int64?
    ) -> OfficeDatabase.Next<HeaderCounts.Client, ClientConversationData> {
        let scope = FirmScope.member(person)
        return { db, _ in
            let conversation = try Conversation.find(db, id, in: scope)
            return ClientConversationData(
                conversation: conversation, firm: try Firm.find(db, conversation.firmId, in: scope),
                lastDay: try conversation.lastDay(db),
                thread: try MessageThread.fetch(db, conversation, seenBy: person, before: before, isOfOffice: false))
        }
    }
}

/// A refused answer, as it was typed.
struct ClientAnswer: Sendable {
    let body: String
    let files: [UploadRow]
    let errors: FieldErrors
}

extension ClientConversationPage {
    /// - Parameter key: the key of the form of an answer.
    init(
        _ data: ClientConversationData, _ answer: ClientAnswer? = nil, key: String, _ screen: ClientScreen,
        _ format: Format
    ) {
        let (conversation, thread, paths) = (data.conversation, data.thread, screen.paths)
        self.init(
            menuFirm: data.firm.id, topic: conversation.topic.codedTopic, subject: conversation.subject,
            validity: data.lastDay.map { format.validity($0, today: screen.today) }, firmName: data.firm.name,
            isPayroll: conversation.isPayroll, backHref: paths.link(.conversations, ["firm": "\(data.firm.id)"]),
            messages: thread.clientViews(
                conversation, person: screen.person.id, isViewed: paths.isViewed, format),
            olderHref: thread.hasOlder
                ? paths.link(.conversation(conversation.id), ["before": thread.entries.first.map { "\($0.id)" }]) : nil,
            action: Path.messages(conversation.id).text, body: answer?.body ?? "", bodyError: answer?.errors["body"],
            files: answer?.files ?? [], filesError: answer?.errors["files"], formKey: key,
            isClosed: data.firm.isClosed
        )
    }
}

extension NewQuestionPage {
    init(
        _ counts: HeaderCounts.Client, firm: Int64?, offersPayroll: Bool, _ files: [UploadRow], _ form: Form,
        _ errors: FieldErrors, _ text: LanguageText
    ) {
        let open = counts.firms.filter { !$0.isClosed }
        self.init(
            menuFirm: firm, firms: open.map { .init(id: $0.id.code, name: $0.name, isSelected: $0.id == firm) },
            closedText: counts.closedText(firm, text), hasFirms: open.count > 1, firmError: errors["firm"],
            subject: form["subject"], subjectError: errors["subject"], body: form["body"], bodyError: errors["body"],
            files: files, filesError: errors["files"], offersPayroll: offersPayroll,
            isPayroll: form["payroll"] == "1", payrollError: errors["payroll"], formKey: form.key,
            action: Path.conversations.text, backHref: Path.conversations.of(firm: firm)
        )
    }
}
