import Models

extension Portal {
    /// Returns the person's own uploads in a form, to show the form again, without those that are gone.
    func uploads(
        _ keys: [String], of person: Int64, limit: Int = NewContent.fileLimit, _ format: Format
    ) async throws -> [UploadRow] {
        let files = try await database.read { db in
            keys.prefix(limit).flatMap { (try? StoredFile.find(db, keys: [$0], of: person)) ?? [] }
        }
        return files.map { UploadRow($0, format) }
    }
}
