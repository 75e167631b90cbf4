import GRDB

/// What the check page says of a draft's files: whose they look like, which of them nobody could read, how many
/// dropped ones go to nobody, and which are lost.
package struct DraftFileCheck: Sendable {
    package let wrong: WrongFiles?
    package let unchecked: [String]
    package let leftCount: Int
    /// Names of those that were declared lost. The draft is not sent while it has one.
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
