import Foundation
import Models

/// A message on a page, for a client or for the office.
struct MessageView: Encodable {
    struct File: Encodable {
        /// The link to download it; `nil` when its bytes are lost.
        let href: String?
        let name: String
        let kind: String
        /// Its size; for a printout its period.
        let detail: String
        /// A remark to know before downloading: a printout has a newer version.
        let remark: String?
        /// The downloads, by whom and when: the viewer's own download for a client, all of the client's for the office.
        let mark: String?
        /// The same for printing, with the year of each day.
        let fullMark: String
    }

    /// A reader of it, and the time.
    struct Receipt: Encodable {
        let reader: String
        let fullReader: String
    }

    let id: String
    let authorName: String
    let avatar: Avatar
    let authorRole: String
    /// To call the client who wrote last; for the office alone.
    let phone: String?
    let phoneHref: String?
    let isOffice: Bool
    let isMine: Bool
    let isNotice: Bool
    let isReminder: Bool
    let sentAt: String
    let fullSentAt: String
    let sentAtISO: String
    let bodyHTML: String
    let attachments: [File]
    let hasAttachments: Bool
    /// Whether it is unread for the viewer.
    let isNew: Bool
    /// The address to which this viewer's screen reports the message; `nil` when there is nothing to report.
    let receiptAction: String?
    let receipts: [Receipt]
    let hasReceipts: Bool
    let readState: State?
    /// Who withdrew it and when; only the office still sees it.
    let withdrawn: String?
    /// The address that withdraws it; `nil` when it cannot be withdrawn, or not by this person.
    let withdrawAction: String?
}

extension MessageThread {
    /// Returns the messages for a client, with the firm's own downloads, and the office's of files that the firm sent.
    /// Readers, and the office's downloads of its own files, are not shown.
    /// - Parameter isViewed: whether an employee views the client's page, which then reports nothing.
    func clientViews(
        _ conversation: Conversation, person: Int64, isViewed: Bool = false, _ format: Format
    ) -> [MessageView] {
        entries.map { entry in
            let isNew = !entry.isRead && entry.side == .office
            return view(
                entry, person: person, format, isNew: isNew,
                receiptAction: isNew && !isViewed ? Path.receipt(conversation.id, entry.id).text : nil,
                marks: { mark, at in
                    if mark.personId == person { return format.text("messages.takenByYou", ["at": at(mark.at)]) }
                    let who = ["who": "\(mark.personName.isolated), \(at(mark.at))"]
                    if !mark.isStaff { return format.text("messages.takenBy", who) }
                    return entry.side == .client ? format.text("messages.openedBy", who) : nil
                }
            )
        }
    }

    /// Returns the messages for the office, with readers and downloads by name and time.
    /// - Parameter people: the client's people; the last to have written can be called.
    /// - Parameter sender: whose messages this person may withdraw; `nil` for those of everybody.
    func officeViews(
        _ conversation: Conversation, person: Int64, callable people: [Conversation.Reader],
        withdrawing sender: Int64?, _ format: Format
    ) -> [MessageView] {
        let last = entries.last { $0.side == .client }
        return entries.map { entry in
            let readers = receipts[entry.id] ?? []
            let isNew = entry.isUnread && entry.side == .client
            return view(
                entry, person: person, format, isNew: isNew,
                receiptAction: isNew ? Path.seen(conversation.id, entry.id).text : nil,
                phone: entry.id == last?.id ? people.first { $0.personId == entry.personId }?.phone : nil,
                marks: { mark, at in mark.isStaff ? nil : "\(mark.personName.isolated), \(at(mark.at))" },
                receipts: readers.map {
                    .init(reader: format.named($0.personName, $0.at), fullReader: format.proof($0.personName, $0.at))
                },
                readState: entry.side == .office && readers.isEmpty && entry.withdrawnAt == nil
                    ? State(text: format.text("messages.notRead"), tone: "wait") : nil,
                withdrawAction: isUnknown(entry) && (sender == nil || sender == entry.personId)
                    ? Path.messageWithdrawal(conversation.id, entry.id).text : nil
            )
        }
    }

    /// Whether the page shows no sign that anybody of the firm knows of the message.
    private func isUnknown(_ entry: Entry) -> Bool {
        entry.side == .office && entry.withdrawnAt == nil && (receipts[entry.id] ?? []).isEmpty
            && (downloads[entry.id] ?? []).allSatisfy(\.isStaff)
            && (printouts[entry.id] ?? []).allSatisfy { $0.downloads.allSatisfy(\.isStaff) }
            && !entries.contains { $0.side == .client && $0.id > entry.id }
    }

    private func view(
        _ entry: Entry, person: Int64, _ format: Format, isNew: Bool, receiptAction: String?,
        phone: String? = nil, marks: (Mark, (Date) -> String) -> String?,
        receipts: [MessageView.Receipt] = [], readState: State? = nil, withdrawAction: String? = nil
    ) -> MessageView {
        let taken = downloads[entry.id] ?? []
        let attachments = (files[entry.contentId] ?? []).map { file in
            let its = taken.filter { $0.attachmentId == file.attachmentId }
            let notes = its.compactMap { marks($0, format.moment) }
            return MessageView.File(
                href: file.isLost ? nil : Path.attachment(file.attachmentId).with(["message": "\(entry.id)"]),
                name: file.name, kind: file.kind, detail: format.size(file.size),
                remark: file.isLost ? format.text("messages.lostFile") : nil,
                mark: notes.isEmpty ? nil : notes.joined(separator: " · "),
                fullMark: its.compactMap { marks($0, format.fullMoment) }.joined(separator: " · ")
            )
        }
        let printed = (printouts[entry.id] ?? []).map {
            MessageView.File(
                $0, of: entry.id, notes: $0.downloads.compactMap { marks($0, format.moment) },
                full: $0.downloads.compactMap { marks($0, format.fullMoment) }, format)
        }
        return MessageView(
            id: entry.id.code, authorName: entry.personName,
            avatar: Avatar(
                entry.personName, staff: entry.side == .office ? entry.personId : nil, photo: entry.photo),
            authorRole: format.text(entry.side == .office ? "role.office" : "role.client"),
            phone: phone, phoneHref: phone.map(Format.phoneHref), isOffice: entry.side == .office,
            isMine: entry.personId == person, isNotice: entry.kind == .notice,
            isReminder: entry.kind == .reminder,
            sentAt: format.moment(entry.sentAt), fullSentAt: format.fullMoment(entry.sentAt),
            sentAtISO: format.iso(entry.sentAt),
            bodyHTML: MessageText.html(entry.body, of: entry.contentId, in: format.contents),
            attachments: printed + attachments, hasAttachments: !(printed.isEmpty && attachments.isEmpty),
            isNew: isNew, receiptAction: receiptAction, receipts: receipts, hasReceipts: !receipts.isEmpty,
            readState: readState,
            withdrawn: entry.withdrawnAt.map { format.withdrawn(by: entry.withdrawnBy ?? "", $0) },
            withdrawAction: withdrawAction
        )
    }
}
