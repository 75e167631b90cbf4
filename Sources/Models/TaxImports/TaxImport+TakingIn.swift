import Formats
import Foundation
import GRDB
import Glibc
import Secrets

extension TaxImport {
    /// The result of importing: the file is new, or was imported before, byte for byte.
    package enum Outcome: Sendable {
        case taken(TaxImport), known(TaxImport)

        package var found: TaxImport {
            switch self {
            case .taken(let found), .known(let found): found
            }
        }
    }

    /// The reason why a parsed file is not imported.
    package enum Refusal: Error, Equatable, Sendable {
        /// It belongs to no firm of this person's. Does not tell whether the office has such a firm. The number is the
        /// file's own.
        case notOurs(number: String?)
        /// A receipt that says the document was rejected; with the errors that it lists.
        case notAccepted([String])
    }

    /// Parses a file on the disk, in one pass, whatever its size.
    /// - Throws: `TaxFileError`.
    package static func read(at path: String, limit: Int64) throws -> TaxFile {
        try open(path) { try TaxFile.read($0, limits: TaxFileLimits(bytes: Int(limit))) }
    }

    /// Calls `body` with the bytes of a file on the disk.
    /// - Throws: `TaxFileError`, or what `body` throws.
    static func open<Value>(_ path: String, _ body: (XMLSource) throws -> Value) throws -> Value {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw TaxFileError(.unreadable) }
        defer { close(descriptor) }
        return try body(XMLSource(descriptor: descriptor))
    }

    /// Imports a parsed file. The same bytes twice give one import. Its firm is found by the taxpayer's NIP alone,
    /// among active and closed firms, never by another party's number in it.
    /// - Parameter stored: inserts the file's row in the transaction; called only when it is needed.
    /// - Throws: ``Refusal``.
    package static func takeIn(
        _ db: Database, _ file: TaxFile, in scope: TaxImportScope, at now: Date,
        stored: (Database) throws -> StoredFile
    ) throws -> Outcome {
        let facts = TaxFileFacts(file)
        if case .receipt(let receipt) = file, !receipt.isAccepted { throw Refusal.notAccepted(receipt.mistakes) }
        if let known = try known(db, facts, in: scope, at: now) { return .known(known) }
        let firm = try facts.firm(db, in: scope.firms)
        guard firm != nil || scope.mayHold else { throw Refusal.notOurs(number: facts.number) }
        let name = try facts.insert(db, stored(db), firm: firm, by: scope.person, at: now)
        let id = db.lastInsertedRowID
        try facts.insertParts(db, of: id)
        if case .receipt(let receipt) = file { try TaxReceipt.insert(db, receipt, of: id) }
        var detail = ["name": name, "structure": facts.structure, "sha256": Hex.text(facts.sha256)]
        detail["unmatched"] = firm == nil ? "true" : nil
        try AuditEvent.write(
            db, .taxFileImported, by: scope.person, firm: firm, subject: "import/\(id)", detail, at: now)
        try TaxReceipt.pairByDigest(db, with: id, at: now)
        try ask(db, about: id)
        return .taken(try find(db, id, in: .office))
    }

    /// Returns the earlier import of the same bytes. If it has no firm and its firm was added since, it is assigned
    /// now, so that a person in charge of that firm can see it.
    private static func known(
        _ db: Database, _ facts: TaxFileFacts, in scope: TaxImportScope, at now: Date
    ) throws -> TaxImport? {
        guard
            let known = try TaxImport.fetchOne(
                db, sql: "SELECT * FROM taxImport WHERE sha256 = ?", arguments: [facts.sha256])
        else { return nil }
        if known.firmId == nil, let firm = try facts.firm(db, in: scope.firms) {
            try known.belong(
                db, to: Firm.find(db, firm, in: scope.firms), by: scope.person, isByHand: false, at: now)
        }
        do { return try find(db, known.id, in: scope) } catch is NotFound {
            throw Refusal.notOurs(number: facts.number)
        }
    }
}
