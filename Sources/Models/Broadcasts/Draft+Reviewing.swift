import Dates
import GRDB

extension Draft {
    /// The text of a notice with files by firm, and the firms that a person chose for files without one.
    package struct Review: Sendable {
        package let subject: TypedLine
        package let content: NewContent
        package var isPayroll = false
        /// The firm that was typed for each file, keyed by file: its number or its whole name; empty for none.
        package var firms: [Int64: String]

        package init(subject: String, body: String, isPayroll: Bool = false, firms: [Int64: String]) {
            self.subject = TypedLine(subject)
            content = NewContent(body: body, isMarked: true)
            self.isPayroll = isPayroll
            self.firms = firms.mapValues { TypedText.line($0) }
        }

        /// Returns the firms that may be typed, by name, each with its number.
        package static func firmChoices(_ db: Database, in scope: FirmScope) throws -> [String] {
            try SQLRequest<String>(
                """
                SELECT name || ' (' || taxIdentifier || ')' FROM firm
                WHERE closedAt IS NULL AND \(scope.contains("firm.id")) ORDER BY nameKey, id
                """
            ).fetchAll(db)
        }
    }

    /// Saves a review before the check page.
    /// - Returns: how many files were newly matched to a firm; the person has to see them before the check.
    /// - Throws: `Invalid` naming `subject`, `body`, `firm-7` for the firm of file 7, or `files` when no file has a
    ///   firm;
    ///   `NotFound` for a draft of another kind.
    @discardableResult
    package func review(_ db: Database, _ review: Review, in scope: FirmScope, on day: Day) throws -> Int {
        var invalid = review.content.problems()
        Subject.check(review.subject.text, into: &invalid)
        let found = try keep(db, review, in: scope, &invalid)
        if found == 0, try !isOnItsWay(db), try firmCount(db) == 0 { invalid.add("files", "errors.noFileGoes") }
        try invalid.check()
        return found
    }

    /// Saves an unfinished review and matches the remaining files again.
    /// - Throws: `Invalid` naming `firm-7` for the firm of file 7; `NotFound` for a draft of another kind.
    package func keep(_ db: Database, _ review: Review, in scope: FirmScope) throws {
        var invalid = Invalid()
        try keep(db, review, in: scope, &invalid)
        try invalid.check()
    }

    @discardableResult
    private func keep(_ db: Database, _ review: Review, in scope: FirmScope, _ invalid: inout Invalid) throws -> Int {
        guard try hasFilesByFirm(db) else { throw NotFound() }
        if try isOnItsWay(db) { return 0 }
        try takeBack(db, outside: scope)
        try removeLost(db)
        for (file, typed) in review.firms.sorted(by: { $0.key < $1.key }) {
            if try !give(db, file, to: typed, in: scope) { invalid.add("firm-\(file)", "errors.firmUnknown") }
        }
        let found = try matchAgain(db, in: scope)
        // The files' firms may have changed, so an earlier stop of the send no longer applies.
        try db.execute(
            sql: """
                UPDATE draft SET subject = ?, subjectWords = ?, body = ?, words = ?, isPayroll = ?, stoppedAt = NULL
                WHERE key = ?
                """,
            arguments: [
                review.subject.text, review.subject.words, review.content.body, review.content.words, review.isPayroll,
                key,
            ])
        return found
    }

    /// Unassigns the files of firms that are no longer in the scope.
    private func takeBack(_ db: Database, outside scope: FirmScope) throws {
        try db.execute(
            literal: """
                UPDATE draftFirmFile SET firmId = NULL, isByHand = 0
                WHERE draftKey = \(key) AND firmId IS NOT NULL AND NOT (\(scope.contains("draftFirmFile.firmId")))
                """)
    }

    /// Removes the files that were declared lost from the draft; the sender has to upload them again.
    private func removeLost(_ db: Database) throws {
        try db.execute(
            literal: "DELETE FROM draftFirmFile WHERE draftKey = \(key) AND \(LostFile.isDeclared("fileId"))")
    }

    /// Assigns a file that has no firm by its number to a firm of the scope, or unassigns it.
    /// - Returns: whether the typed text is a firm or empty.
    private func give(_ db: Database, _ file: Int64, to typed: String, in scope: FirmScope) throws -> Bool {
        let firm = try typed.isEmpty ? nil : find(db, typed, in: scope)
        if firm == nil, !typed.isEmpty { return false }
        try db.execute(
            sql: """
                UPDATE draftFirmFile SET firmId = ?, isByHand = ?
                WHERE draftKey = ? AND fileId = ? AND (firmId IS NULL OR isByHand)
                """,
            arguments: [firm, firm != nil, key, file])
        return true
    }

    /// Returns the firm of the scope with a number or a name, or with both, as ``Review/firmChoices(_:in:)`` writes
    /// them.
    private func find(_ db: Database, _ typed: String, in scope: FirmScope) throws -> Int64? {
        let numbers = FoundNumbers.all(in: typed)
        let parts: [SQL] = [
            "name || ' (' || taxIdentifier || ')' = \(typed)",
            numbers.isEmpty
                ? "firm.nameKey = \(SearchFolding.fold(typed))"
                : "firm.country IN ('PL', 'IL') AND taxIdentifier IN \(numbers)",
        ]
        for part in parts {
            let ids = try SQLRequest<Int64>(
                "SELECT id FROM firm WHERE \(part) AND closedAt IS NULL AND \(scope.contains("firm.id")) LIMIT 2"
            ).fetchAll(db)
            if !ids.isEmpty { return ids.count == 1 ? ids[0] : nil }
        }
        return nil
    }
}
