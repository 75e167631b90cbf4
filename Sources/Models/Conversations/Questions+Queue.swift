import GRDB

/// The list as a queue: after one question comes the next.
extension Questions {
    /// Returns the question that comes after one in the list, or else the first of the others.
    package func next(_ db: Database, after id: Int64) throws -> Int64? {
        if let end = try mark(db, .conversation(id)),
            let next = try conversations(db, after: end, limit: 1).first
        {
            return next.id
        }
        return try conversations(db, after: nil, limit: 2).map(\.id).first { $0 != id }
    }

    /// Returns how many questions the list has besides one.
    package func left(_ db: Database, besides id: Int64) throws -> Int {
        let request = SQLRequest<Int>(
            literal: """
                SELECT count(*) FROM \(source) WHERE \(isInScope) AND \(isShown) AND conversation.id <> \(id)
                """, cached: true)
        return try request.fetchOne(db) ?? 0
    }
}
