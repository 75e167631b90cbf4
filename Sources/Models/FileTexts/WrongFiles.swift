import Dates
import Foundation
import GRDB
import Secrets

/// Files that seem to be another firm's: their name, or the text of a PDF, contains its tax identifier, and they are
/// addressed to someone else. Sending stops until they are removed or a person confirms that they are right.
package struct WrongFiles: Error, Sendable {
    package struct File: Sendable {
        package let fileId: Int64
        package let name: String
        /// The firms whose numbers it contains, of those that the sender may see.
        package let firms: [String]
        /// Whether it contains the number of a firm that the sender may not see.
        package let hasOthers: Bool
    }

    package let files: [File]
    /// A digest of these files, their recipients and the firms that they seem to be of. A confirmation is valid for it
    /// alone.
    package let name: String
    /// The firms, for the journal.
    private let firmIds: Set<Int64>
    var hasOthers: Bool { files.contains(where: \.hasOthers) }

    private struct Found: StoredRow {
        let fileId: Int64
        let ownerId: Int64?
        let fileName: String
        let firmId: Int64
        let firmName: String
        let isKnown: Bool
    }

    /// - Parameter going: a query of `fileId` and `ownerId`, the one firm that gets the file and nobody else; nothing
    ///   where several do.
    /// - Parameter showsOthers: whether those count that look like files of firms outside of the scope.
    init?(_ db: Database, _ going: SQL, in scope: FirmScope, showsOthers: Bool = true) throws {
        let found = try SQLRequest<Found>(
            """
            WITH going AS (\(going)), carried AS (
                SELECT fileId, number FROM fileNumber WHERE fileId IN (SELECT fileId FROM going)
                UNION SELECT value ->> 0, value ->> 1 FROM json_each(\(Self.named(db, going))))
            SELECT going.fileId, going.ownerId, storedFile.name AS fileName, firm.id AS firmId, firm.name AS firmName,
                \(scope.contains("firm.id")) AS isKnown
            FROM going JOIN storedFile ON storedFile.id = going.fileId JOIN carried ON carried.fileId = going.fileId
            JOIN firm ON firm.country = CASE length(number) WHEN 10 THEN 'PL' ELSE 'IL' END
                AND firm.taxIdentifier = number
            WHERE firm.id IS NOT going.ownerId
                AND NOT EXISTS (SELECT 1 FROM office WHERE (country, taxIdentifier) = (firm.country, number))
            ORDER BY going.fileId, firm.nameKey, firm.id
            """
        ).fetchAll(db).filter { showsOthers || $0.isKnown }
        guard !found.isEmpty else { return nil }
        files = Dictionary(grouping: found, by: \.fileId).sorted { $0.key < $1.key }.map { id, rows in
            File(
                fileId: id, name: rows[0].fileName, firms: rows.filter(\.isKnown).map(\.firmName),
                hasOthers: rows.contains { !$0.isKnown })
        }
        firmIds = Set(found.map(\.firmId))
        let list = found.map { "\($0.fileId)>\($0.ownerId.map(String.init) ?? "all"):\($0.firmId)" }
        name = Hex.text(SHA256Digest.of(Data(list.sorted().joined(separator: ",").utf8)))
    }

    /// Returns the numbers in the names of the files, as JSON: `[[7,"1234563218"]]`.
    private static func named(_ db: Database, _ going: SQL) throws -> String {
        let files = try SQLRequest<Row>(
            "SELECT DISTINCT id, name FROM storedFile JOIN (\(going)) ON fileId = id"
        ).fetchAll(db)
        let pairs = files.flatMap { file in
            FoundNumbers.all(in: file[1] as String).map { "[\(file[0] as Int64),\"\($0)\"]" }
        }
        return "[\(pairs.joined(separator: ","))]"
    }

    /// The facts for the journal.
    private var detail: [String: String] {
        [
            "files": files.map { "file/\($0.fileId)" }.joined(separator: " "),
            "firms": firmIds.sorted().map { "firm/\($0)" }.joined(separator: " "),
        ]
    }

    /// Allows a send only without such files, or when a person has confirmed exactly these; records the confirmation.
    /// - Parameter right: the ``name`` that was confirmed.
    /// - Throws: the wrong files.
    static func check(
        _ db: Database, _ wrong: WrongFiles?, right: String?, by person: Int64, firm: Int64? = nil, subject: String,
        at now: Date
    ) throws {
        guard let wrong else { return }
        guard wrong.name == right else { throw wrong }
        try AuditEvent.write(db, .filesConfirmed, by: person, firm: firm, subject: subject, wrong.detail, at: now)
    }

    /// Records that a send stopped because of firms that the sender does not see, since the stop reveals that they are
    /// clients of the office. Runs in a transaction of its own, because the send's was rolled back.
    /// - Parameter firm: the firm to which the files were addressed; `nil` for several.
    package func recordStop(_ db: Database, by person: Int64, firm: Int64? = nil, at now: Date) throws {
        guard hasOthers else { return }
        try AuditEvent.write(db, .filesStopped, by: person, firm: firm, detail, at: now)
    }
}
