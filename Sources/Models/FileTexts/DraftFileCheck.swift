import GRDB

/// What the check page says of a draft's files: whose they look like, which of them nobody could read, and how many
/// dropped ones go to nobody.
package struct DraftFileCheck: Sendable {
    package let wrong: WrongFiles?
    package let unchecked: [String]
    package let leftCount: Int

    package static func make(_ db: Database, _ draft: Draft, in scope: FirmScope) throws -> DraftFileCheck {
        let left: SQLRequest<Int> = """
            SELECT count(*) FROM draftFirmFile WHERE draftKey = \(draft.key) AND firmId IS NULL
            """
        return DraftFileCheck(
            wrong: try draft.shownWrongFiles(db, in: scope), unchecked: try draft.uncheckedFiles(db),
            leftCount: try left.fetchOne(db) ?? 0)
    }
}
