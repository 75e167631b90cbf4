import GRDB

/// The check page's remarks on a draft's files: which seem to be another firm's, which could not be read, how many
/// files by firm have no firm, and which are lost.
package struct DraftFileCheck: Sendable {
    package let wrong: WrongFiles?
    package let unchecked: [String]
    package let leftCount: Int
    /// The names of files that were declared lost. A draft with one is not sent.
    package let lost: [String]

    package static func make(_ db: Database, _ draft: Draft, in scope: FirmScope) throws -> DraftFileCheck {
        let left: SQLRequest<Int> = """
            SELECT count(*) FROM draftFirmFile WHERE draftKey = \(draft.key) AND firmId IS NULL
            """
        return DraftFileCheck(
            wrong: try draft.shownWrongFiles(db, in: scope), unchecked: try draft.uncheckedFiles(db),
            leftCount: try left.fetchOne(db) ?? 0, lost: try draft.lostFiles(db))
    }
}
