import GRDB

extension NewContent {
    /// Returns the conversation to which this form was sent before, since a browser that never got the response sends
    /// it again. With another text it counts as a new message, typed after going back to the form.
    func sentBefore(_ db: Database, by person: Int64) throws -> Conversation? {
        guard let formKey else { return nil }
        let request: SQLRequest<Conversation> = """
            SELECT conversation.* FROM message JOIN content ON content.id = contentId
            JOIN conversation ON conversation.id = conversationId
            WHERE message.personId = \(person) AND formKey = \(formKey) AND body = \(body)
            """
        return try request.fetchOne(db)
    }

    /// Returns the key to store with the message; `nil` when another message has it, also one that was withdrawn.
    func freeKey(_ db: Database, by person: Int64) throws -> String? {
        guard let formKey else { return nil }
        let isTaken = try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM everyMessage WHERE personId = ? AND formKey = ?)"),
            arguments: [person, formKey])
        return isTaken == true ? nil : formKey
    }
}
