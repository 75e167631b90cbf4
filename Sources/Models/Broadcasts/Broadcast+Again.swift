import Dates
import GRDB

extension Broadcast {
    /// The contents with which a new notice begins: those of an earlier notice, or of a saved template.
    package struct Text: Sendable {
        package let subject: String
        package let body: String
        package let files: [StoredFile]
        /// The names of its files that are lost.
        package let lost: [String]
        package let printouts: PrintoutChoice?
    }

    /// Returns the text and the stored files of this notice whose bytes are available, to begin another with, and the
    /// kinds of its printouts, for the last such period that is over.
    package func again(_ db: Database, on day: Day) throws -> Text {
        let files = try StoredFile.fetchAll(
            db,
            sql: """
                SELECT storedFile.* FROM attachment JOIN storedFile ON storedFile.id = fileId
                WHERE contentId = ? ORDER BY position
                """,
            arguments: [contentId]
        )
        let lost = try files.filter { try LostFile.isLost(db, $0.id) }
        let (ids, content) = (Set(lost.map(\.id)), try content(db))
        return Text(
            subject: subject, body: content.body, files: files.filter { !ids.contains($0.id) },
            lost: lost.map(\.name), printouts: try printouts(db, on: day))
    }

    /// Uses the month for a notice about a month, which may also carry declarations of the quarter that ended with it.
    private func printouts(_ db: Database, on day: Day) throws -> PrintoutChoice? {
        let sent = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT printout.kind, fromOn, untilOn FROM conversation
                JOIN message ON message.conversationId = conversation.id
                JOIN messagePrintout ON messageId = message.id JOIN printout ON printout.id = printoutId
                WHERE broadcastId = ? AND message.kind = 'notice'
                ORDER BY untilOn DESC, fromOn DESC
                """,
            arguments: [id])
        guard let first = sent.first,
            let period = Period(from: first["fromOn"] as Day?, until: first["untilOn"])
        else { return nil }
        return PrintoutChoice(sent.map { $0["kind"] as Printout.Kind }, of: period.following(on: day))
    }
}

extension Broadcast.Text {
    package init(_ template: NoticeTemplate) {
        self.init(
            subject: template.subject, body: template.body, files: [], lost: [], printouts: nil
        )
    }
}

extension Draft {
    /// Returns its contents, to begin a notice with.
    package func text(_ db: Database) throws -> Broadcast.Text {
        Broadcast.Text(
            subject: subject, body: body, files: try filesLeft(db), lost: try lostFiles(db),
            printouts: try printouts(db))
    }
}
