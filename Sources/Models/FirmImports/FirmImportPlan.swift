import Foundation
import GRDB

/// What taking in a file of firms and people would do, row by row. Making one changes nothing.
package struct FirmImportPlan: Sendable {
    package struct Member: Sendable {
        package let row: Int
        package let new: NewPerson
        package let rights: Membership.Rights
        /// The person whom the office knows by this address already, and who only gains the firm.
        package let knownId: Int64?
        package var isKnown: Bool { knownId != nil }
    }

    /// A firm of the file: a new one, or one that the office has, of which nothing is overwritten.
    package struct Entry: Sendable {
        package let row: Int
        package let new: NewFirm
        /// The digits of its identifier.
        package let identifier: String
        package let supervisor: String?
        /// The office's own firm with this identifier.
        package let known: Known?
        package var members: [Member] = []
    }

    package struct Known: Sendable {
        package let id: Int64
        package let name: String
    }

    /// Something to say about a cell: a mistake, for which the row is not taken, or a warning.
    package struct Remark: Sendable, Equatable {
        package let row: Int
        package let column: FirmColumn?
        package let cell: String
        /// A key of the language files, with its values.
        package let key: String
        package let values: [String: String]

        /// Its column's place among all columns: within a row, remarks come in this order.
        var place: Int { column.flatMap(FirmColumn.allCases.firstIndex) ?? 0 }
    }

    package internal(set) var entries: [Entry] = []
    package internal(set) var mistakes: [Remark] = []
    package internal(set) var warnings: [Remark] = []

    package var firmCount: Int { entries.count { $0.known == nil } }
    package var knownCount: Int { entries.count - firmCount }
    package var membershipCount: Int { entries.reduce(0) { $0 + $1.members.count } }
    /// People whom the office does not know yet.
    package var personCount: Int {
        Set(entries.flatMap(\.members).filter { !$0.isKnown }.map(\.new.email)).count
    }
    /// Rows that are not taken.
    package var wrongRowCount: Int { Set(mistakes.map(\.row)).count }
    package var isEmpty: Bool { firmCount == 0 && membershipCount == 0 }

    /// What a person who confirms has seen, to be compared with what would happen by then.
    package var summary: String { "\(firmCount)-\(personCount)-\(membershipCount)-\(wrongRowCount)" }
}

extension FirmImportPlan {
    /// Reads the rows against what the office knows now.
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
