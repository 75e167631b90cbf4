import Formats
import Foundation
import GRDB

extension TaxImport {
    /// A file from the disk of the office or of a command: its bytes are in the store, and were read there.
    package struct Received: Sendable {
        let kept: AttachmentStore.Kept
        let file: TaxFile
    }

    /// Copies a file into the store and reads it. Waits for the disk.
    /// - Parameter copy: hands over the bytes, in their order.
    /// - Throws: `TaxFileError`, `FileRefusal`, `FileTooLarge`; then nothing is kept.
    package static func receive(
        named name: String, into files: AttachmentStore, copy: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws -> Received {
        let incoming = try files.receive(named: name)
        try copy { try incoming.write($0) }
        let kept = try incoming.keep()
        do {
            return Received(kept: kept, file: try read(at: files.path(kept.key), limit: AttachmentStore.limit))
        } catch {
            files.remove(kept.key)
            throw error
        }
    }

    /// Takes in a file that no person uploaded, for the office.
    /// - Throws: ``Refusal``; then nothing is kept.
    package static func takeIn(
        _ received: Received, _ database: OfficeDatabase, _ files: AttachmentStore, at now: Date
    ) async throws -> Outcome {
        do {
            let outcome = try await database.write { db in
                try takeIn(db, received.file, in: .office, at: now) { db in
                    try StoredFile.add(db, received.kept, by: nil, at: now)
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
