import Dates
import Foundation
import GRDB

/// One of many uploaded files, for the firm whose tax identifier its name or its text contains. A file with no tax
/// identifier, or with those of several firms, is sent to nobody until a person assigns it to a firm.
package struct FileByFirm: Sendable {
    package enum Match: Sendable, Equatable {
        /// Matched by its number, or by a person.
        case firm(id: Int64, name: String, number: String, isByHand: Bool)
        case none
        /// It contains the number of this firm, found only after the files were matched (``Draft/matchAgain(_:in:)``).
        case late(String)
        /// It contains the number of this firm, which is closed.
        case closed(String)
        /// It contains the numbers of these firms.
        case several([String])
    }

    /// The state of its text. A file of another kind has none.
    package enum Reading: Sendable {
        case read, unreadable, awaited
        /// Its own text is read, but not the files embedded in it.
        case withFiles
    }

    package let id: Int64
    package let name: String
    package let kind: String
    package let size: Int64
    /// The month that it seems to be about.
    package let period: Period?
    package let match: Match
    package let reading: Reading

    package var firmId: Int64? { if case .firm(let id, _, _, _) = match { id } else { nil } }
    package var firmName: String? { if case .firm(_, let name, _, _) = match { name } else { nil } }
    /// The firm as typed in the form: its name and its number.
    package var firmChoice: String? {
        if case .firm(_, let name, let number, _) = match { "\(name) (\(number))" } else { nil }
    }
    /// Whether a person assigned it to its firm.
    package var isByHand: Bool { if case .firm(_, _, _, let isByHand) = match { isByHand } else { false } }
}

extension FileByFirm {
    struct Candidate: StoredRow {
        let id: Int64
        let name: String
        let isClosed: Bool
    }

    /// Returns the firms of the scope whose numbers a file contains. Ignores the office's own number.
    static func candidates(
        _ db: Database, _ file: Int64, named name: String, in scope: FirmScope
    ) throws -> [Candidate] {
        let inName = FoundNumbers.all(in: name)
        return try SQLRequest<Candidate>(
            """
            SELECT firm.id, firm.name, closedAt IS NOT NULL AS isClosed FROM firm
            WHERE \(scope.contains("firm.id")) AND (taxIdentifier IN \(inName) AND country IN ('PL', 'IL')
                OR firm.id IN (SELECT own.id FROM fileNumber JOIN firm AS own
                    ON own.country = CASE length(number) WHEN 10 THEN 'PL' ELSE 'IL' END AND own.taxIdentifier = number
                    WHERE fileId = \(file)))
                AND NOT EXISTS (SELECT 1 FROM office
                    WHERE office.country = firm.country AND office.taxIdentifier = firm.taxIdentifier)
            ORDER BY firm.nameKey, firm.id
            """
        ).fetchAll(db)
    }
}
