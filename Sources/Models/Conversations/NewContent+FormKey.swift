import GRDB

extension NewContent {
    /// The conversation that this form was sent to before: a browser that never got the answer sends it again. With
    /// another text it is another message, typed into a form to which somebody went back.
    func sentBefore(_ db: Database, by person: Int64) throws -> Conversation? {
        guard let formKey else { return nil }
        let request: SQLRequest<Conversation> = """
            SELECT conversation.* FROM message JOIN content ON content.id = contentId
            JOIN conversation ON conversation.id = conversationId
            WHERE message.personId = \(person) AND formKey = \(formKey) AND body = \(body)
            """
        return try request.fetchOne(db)
    }

    /// The key to keep with the message: none where another one has it.
    func freeKey(_ db: Database, by person: Int64) throws -> String? {
        guard let formKey else { return nil }
        let isTaken = try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM message WHERE personId = ? AND formKey = ?)"),
            arguments: [person, formKey])
        return isTaken == true ? nil : formKey
    }
}
