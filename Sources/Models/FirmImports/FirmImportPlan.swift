import Foundation
import GRDB

/// The result that importing a file of firms and people would have, row by row. Making a plan changes nothing.
package struct FirmImportPlan: Sendable {
    package struct Member: Sendable {
        package let row: Int
        package let new: NewPerson
        package let rights: Membership.Rights
        /// The existing person with this address, who only gains access to the firm.
        package let knownId: Int64?
        package var isKnown: Bool { knownId != nil }
    }

    /// A firm of the file: a new one, or an existing one, whose data is not overwritten.
    package struct Entry: Sendable {
        package let row: Int
        package let new: NewFirm
        /// The digits of its identifier.
        package let identifier: String
        package let supervisor: String?
        /// The existing firm with this identifier.
        package let known: Known?
        package var members: [Member] = []
    }

    package struct Known: Sendable {
        package let id: Int64
        package let name: String
    }

    /// A remark on a cell: an error, because of which the row is left out, or a warning.
    package struct Remark: Sendable, Equatable {
        package let row: Int
        package let column: FirmColumn?
        package let cell: String
        /// A key of the language files, with its values.
        package let key: String
        package let values: [String: String]

        /// The column's index: the remarks of a row are sorted by it.
        var place: Int { column.flatMap(FirmColumn.allCases.firstIndex) ?? 0 }
    }

    package internal(set) var entries: [Entry] = []
    package internal(set) var mistakes: [Remark] = []
    package internal(set) var warnings: [Remark] = []

    package var firmCount: Int { entries.count { $0.known == nil } }
    package var knownCount: Int { entries.count - firmCount }
    package var membershipCount: Int { entries.reduce(0) { $0 + $1.members.count } }
    /// The number of new people.
    package var personCount: Int {
        Set(entries.flatMap(\.members).filter { !$0.isKnown }.map(\.new.email)).count
    }
    /// The number of rows with errors, which are left out.
    package var wrongRowCount: Int { Set(mistakes.map(\.row)).count }
    package var isEmpty: Bool { firmCount == 0 && membershipCount == 0 }

    /// The counts that the confirming person has seen, to be compared with the plan at that time.
    package var summary: String { "\(firmCount)-\(personCount)-\(membershipCount)-\(wrongRowCount)" }
}

extension FirmImportPlan {
    /// Compares the rows with the office's current records.
    package static func make(_ db: Database, _ sheet: FirmSheet, for office: Office) throws -> FirmImportPlan {
        let namesSupervisors = sheet.place(of: .supervisor) != nil
        var planner = FirmImportPlanner(
            office: office, known: try ExistingRecords.load(db), namesSupervisors: namesSupervisors
        )
        for row in sheet.rows { planner.take(row) }
        var plan = planner.plan
        if !namesSupervisors, plan.firmCount > 0 {
            let remark = Remark(row: 1, column: .supervisor, cell: "", key: "errors.importNoSupervisors", values: [:])
            plan.warnings.insert(remark, at: 0)
        }
        return plan
    }
}
