import GRDB

extension Conversation {
    /// A person of the client who may see the conversation.
    package struct Reader: StoredRow {
        package let personId: Int64
        package let name: String
        package let phone: String?
    }

    /// Returns everyone of the client who may see it, by name.
    package func readers(_ db: Database) throws -> [Reader] {
        let request = SQLRequest<Reader>(
            literal: """
                SELECT personId, name, phone FROM reader
                WHERE firmId = \(firmId) AND personId IN (\(FirmScope.readers(of: self))) ORDER BY name, personId
                """, cached: true)
        return try request.fetchAll(db)
    }
}
