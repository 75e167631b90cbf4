import Models

extension Portal {
    /// Returns what the sender's next page says: a remark when a file could not be checked.
    func remark(on content: NewContent) async throws -> Flash? {
        let unchecked = try await database.read { db in try content.uncheckedFiles(db) }
        return unchecked.isEmpty ? nil : .sentUnchecked
    }
}
