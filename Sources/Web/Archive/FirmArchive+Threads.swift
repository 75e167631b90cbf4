import Foundation
import Models

extension FirmArchive.Threads {
    /// - Parameter isOpen: whether the conversations show their messages at once.
    func rows(isOpen: Bool, _ format: Format) -> [ArchiveThread] {
        let rows = Dictionary(
            uniqueKeysWithValues: zip(messages.entries, messages.rows(format)).map { ($0.id, (entry: $0, row: $1)) })
        let ids = Dictionary(grouping: messages.entries, by: \.conversationId).mapValues { $0.map(\.id) }
        return threads.compactMap { thread in
            let shown = (ids[thread.id] ?? []).compactMap { rows[$0] }
            guard let last = shown.first else { return nil }
            let (files, count) = (shown.map(\.row.files.count).reduce(0, +), counts[thread.id] ?? 0)
            return ArchiveThread(
                threadHref: Path.officeConversation(thread.id).text, subjectText: thread.subject,
                isPayroll: thread.isPayroll, author: last.entry.personName,
                preview: MessageText.preview(last.entry.body, of: last.entry.contentId, in: format.contents),
                countText: format.text.plural("archive.messages", count), fileCount: files == 0 ? nil : "\(files)",
                filesText: files == 0 ? nil : format.text.plural("count.files", files),
                state: Self.state(thread, last.entry, last.row, format), lastAt: format.day(thread.lastMessageAt),
                fullLastAt: format.fullMoment(thread.lastMessageAt), lastAtISO: format.iso(thread.lastMessageAt),
                isOpen: isOpen,
                moreText: count > shown.count ? format.text.plural("archive.more", count - shown.count) : nil,
                entries: shown.map(\.row).reversed())
        }
    }

    /// Returns the most urgent of what is open: the firm's question, the office's message, its files.
    private static func state(
        _ thread: FirmArchive.Thread, _ last: FirmArchive.Entry, _ row: ArchiveRow, _ format: Format
    ) -> State? {
        if let since = thread.waitingSince {
            return State(
                text: format.text("firms.stateWaits", ["age": format.age(since: since)]),
                tone: format.ageTone(since: since))
        }
        if row.isUnread {
            return State(text: format.text("messages.notRead"), tone: format.waitingTone(since: last.sentAt))
        }
        return row.files.contains(where: \.isWaiting) ? State(text: format.text("archive.notTaken"), tone: "wait") : nil
    }
}
