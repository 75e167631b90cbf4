import Dates
import Models

/// The data of a client's page of a conversation.
struct ClientConversationData: Sendable {
    let conversation: Conversation
    let firm: Firm
    /// The last day of the notice that the conversation began with.
    let lastDay: Day?
    let thread: MessageThread
}

extension ClientConversationPage {
    /// - Parameters:
    ///   - files: the uploads of a refused answer.
    ///   - errors: the errors of that answer.
    init(
        _ data: ClientConversationData, _ files: [UploadRow], _ errors: FieldErrors?, _ context: ClientContext,
        _ format: Format
    ) {
        let (conversation, thread) = (data.conversation, data.thread)
        self.init(
            menuFirm: data.firm.id, topic: conversation.topic.codedTopic, subject: conversation.subject,
            validity: data.lastDay.map { format.validity($0, today: context.day) }, firmName: data.firm.name,
            isPayroll: conversation.isPayroll, backHref: Path.conversations.of(firm: data.firm.id),
            messages: thread.clientViews(conversation, person: context.person.id, format),
            olderHref: thread.hasOlder
                ? Path.conversation(conversation.id).with(["before": thread.entries.first.map { "\($0.id)" }]) : nil,
            action: Path.messages(conversation.id).text, body: errors == nil ? "" : context.form["body"],
            bodyError: errors?["body"], files: files, filesError: errors?["files"], formKey: context.form.key,
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
