import Dates
import Foundation
import GRDB

extension Printout {
    /// The facts of a printout that are shown in a message, in the archive and on the check page.
    package struct Facts: StoredRow {
        package let printoutId: Int64
        package let kind: Kind
        /// The period, both days included; `nil` for a receipt whose document is unknown.
        package let fromOn: Day?
        package let untilOn: Day?
        /// The form of its import, `JPK_V7M` or `CIT-8`; for a receipt that of its document.
        package let structure: String
        /// The SHA-256 of the imported file.
        package let sha256: Data
        /// Whether no later version supersedes it.
        package let isInForce: Bool
        /// Whether it cannot be made any more, because its file was declared lost.
        package let isLost: Bool

        package var period: Period? { Period(from: fromOn, until: untilOn) }
    }

    /// Columns of ``Facts`` over ``described``.
    static let facts: SQL = """
        printout.id AS printoutId, printout.kind, printout.fromOn, printout.untilOn,
        \(structure) AS structure, version.sha256, \(isInForce) AS isInForce, \(isLost) AS isLost
        """

    static let described: SQL = "printout JOIN taxImport AS version ON version.id = printout.importId"

    /// The form of the import `version`; for a receipt that of its document, or its own text when there is none.
    static let structure: SQL = """
        CASE version.kind WHEN 'upo' THEN ifnull((
            SELECT document.structure FROM taxReceipt JOIN taxImport AS document ON document.id = documentId
            WHERE taxReceipt.importId = version.id), version.form) ELSE version.structure END
        """

    /// Two conditions over `printout` and its import as `version`: it is the version in force; its rows are in force,
    /// in this file or in another with the same rows. A receipt is in force as long as any part of its document is, and
    /// when the office does not have the document.
    static let isCurrent = inForce(ofPart: TaxImportPart.isCurrent)
    static let isInForce = inForce(ofPart: TaxImportPart.isInForce)

    /// A condition over `printout`: its imported file was declared lost before the printout was made in any language.
    static let isLost: SQL = """
        (EXISTS (SELECT 1 FROM taxImport AS source WHERE source.id = printout.importId
                AND \(LostFile.isDeclared("source.fileId")))
            AND NOT EXISTS (SELECT 1 FROM printoutFile AS made WHERE made.printoutId = printout.id
                AND NOT \(LostFile.isDeclared("made.fileId"))))
        """

    private static func inForce(ofPart: SQL) -> SQL {
        """
        CASE printout.kind WHEN 'receipt' THEN EXISTS (
            SELECT 1 FROM taxReceipt WHERE taxReceipt.importId = printout.importId AND documentId IS NULL) OR EXISTS (
            SELECT 1 FROM taxReceipt JOIN taxImport AS version ON version.id = documentId
            JOIN taxImportPart AS part ON part.importId = version.id
            WHERE taxReceipt.importId = printout.importId AND \(TaxImportPart.isCurrent))
        ELSE EXISTS (
            SELECT 1 FROM taxImportPart AS part WHERE part.importId = printout.importId
                AND part.part = CASE printout.kind WHEN 'vatDeclaration' THEN 'declaration' ELSE printout.kind END
                AND \(ofPart)) END
        """
    }

    /// Returns the facts of printouts by their ids, registers and ledgers first.
    static func facts(_ db: Database, _ ids: [Int64]) throws -> [Facts] {
        let request: SQLRequest<Facts> = """
            SELECT \(facts) FROM \(described) WHERE printout.id IN \(SQL.list(ids)) ORDER BY printout.id
            """
        return try request.fetchAll(db).inOrder(of: \.kind)
    }
}

extension Array {
    /// Sorts by the order in which kinds of printouts are listed everywhere; the sort is stable.
    func inOrder(of kind: (Element) -> Printout.Kind) -> [Element] {
        Printout.Kind.allCases.flatMap { each in filter { kind($0) == each } }
    }
}
