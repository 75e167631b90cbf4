import GRDB

/// The search index of every message: one row of `searchIndex` for each content, so that a notice to many firms has a
/// single row, with a word for each firm that got it.
///
/// ``SearchIndexing`` follows every commit, so the index is never behind: no verb has to think
/// of it. Messages never change, so no row is ever taken out. Notes of the office are not messages, and
/// are not in it. Of a PDF the words are in it that were read before it was sent.
///
/// Words are computed from typed texts before the transaction (``NewContent``, ``TypedLine``, `AttachmentStore.Kept`)
/// and only inserted here. The exception are the names of the author and the firm, which are two short lines.
enum SearchIndex {
    /// Words of texts that the transaction has written. It stands in the writer's temporary schema: a rolled-back
    /// savepoint takes its rows along.
    fileprivate static let schema = """
        CREATE TEMP TABLE preparedWords (contentId INTEGER PRIMARY KEY, subject TEXT, body TEXT NOT NULL);
        """

    /// Stores the words of a text that was just written, for `follow`.
    /// - Parameter subject: the subject of the conversation that begins with it.
    static func prepare(_ db: Database, _ content: Int64, subject: String?, body: String) throws {
        try db.cachedStatement(sql: "INSERT INTO temp.preparedWords (contentId, subject, body) VALUES (?, ?, ?)")
            .execute(arguments: [content, subject, body])
    }

    /// The number of texts indexed at once, in an office that was filled by others than the verbs.
    static let batch = 20_000

    /// Indexes the texts that are not in the index yet, in the order they were written.
    /// - Returns: whether there may be more.
    @discardableResult
    static func follow(_ db: Database) throws -> Bool {
        let last = try number(db, "SELECT max(id) FROM searchIndex_docsize")
        guard try number(db, "SELECT max(id) FROM content") > last else { return false }
        let statement = try db.cachedStatement(sql: documents)
        let rows = try Row.fetchCursor(statement, arguments: [last, batch])
        var count = 0
        while let row = try rows.next() {
            try take(db, row)
            count += 1
        }
        try db.cachedStatement(sql: "DELETE FROM temp.preparedWords").execute()
        return count == batch
    }

    /// The indexed part of a PDF's text, in code points.
    static let paperLength = 10_000

    /// Returns the words of a PDF for the index: those with letters, from its beginning. Its many different numbers
    /// would make up most of the index.
    static func line(ofPaper text: String) -> String {
        let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(paperLength)))
        return SearchWords.words(in: beginning).map(\.folded).filter { $0.contains(where: \.isLetter) }
            .joined(separator: " ")
    }

    /// Returns a firm's word in the column of firms.
    static func token(_ firm: Int64) -> String { "f\(firm)" }

    private static func take(_ db: Database, _ row: Row) throws {
        // Texts without stored words were written by others than the verbs.
        let body = (row["body"] as String?).map(MarkedText.words)
        var texts = [row["subject"], body, row["files"], row["names"]].map(SearchWords.line)
        if let words: String = row["subjectWords"] { texts[0] = words }
        if let words: String = row["bodyWords"] { texts[1] = words }
        if let words: String = row["fileWords"] { texts[2] += " \(words)" }
        if let papers: String = row["papers"] { texts[2] += " \(papers)" }
        let firms: String = row["firms"]
        try db.cachedStatement(
            sql: "INSERT INTO searchIndex (rowid, subject, body, files, names, firms) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [row["id"] as Int64, texts[0], texts[1], texts[2], texts[3], firms])
        // All in one statement: words are letters and digits, which need no escaping.
        let words = texts.joined(separator: " ").split(separator: " ").joined(separator: #"",""#)
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO searchWord SELECT value FROM json_each(?) WHERE value != ''")
            .execute(arguments: [#"["\#(words)"]"#])
    }

    private static func number(_ db: Database, _ sql: String) throws -> Int64 {
        try Int64.fetchOne(try db.cachedStatement(sql: sql)) ?? 0
    }

    /// Indexes the subject with the first message of its conversation alone.
    private static let documents = """
        SELECT content.id, CASE WHEN prepared.body IS NULL THEN content.body END AS body, prepared.body AS bodyWords,
            CASE WHEN prepared.subject IS NULL AND message.id = (SELECT min(id) FROM message AS first
                WHERE first.conversationId = message.conversationId) THEN conversation.subject END AS subject,
            prepared.subject AS subjectWords,
            (SELECT group_concat(storedFile.name, ' ') FROM attachment JOIN storedFile ON storedFile.id = fileId
                WHERE attachment.contentId = content.id AND storedFile.words IS NULL) AS files,
            (SELECT group_concat(storedFile.words, ' ') FROM attachment JOIN storedFile ON storedFile.id = fileId
                WHERE attachment.contentId = content.id) AS fileWords,
            (SELECT group_concat(words, ' ') FROM attachment JOIN fileText ON fileText.fileId = attachment.fileId
                WHERE attachment.contentId = content.id) AS papers,
            person.name || CASE WHEN message.kind IN ('notice', 'reminder') THEN '' ELSE ' ' || firm.name END AS names,
            (SELECT group_concat('f' || each.firmId, ' ') FROM message AS each
                WHERE each.contentId = content.id) AS firms
        FROM content
        JOIN message ON message.id = (SELECT min(id) FROM message AS any WHERE any.contentId = content.id)
        JOIN conversation ON conversation.id = message.conversationId
        JOIN person ON person.id = message.personId JOIN firm ON firm.id = message.firmId
        LEFT JOIN temp.preparedWords AS prepared ON prepared.contentId = content.id
        WHERE content.id > ? ORDER BY content.id LIMIT ?
        """
}

/// Puts the words of new texts into the index, in the commit that writes them.
struct SearchIndexing: CommitHook {
    func prepare(_ db: Database) throws { try db.execute(sql: SearchIndex.schema) }

    /// Indexes what was written by others than the verbs.
    func begin(_ pool: DatabasePool) throws {
        while try pool.write(SearchIndex.follow) {}
    }

    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? {
        _ = try SearchIndex.follow(db)
        return nil
    }
}
