import Formats
import Foundation
import GRDB
import Models
import TestSupport

/// A revenue register for 2026 to import, of the bakery or of another firm by its NIP.
struct TestLedger: Sendable {
    let kept: AttachmentStore.Kept
    private let file: TaxFile

    /// - Parameters:
    ///   - made: the time of making the file. Of corrections with different rows the later one supersedes.
    ///   - document: the document number in its only row.
    init(
        _ office: TestOffice, nip: String = "1111111111", made: String = "2026-12-31T09:00:00Z",
        document: String = "A/1"
    ) throws {
        let path = TestOffice.root.appendingPathComponent("Tests/FormatsTests/Files/jpk_ewp_4.xml")
        let text = try String(contentsOf: path, encoding: .utf8)
            .replacing("<etd:NIP>1111111111<", with: "<etd:NIP>\(nip)<").replacing("2026-12-31T09:00:00Z", with: made)
            .replacing("<K_4>A/1<", with: "<K_4>\(document)<")
        let incoming = try office.files.receive(named: "jpk.xml")
        try Data(text.utf8).withUnsafeBytes { try incoming.write($0) }
        kept = try incoming.keep()
        file = try TaxImport.read(at: office.files.path(kept.key), limit: 1_000_000)
    }

    /// - Returns: its printout's id.
    func takeIn(_ db: Database, at now: Date) throws -> Int64 {
        let taken = try TaxImport.takeIn(db, file, in: .office, at: now) { db in
            try StoredFile.add(db, kept, by: nil, at: now)
        }
        let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM printout WHERE importId = ?", arguments: [taken.found.id])
        guard let id else { throw NotFound() }
        return id
    }

    /// Does the same, and sends the printout with a message.
    func send(_ db: Database, with message: Int64, at now: Date) throws -> Int64 {
        let id = try takeIn(db, at: now)
        try Printout.send(db, [id], with: message)
        return id
    }
}

extension AccessWorld {
    var printoutPath: String { "/printouts/\(printout)?message=\(message)" }

    /// Returns an unsent printout of an imported file.
    func unsent(
        nip: String = "1111111111", made: String = "2027-01-02T09:00:00Z", document: String = "A/1"
    ) async throws -> Int64 {
        let (ledger, now) = (try TestLedger(office, nip: nip, made: made, document: document), office.now)
        return try await office.database.write { db in try ledger.takeIn(db, at: now) }
    }
}
