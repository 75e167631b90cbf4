import Formats
import Foundation
import GRDB

extension TaxImport {
    /// What an import may be: larger than what goes with a message, since a JPK of a busy shop is.
    package static let rules = FileRules(limit: 200 * 1024 * 1024, kinds: ["XML", "ZIP"])
    static let rulesInZip = FileRules(limit: rules.limit, kinds: ["XML"])

    /// A file whose bytes are in the store, and were read there.
    package struct Received: Sendable {
        let kept: AttachmentStore.Kept
        let file: TaxFile
    }

    /// Reads a file that is in the store. Waits for the disk.
    /// - Throws: `TaxFileError`; then it is in the store no more.
    static func receive(_ kept: AttachmentStore.Kept, in files: AttachmentStore) throws -> Received {
        do {
            return Received(kept: kept, file: try read(at: files.path(kept.key), limit: rules.limit))
        } catch {
            files.remove(kept.key)
            throw error
        }
    }

    /// Takes in a file that was received.
    /// - Throws: ``Refusal``; then nothing is kept.
    package static func takeIn(
        _ received: Received, in scope: TaxImportScope, _ database: OfficeDatabase, _ files: AttachmentStore,
        at now: Date
    ) async throws -> Outcome {
        do {
            let outcome = try await database.write { db in
                try takeIn(db, received.file, in: scope, at: now) { db in
                    try StoredFile.insert(db, received.kept, by: scope.person, at: now)
                }
            }
            if case .known = outcome { files.remove(received.kept.key) }
            return outcome
        } catch {
            files.remove(received.kept.key)
            throw error
        }
    }
}
