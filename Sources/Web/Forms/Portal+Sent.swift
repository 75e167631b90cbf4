import Models

extension Portal {
    /// Where a sender goes next: back to the thread, which says so when a file could not be checked.
    func sent(_ content: NewContent, to path: Path) async throws -> String {
        let unchecked = try await database.read { db in try content.uncheckedFiles(db) }
        return unchecked.isEmpty ? path.text : path.saying(.sentUnchecked)
    }
}
