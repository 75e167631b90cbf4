import Models

/// One message as it stands on a page, for a client or for the office.
struct MessageView: Sendable {
    struct File: Sendable {
        let href: String
        let name: String
        let kind: String
        let size: String
        /// Who took it, when: the viewer's own download for a client, all of the client's for the office.
        let mark: String?
    }

    let id: Int64
    let authorName: String
    let authorInitials: String
    let authorRole: String
    let isOffice: Bool
    let isMine: Bool
    let isNotice: Bool
    let isReminder: Bool
    let sentAt: String
    let sentAtISO: String
    let bodyHTML: String
    let attachments: [File]
    let hasAttachments: Bool
    /// Where this viewer reports that the message has been on the screen; nothing when there is nothing to report.
    let receiptAction: String?
    let receipts: [String]
    let hasReceipts: Bool
    let readState: State?
}

/// A short state with its colour: good, wait, bad or none.
struct State: Sendable {
    let text: String
    let tone: String
}

extension MessageThread {
    /// The messages as a client sees them: who of the firm took a file, and who of the office opened a
    /// file that the firm sent. Who read what, and what the office does with its own files, stays inside.
    func clientViews(_ conversation: Conversation, person: Int64, _ format: Format) -> [MessageView] {
        entries.map { entry in
            view(
                entry, person: person, format,
                receiptAction: !entry.isRead && entry.side == .office
                    ? Path.receipt(conversation.id, entry.id).text : nil,
                marks: { mark in
                    if mark.personId == person {
                        return format.text("messages.takenByYou", ["at": format.moment(mark.at)])
                    }
                    let who = ["who": format.named(mark.personName, mark.at)]
                    if !mark.isStaff { return format.text("messages.takenBy", who) }
                    return entry.side == .client ? format.text("messages.openedBy", who) : nil
                }
            )
        }
    }

    /// The messages as the office sees them, with readers and downloads by name and time.
    func officeViews(_ conversation: Conversation, person: Int64, _ format: Format) -> [MessageView] {
        entries.map { entry in
            let readers = receipts[entry.id] ?? []
            return view(
                entry, person: person, format,
                receiptAction: entry.isUnread && entry.side == .client
                    ? Path.seen(conversation.id, entry.id).text : nil,
                marks: { mark in mark.isStaff ? nil : format.named(mark.personName, mark.at) },
                receipts: readers.map { format.named($0.personName, $0.at) },
                readState: entry.side == .office && readers.isEmpty
                    ? State(text: format.text("messages.notRead"), tone: "wait") : nil
            )
        }
    }

    private func view(
        _ entry: Entry, person: Int64, _ format: Format, receiptAction: String?, marks: (Mark) -> String?,
        receipts: [String] = [], readState: State? = nil
    ) -> MessageView {
        let taken = downloads[entry.id] ?? []
        let attachments = (files[entry.contentId] ?? []).map { file in
            let notes = taken.filter { $0.attachmentId == file.attachmentId }.compactMap(marks)
            return MessageView.File(
                href: Path.attachment(file.attachmentId).with(["message": "\(entry.id)"]), name: file.name,
                kind: file.kind, size: format.size(file.size),
                mark: notes.isEmpty ? nil : notes.joined(separator: " · ")
            )
        }
        return MessageView(
            id: entry.id, authorName: entry.personName, authorInitials: Format.initials(entry.personName),
            authorRole: format.text(entry.side == .office ? "role.office" : "role.client"),
            isOffice: entry.side == .office, isMine: entry.personId == person, isNotice: entry.kind == .notice,
            isReminder: entry.kind == .reminder,
            sentAt: format.moment(entry.sentAt), sentAtISO: format.iso(entry.sentAt),
            bodyHTML: Markdown.html(entry.body, of: entry.contentId, in: format.contents), attachments: attachments,
            hasAttachments: !attachments.isEmpty,
            receiptAction: receiptAction, receipts: receipts, hasReceipts: !receipts.isEmpty, readState: readState
        )
    }
}
