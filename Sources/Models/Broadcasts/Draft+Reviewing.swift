import Dates
import GRDB

extension Draft {
    /// The text of a notice with files by firm, and the firms that a person chose for files without one.
    package struct Review: Sendable {
        package let subject: TypedLine
        package let content: NewContent
        package var isPayroll = false
        /// What was typed as the firm of a file, by the file: its number, or its whole name; empty for nobody.
        package var firms: [Int64: String]

        package init(subject: String, body: String, isPayroll: Bool = false, firms: [Int64: String]) {
            self.subject = TypedLine(subject)
            content = NewContent(body: body, isMarked: true)
            self.isPayroll = isPayroll
            self.firms = firms.mapValues { TypedText.line($0) }
        }

        /// The firms that may be typed, by name, each with its number.
        package static func firmChoices(_ db: Database, in scope: FirmScope) throws -> [String] {
            try SQLRequest<String>(
                """
                SELECT name || ' (' || taxIdentifier || ')' FROM firm
                WHERE archivedAt IS NULL AND \(scope.contains("firm.id")) ORDER BY nameKey, id
                """
            ).fetchAll(db)
        }
    }

    /// Takes a review, for the check page.
    /// - Returns: how many files have found their firm since they were shown; they are to be looked at before the check.
    /// - Throws: `Invalid` naming `subject`, `body`, `firm-7` for the firm of file 7, or `files` when nothing would go;
    ///   `NotFound` for a draft of another kind.
    @discardableResult
    package func review(_ db: Database, _ review: Review, in scope: FirmScope, on day: Day) throws -> Int {
        var invalid = review.content.problems()
        Subject.check(review.subject.text, into: &invalid)
        let found = try keep(db, review, in: scope, &invalid)
        if found == 0, broadcastId == nil, try firmCount(db) == 0 { invalid.add("files", "errors.noFileGoes") }
        try invalid.check()
        return found
    }

    /// Keeps what has been written so far and matches the other files again, to go on with the review.
    /// - Throws: `Invalid` naming `firm-7` for the firm of file 7; `NotFound` for a draft of another kind.
    package func keep(_ db: Database, _ review: Review, in scope: FirmScope) throws {
        var invalid = Invalid()
        try keep(db, review, in: scope, &invalid)
        try invalid.check()
    }

    @discardableResult
    private func keep(_ db: Database, _ review: Review, in scope: FirmScope, _ invalid: inout Invalid) throws -> Int {
        guard try hasFilesByFirm(db) else { throw NotFound() }
        if broadcastId != nil { return 0 }
        try takeBack(db, outside: scope)
        try removeLost(db)
        for (file, typed) in review.firms.sorted(by: { $0.key < $1.key }) {
            if try !give(db, file, to: typed, in: scope) { invalid.add("firm-\(file)", "errors.firmUnknown") }
        }
        let found = try matchAgain(db, in: scope)
        // Other files go elsewhere now: what a send was told of the former ones does not hold.
        try db.execute(
            sql: """
                UPDATE draft SET subject = ?, subjectWords = ?, body = ?, words = ?, format = 'marks', isPayroll = ?,
                    stoppedAt = NULL
                WHERE key = ?
                """,
            arguments: [
                review.subject.text, review.subject.words, review.content.body, review.content.words, review.isPayroll,
                key,
            ])
        return found
    }

    /// What went to a firm that is no longer in the scope goes to nobody.
    private func takeBack(_ db: Database, outside scope: FirmScope) throws {
        try db.execute(
            literal: """
                UPDATE draftFirmFile SET firmId = NULL, isByHand = 0
                WHERE draftKey = \(key) AND firmId IS NOT NULL AND NOT (\(scope.contains("draftFirmFile.firmId")))
                """)
    }

    /// Files that were declared lost go to nobody any more: the sender uploads them anew.
    private func removeLost(_ db: Database) throws {
        try db.execute(
            literal: "DELETE FROM draftFirmFile WHERE draftKey = \(key) AND \(LostFile.isDeclared("fileId"))")
    }

    /// Gives a file that its number gave to nobody to a firm of the scope, or takes it back.
    /// - Returns: whether what was typed is a firm, or nothing.
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

    /// The one firm of the scope with a number or a name, or with both as ``Review/firmChoices(_:in:)`` has them.
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
                "SELECT id FROM firm WHERE \(part) AND archivedAt IS NULL AND \(scope.contains("firm.id")) LIMIT 2"
            ).fetchAll(db)
            if !ids.isEmpty { return ids.count == 1 ? ids[0] : nil }
        }
        return nil
    }
}
