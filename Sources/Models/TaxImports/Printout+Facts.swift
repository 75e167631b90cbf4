import Dates
import Foundation
import GRDB

extension Printout {
    /// What is said of a printout in a message, in the archive and on the check page.
    package struct Facts: StoredRow {
        package let printoutId: Int64
        package let kind: Kind
        /// What it is about, both days included; nothing for a receipt whose document is not known.
        package let fromOn: Day?
        package let untilOn: Day?
        /// The form it was made of, `JPK_V7M` or `CIT-8`; of a receipt that of its document.
        package let structure: String
        /// SHA-256 of the file that it is made of, as it came.
        package let sha256: Data
        /// Whether no later version has come.
        package let isInForce: Bool
        /// Whether it can be made no more, for its file was declared lost.
        package let isLost: Bool

        package var period: Period? { Period(from: fromOn, until: untilOn) }
    }

    /// Columns of ``Facts`` over ``described``.
    static let facts: SQL = """
        printout.id AS printoutId, printout.kind, printout.fromOn, printout.untilOn,
        \(structure) AS structure, version.sha256, \(isInForce) AS isInForce, \(isLost) AS isLost
        """

    static let described: SQL = "printout JOIN taxImport AS version ON version.id = printout.importId"

    /// The form of the import `version`; of a receipt that of its document, or what it says itself where there is none.
    static let structure: SQL = """
        CASE version.kind WHEN 'upo' THEN ifnull((
            SELECT document.structure FROM taxReceipt JOIN taxImport AS document ON document.id = documentId
            WHERE taxReceipt.importId = version.id), version.form) ELSE version.structure END
        """

    /// Two conditions over `printout` and its import as `version`: it is the version in force; what it says is in force,
    /// in this file or in another with the same rows. A receipt is in force as long as anything of its document is, and
    /// where the office has no document.
    static let isCurrent = standing(TaxImportPart.isCurrent)
    static let isInForce = standing(TaxImportPart.isInForce)

    /// A condition over `printout`: the file that it would be made of was declared lost before it was made in any
    /// language.
    static let isLost: SQL = """
        (EXISTS (SELECT 1 FROM taxImport AS source WHERE source.id = printout.importId
                AND \(LostFile.isDeclared("source.fileId")))
            AND NOT EXISTS (SELECT 1 FROM printoutFile AS made WHERE made.printoutId = printout.id
                AND NOT \(LostFile.isDeclared("made.fileId"))))
        """

    private static func standing(_ ofPart: SQL) -> SQL {
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

    /// The printouts by their ids, registers and ledgers first.
    static func facts(_ db: Database, _ ids: [Int64]) throws -> [Facts] {
        let request: SQLRequest<Facts> = """
            SELECT \(facts) FROM \(described) WHERE printout.id IN \(SQL.list(ids)) ORDER BY printout.id
            """
        return try request.fetchAll(db).inOrder(of: \.kind)
    }
}

extension Array {
    /// By the order in which kinds of printouts are listed everywhere; what is of one kind stays as it is.
    func inOrder(of kind: (Element) -> Printout.Kind) -> [Element] {
        Printout.Kind.allCases.flatMap { each in filter { kind($0) == each } }
    }
}
