/// A conversation for the office.
struct OfficeConversationPage: OfficePage {
    struct Handled: Encodable {
        let text: String
        let reopenAction: String
    }

    /// An item of the thread: a message, or an internal event.
    struct Item: Encodable {
        /// Whether the panel beside the list folds what stands before it.
        var isAfterFold = false
        var message: MessageView?
        var note: NoteView?
        var handOver: HandOverView?
    }

    /// "Only the office sees this."
    struct NoteView: Encodable {
        let noteId: String
        let writer: String
        let avatar: Avatar
        let writtenAt: String
        let writtenAtISO: String
        let bodyHTML: String
    }

    struct HandOverView: Encodable {
        let handText: String
        let handNames: String
        let handedAt: String
        let handedAtISO: String
    }

    struct Colleague: Encodable {
        let colleagueId: String
        let colleagueName: String
        let isSelected: Bool
    }

    struct Holder: Encodable {
        let holderText: String
        let holderAt: String
        let takeBackAction: String
    }

    var template: String { "conversations/office-show" }
    static let place = MenuPlace.questions
    let topic: String
    let subject: String
    let validity: State?
    let firmName: String
    let firmHref: String
    let firmDetail: String
    let isPayroll: Bool
    /// Whether it was withdrawn wholly, so that nothing can be added.
    let isWithdrawn: Bool
    let items: [Item]
    let earlierText: String?
    let olderHref: String?
    let action: String
    let body: String
    let bodyError: String?
    let files: [UploadRow]
    let filesError: String?
    let wrong: WrongFilesView?
    /// Who of the client sees the conversation.
    let seenBy: String
    let formKey: String
    let printouts: PrintoutChips
    let handled: Handled?
    let handleAction: String?
    let backHref: String
    /// The button that goes on to the next question, with their number; without one, there is none.
    let nextText: String?
    let leftText: String?
    let isInQueue: Bool
    /// Whether the page opens with the answer focused.
    let isAnswering: Bool
    let broadcastHref: String?
    let noteAction: String
    let noteText: String
    let noteError: String?
    let holder: Holder?
    let handOverAction: String
    let colleagues: [Colleague]
    let hasColleagues: Bool
    let colleagueError: String?
    let handOverNote: String
    let isHandOverOpen: Bool
    let isNoteOpen: Bool

    func title(_ text: LanguageText) -> String { subject }
}

/// The form of a message of the office to one firm.
struct NewFirmMessagePage: OfficePage {
    var template: String { "conversations/office-new" }
    static let place = MenuPlace.firms
    let firmName: String
    let firmError: String?
    let subject: String
    let subjectError: String?
    let body: String
    let bodyError: String?
    let files: [UploadRow]
    let filesError: String?
    let wrong: WrongFilesView?
    let printouts: PrintoutChips
    let isPayroll: Bool
    let formKey: String
    let action: String
    let backHref: String

    func title(_ text: LanguageText) -> String { text("conversations.newTitle") }
}
