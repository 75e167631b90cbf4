import Dates
import Foundation
import Models

/// The data of the page of a conversation.
struct OfficeConversationData: Sendable {
    let conversation: Conversation
    let firm: Firm
    let supervisor: String?
    let thread: MessageThread
    let readers: [Conversation.Reader]
    let inside: InsideEvents
    let handling: Handling?
    let holder: HandOver?
    let colleagues: [Staff.Colleague]
    let person: Int64
    /// The last day of the notice that the conversation began with.
    let lastDay: Day?
    let today: Day
    /// The printouts that the firm would get now, for the kinds of a refused answer.
    let papers: [Printout.Kind: [Int64]]
    /// How many other questions the queue has that it was opened from; `nil` when it was opened from elsewhere.
    let left: Int?
    /// The notice that began the conversation, for those who may open its report.
    let report: Int64?
    /// Whose messages the person may withdraw; `nil` for those of everybody.
    let ownSends: Int64?
}

/// A refused form of the page, with its fields.
struct RejectedForm: Sendable {
    enum Part: Sendable { case answer, note, handOver }

    let part: Part
    let form: Form
    let errors: FieldErrors
    var files: [UploadRow] = []
    var wrong: WrongFilesView?

    func typed(_ field: String, of part: Part) -> String { part == self.part ? form[field] : "" }
    func error(_ field: String, of part: Part) -> String? { part == self.part ? errors[field] : nil }
}

extension OfficeConversationPage {
    init(_ data: OfficeConversationData, _ list: QuestionsAddress, _ rejected: RejectedForm?, _ format: Format) {
        let (id, conversation) = (data.conversation.id, data.conversation)
        let chosen = rejected?.typed("colleague", of: .handOver) ?? ""
        let noteText = rejected?.typed("note", of: .note) ?? ""
        let (items, earlier) = Self.items(data, format)
        self.init(
            topic: conversation.topic.codedTopic, subject: conversation.subject,
            validity: data.lastDay.map { format.validity($0, today: data.today) }, firmName: data.firm.name,
            firmHref: Path.firm(data.firm.id).text, firmDetail: data.supervisor ?? "–",
            isPayroll: data.conversation.isPayroll, isWithdrawn: conversation.withdrawnAt != nil,
            items: items,
            earlierText: data.thread.hasOlder
                ? format.text("messages.earlierAll")
                : earlier == 0 ? nil : format.text.plural("messages.earlier", earlier),
            olderHref: data.thread.hasOlder
                ? list.link(.officeConversation(id), ["before": data.thread.entries.first.map { "\($0.id)" }]) : nil,
            action: list.link(.officeMessages(id)), body: rejected?.typed("body", of: .answer) ?? "",
            bodyError: rejected?.error("body", of: .answer), files: rejected?.files ?? [],
            filesError: rejected?.error("files", of: .answer), wrong: rejected?.wrong,
            seenBy: Self.seenBy(data.readers, format.text),
            formKey: (rejected?.part == .answer ? rejected?.form ?? Form() : Form()).key,
            printouts: Self.chips(data, rejected, format),
            handled: Self.handled(data, list, format),
            handleAction: Self.mayBeHandled(data) ? list.link(.handling(id)) : nil, backHref: list.list,
            nextText: data.left.flatMap { $0 == 0 ? nil : format.text("questions.sendNext", ["n": "\($0)"]) },
            leftText: data.left.map {
                $0 == 0 ? format.text("questions.leftNone") : format.text.plural("questions.left", $0)
            },
            isInQueue: list.isQueue, isAnswering: list.isQueue && rejected == nil,
            broadcastHref: data.report.map { Path.broadcast($0).text }, noteAction: list.link(.notes(id)),
            noteText: noteText,
            noteError: rejected?.error("note", of: .note), holder: Self.holder(data, list, format),
            handOverAction: list.link(.handOvers(id)),
            colleagues: data.colleagues.filter { $0.id != data.holder?.toId }.map {
                Colleague(colleagueId: $0.id.code, colleagueName: $0.name, isSelected: "\($0.id)" == chosen)
            },
            hasColleagues: data.colleagues.contains { $0.id != data.holder?.toId },
            colleagueError: rejected?.error("colleague", of: .handOver) ?? rejected?.error("note", of: .handOver),
            handOverNote: rejected?.typed("note", of: .handOver) ?? "",
            isHandOverOpen: rejected?.part == .handOver, isNoteOpen: rejected?.part == .note
        )
    }

