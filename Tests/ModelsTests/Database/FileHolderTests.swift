import TestSupport
import Testing

@Suite("What holds a stored file")
struct FileHolderTests {
    @Test("Is every table that refers to one and does not go with it, and each is found by an index")
    func complete() async throws {
        try await TestOffice.with { office in
            let references = try await office.texts(
                """
                SELECT holder.name || '.' || key."from" FROM sqlite_master AS holder
                JOIN pragma_foreign_key_list(holder.name) AS key
                WHERE holder.type = 'table' AND key."table" = 'storedFile' AND key.on_delete <> 'CASCADE'
                """)
            #expect(references.count > 5)
            let holders = try await office.plan("SELECT 1 FROM fileHolder WHERE fileId = 7").compactMap { line in
                line.firstMatch(of: /^SEARCH (\w+) USING .*INDEX.* \((\w+)=\?\)$/).map { "\($0.1).\($0.2)" }
            }
            #expect(holders.sorted() == references.sorted())
        }
    }
}
