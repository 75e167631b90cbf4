import GRDB

/// Decides which of several files about the same days has a part in force.
///
/// A correction outranks an original, and an original outranks a file made for the office itself, whatever their times:
/// `DataWytworzeniaJPK` is the time of the exporting machine, and orders exports of one purpose alone. Of originals
/// that differ the one that the office chose is in force; until it has chosen, the one with a receipt, or the first.
/// The same rows exported again are a copy, which supersedes nothing and is not in force itself: the file with the
/// receipt stays in force, or the first one. A file without a firm supersedes nothing, nor does one with another firm's
/// number, nor a form about one person that about another.
extension TaxImportPart {
    /// A condition over `part` and its `version`: it is the one in force.
    static let isCurrent = isCurrent("version", "part")

    /// A condition over `part` and its `version`: its rows are in force, in this file or in a copy of it.
    static let isInForce: SQL = """
        CASE WHEN \(isAlone("version", "part")) THEN TRUE ELSE EXISTS (
            SELECT 1 FROM \(others("equal", "alike", of: "version", "part"))
                AND (equal.id = version.id OR alike.content = part.content AND equal.purpose = version.purpose)
                AND \(isCurrent("equal", "alike"))) END
        """

    /// A condition over a row of `taxImport`: there is an earlier version of one of its parts, with other rows.
    static let supersedes: SQL = """
        EXISTS (SELECT 1 FROM taxImportPart AS part JOIN \(others("earlier", "same", of: "taxImport", "part"))
                AND part.importId = taxImport.id AND NOT \(isPersonal("taxImport"))
                AND (same.content = part.content AND earlier.purpose = taxImport.purpose) IS NOT TRUE AND \(order("earlier")) < \(order("taxImport")))
        """

    /// A condition over a row of `taxImport`: another file contains all its parts, row by row.
    static let isCopy: SQL = """
        (EXISTS (SELECT 1 FROM taxImportPart WHERE importId = taxImport.id) AND NOT EXISTS (
            SELECT 1 FROM taxImportPart AS part WHERE part.importId = taxImport.id
                AND NOT \(isCopy("taxImport", "part"))))
        """

    /// When the ministry received the file of which a row of `taxImport` is a copy.
    static let copiedReceiptAt: SQL = """
        (SELECT max((SELECT max(receivedAt) FROM taxReceipt WHERE documentId = double.id))
            FROM taxImportPart AS part JOIN \(others("double", "own", of: "taxImport", "part"))
            AND part.importId = taxImport.id AND own.content = part.content AND double.id <> taxImport.id)
        """

    /// A condition over a row of `taxImport`: another original of the same days has other rows, and nobody has chosen
    /// yet which of them is in force.
    static let isAsked: SQL = """
        EXISTS (SELECT 1 FROM \(rivals(of: "taxImport"))
            AND NOT EXISTS (SELECT 1 FROM \(others("chosen", "kept", of: "taxImport", "part"))
                AND chosen.purpose = 'first' AND chosen.chosenOver >= max(taxImport.id, rival.id)))
        """

    /// The originals from which a row of `taxImport` differs, as `rival`, unless a correction has replaced them.
    static func rivals(of name: String) -> SQL {
        """
        taxImportPart AS part JOIN \(others("rival", "differing", of: name, "part"))
            AND part.importId = \(sql: name).id AND \(sql: name).purpose = 'first' AND rival.purpose = 'first'
            AND differing.content <> part.content AND NOT \(isPersonal(name))
            AND NOT \(isCopy(name, "part")) AND NOT \(isCopy("rival", "differing"))
            AND NOT EXISTS (SELECT 1 FROM \(others("corrected", "anew", of: name, "part"))
                AND corrected.purpose = 'correction')
        """
    }

    /// A condition over a row of `taxImport` with this name in the query: it is a form about one person, without saying
    /// who.
    static func isPersonal(_ name: String) -> SQL {
        "(\(sql: name).kind = 'declaration' AND \(PayrollForms.isAboutSomebody(name)))"
    }

    private static func isCurrent(_ version: String, _ part: String) -> SQL {
        """
        CASE WHEN \(isAlone(version, part)) OR \(isPersonal(version)) THEN TRUE ELSE NOT \(isCopy(version, part))
            AND NOT EXISTS (SELECT 1 FROM \(others("later", "same", of: version, part))
                AND \(order("later")) > \(order(version)) AND NOT \(isCopy("later", "same"))) END
        """
    }

    /// A condition: no other file has the part, as is usual. A `CASE` then skips all other conditions, which `AND`
    /// would not.
    private static func isAlone(_ version: String, _ part: String) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM \(others("another", "its", of: version, part))
            AND another.id <> \(sql: version).id)
        """
    }

    /// A condition: another file with the same purpose contains the part, and has a better receipt or was imported
    /// earlier.
    private static func isCopy(_ version: String, _ part: String) -> SQL {
        """
        (NOT \(isPersonal(version)) AND EXISTS (SELECT 1 FROM \(others("double", "own", of: version, part))
            AND own.content = \(sql: part).content AND double.purpose = \(sql: version).purpose
            AND (\(proof("double")), -double.importedAt, -double.id)
                > (\(proof(version)), -\(sql: version).importedAt, -\(sql: version).id)))
        """
    }

    /// The imports that have the same part of the same firm for the same days, with the first join condition. Only the
    /// declaration of a quarter may come with any month of its year; all other files end on the same day as their part,
    /// which makes an index usable, however many periods there are.
    private static func others(_ other: String, _ same: String, of version: String, _ part: String) -> SQL {
        let (other, same): (SQL, SQL) = ("\(sql: other)", "\(sql: same)")
        let (version, part): (SQL, SQL) = ("\(sql: version)", "\(sql: part)")
        let end = { (day: String) -> SQL in
            "CASE \(part).part WHEN 'declaration' THEN substr(\(part).untilOn, 1, 4) || \(day) ELSE \(part).untilOn END"
        }
        return """
            taxImport AS \(other) JOIN taxImportPart AS \(same) ON \(same).importId = \(other).id
                AND \(same).part = \(part).part AND \(same).fromOn = \(part).fromOn AND \(same).untilOn = \(part).untilOn
                WHERE \(other).firmId = \(version).firmId AND \(other).form = \(version).form
                AND \(other).kind = \(version).kind AND \(other).untilOn BETWEEN \(end("-01-01")) AND \(end("-12-31"))
                AND \(other).subject IS \(version).subject
                AND (\(other).nip IS \(version).nip OR \(other).nip IS NULL OR \(version).nip IS NULL)
            """
    }

    /// How well a receipt proves that a file was filed: 2 for a SHA-256, 1 for another pairing, 0 without a receipt.
    private static func proof(_ name: String) -> SQL {
        """
        ifnull((SELECT max(CASE pairing WHEN 'digest' THEN 2 ELSE 1 END) FROM taxReceipt
            WHERE documentId = \(sql: name).id), 0)
        """
    }

    private static func order(_ name: String) -> SQL {
        let (version, isFirst): (SQL, SQL) = ("\(sql: name)", "\(sql: name).purpose = 'first'")
        return """
            (CASE \(version).purpose WHEN 'correction' THEN 2 WHEN 'first' THEN 1 ELSE 0 END,
                iif(\(isFirst), ifnull(\(version).chosenOver, 0), 0), iif(\(isFirst), \(proof(name)), 0),
                iif(\(isFirst), -\(version).importedAt, ifnull(\(version).madeAt, 0)),
                iif(\(isFirst), 0, \(version).importedAt), iif(\(isFirst), -\(version).id, \(version).id))
            """
    }
}