    /// Who of the client gets an answer to see.
    private static func seenBy(_ readers: [Conversation.Reader], _ text: LanguageText) -> String {
        if readers.isEmpty { return text("questions.seenByNobody") }
        let (shown, others) = (readers.prefix(mostNames).map(\.name.isolated), readers.count - mostNames)
        let names = shown.joined(separator: ", ") + (others > 0 ? " +\(others)" : "")
        return text("questions.seenBy", ["names": names])
    }

    private static let mostNames = 4

    private static func chips(
        _ data: OfficeConversationData, _ rejected: RejectedForm?, _ format: Format
    ) -> PrintoutChips {
        let choice = rejected?.part == .answer ? rejected?.form.typedPrintouts : nil
        var chips = PrintoutChips(
            choice, firm: data.firm.id, papers: data.papers, error: rejected?.error("printouts", of: .answer), format)
        chips.isOfPayroll = data.conversation.isPayroll
        return chips
    }

    private static func mayBeHandled(_ data: OfficeConversationData) -> Bool {
        data.conversation.waitingSince != nil || data.holder != nil && data.handling == nil
    }

    private static func handled(_ data: OfficeConversationData, _ list: QuestionsAddress, _ format: Format) -> Handled?
    {
        data.handling.map { handling in
            Handled(
                text: format.text(
                    "questions.handledAt", ["name": handling.personName, "at": format.moment(handling.handledAt)]
                ),
                reopenAction: list.link(.handling(data.conversation.id), ["state": "open"])
            )
        }
    }

    private static func holder(_ data: OfficeConversationData, _ list: QuestionsAddress, _ format: Format) -> Holder? {
        data.holder.map { holder in
            Holder(
                holderText: format.text("handOvers.holds", ["name": holder.toName ?? ""]),
                holderAt: format.named(holder.personName, holder.handedAt),
                takeBackAction: list.link(.handOvers(data.conversation.id), ["to": "nobody"])
            )
        }
    }

    /// Returns messages, notes and hand-overs in order of time, and how many of the messages are earlier ones, which the
    /// panel beside the list folds. Internal ones follow a message of the same time.
    private static func items(_ data: OfficeConversationData, _ format: Format) -> ([Item], earlier: Int) {
        let entries = data.thread.entries
        // What is read before answering: all that one side wrote last, without an answer between.
        let earlier = entries.count - entries.reversed().prefix { $0.side == entries.last?.side }.count
        let views = data.thread.officeViews(
            data.conversation, person: data.person, callable: data.readers, withdrawing: data.ownSends, format)
        let messages = zip(entries, views).enumerated().map { number, message in
            (message.0.sentAt, 0, Item(isAfterFold: number == earlier && number > 0, message: message.1))
        }
        let handOvers = data.inside.handOvers.map { ($0.handedAt, 1, Item(handOver: HandOverView($0, format))) }
        let notes = data.inside.notes.map { ($0.writtenAt, 2, Item(note: NoteView($0, format))) }
        return ((messages + handOvers + notes).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2), earlier)
    }
}

extension OfficeConversationPage.NoteView {
    init(_ note: Note, _ format: Format) {
        self.init(
            noteId: note.id.code, writer: note.personName,
            avatar: Avatar(note.personName, staff: note.personId, photo: note.photo),
            writtenAt: format.moment(note.writtenAt), writtenAtISO: format.iso(note.writtenAt),
            bodyHTML: MessageText.html(note.body)
        )
    }
}

extension OfficeConversationPage.HandOverView {
    init(_ handOver: HandOver, _ format: Format) {
        let names = handOver.toName.map {
            format.text("handOvers.given", ["giver": handOver.personName, "taker": $0])
        }
        self.init(
            handText: format.text(names == nil ? "handOvers.takenText" : "handOvers.givenText"),
            handNames: names ?? handOver.personName.isolated, handedAt: format.moment(handOver.handedAt),
            handedAtISO: format.iso(handOver.handedAt)
        )
    }
}
