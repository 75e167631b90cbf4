import Models

extension Portal {
    /// Returns the sender's next page: the thread, with a remark when a file could not be checked.
    func sent(_ content: NewContent, to path: Path) async throws -> String {
        let unchecked = try await database.read { db in try content.uncheckedFiles(db) }
        return unchecked.isEmpty ? path.text : path.saying(.sentUnchecked)
    }
}
