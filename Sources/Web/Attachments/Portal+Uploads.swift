import Models

extension Portal {
    /// The person's own uploads that a form names, to show the form again. Those that are gone are left out.
    func uploads(
        _ keys: [String], of person: Int64, limit: Int = NewContent.fileLimit, _ format: Format
    ) async throws -> [UploadRow] {
        let files = try await database.read { db in
            keys.prefix(limit).flatMap { (try? StoredFile.find(db, keys: [$0], of: person)) ?? [] }
        }
        return files.map { UploadRow($0, format) }
    }
}
