import Formats
import Foundation
import GRDB

extension TaxImport {
    /// The limits of an imported file: larger than of an attachment, because a busy shop's JPK is large.
    package static let rules = FileRules(limit: 200 * 1024 * 1024, kinds: ["XML", "ZIP"])
    static let rulesInZip = FileRules(limit: rules.limit, kinds: ["XML"])

    /// A stored and parsed file.
    package struct Received: Sendable {
        let kept: AttachmentStore.Kept
        let file: TaxFile
    }

    /// Parses a file in the store. Blocks on the disk.
    /// - Throws: `TaxFileError`, after removing the file from the store.
    static func receive(_ kept: AttachmentStore.Kept, in files: AttachmentStore) throws -> Received {
        do {
            return Received(kept: kept, file: try read(at: files.path(kept.key), limit: rules.limit))
        } catch {
            files.remove(kept.key)
            throw error
        }
    }

    /// Imports a received file.
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
