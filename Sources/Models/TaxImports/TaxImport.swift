import Dates
import Formats
import Foundation
import GRDB

/// An imported JPK, declaration or UPO. Its bytes are an unchanged ``StoredFile``; the columns are taken from them,
/// except the firm of a file that a person assigned.
package struct TaxImport: StoredRow {
    package enum Kind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case jpk, declaration, upo
    }

    /// The purpose of the file (`CelZlozenia`).
    package enum Purpose: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case onDemand, first, correction
    }

    package enum PeriodKind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case month, quarter, year, range

        init(_ period: Period) {
            self =
                switch period.shape {
                case .month: .month
                case .quarter: .quarter
                case .year: .year
                case .twoMonths, .half, .range: .range
                }
        }
    }

    /// A control number that the file declares, and the one computed from its rows: a count of rows, or minor units.
    package struct Control: Codable, Sendable, Equatable {
        package let part: String
        package let element: String
        package let unit: String
        package let declared: Int64
        package let computed: Int64

        package var agrees: Bool { declared == computed }
    }

    package let id: Int64
    package let fileId: Int64
    package let sha256: Data
    package let kind: Kind
    /// `JPK_V7M`, `CIT-8`, `UPO`.
    package let structure: String
    package let variant: Int
    /// The normalized form by which a receipt and its document are compared: ``formKey(_:)``.
    package let form: String
    /// `nil` while it is unmatched: visible to the office, to no client.
    package let firmId: Int64?
    /// The person who assigned it to that firm by hand, if any.
    package let assignedBy: Int64?
    package let assignedAt: Date?
    package let nip: String?
    package let pesel: String?
    /// The name of a firm or person, as in the file. Empty in an UPO.
    package let taxpayerName: String
    /// The period, both days included; `nil` for an UPO.
    package let fromOn: Day?
    package let untilOn: Day?
    package let periodKind: PeriodKind?
    package let purpose: Purpose?
    package let madeAt: Date?
    package let officeCode: String?
    let dueMinor: Int64?
    package let currency: String
    /// An array of ``Control`` as JSON.
    let controls: String
    /// The number of control numbers that do not match; for an UPO 1 when its signature is broken.
    package let problemCount: Int
    /// Whether another original of the same days has other rows, and nobody has chosen yet which is in force.
    package let isAsked: Bool
    /// The person who chose it, and when.
    package let chosenBy: Int64?
    package let chosenAt: Date?
    /// The person whom a form such as PIT-11 is about, by number or name; and the name.
    package let subject: String?
    package let subjectName: String
    /// `nil` for the command line and the watched folder.
    package let importedBy: Int64?
    package let importedAt: Date

    /// Returns every control number of the file, declared and computed.
    package func checks() throws -> [Control] {
        try JSONDecoder().decode([Control].self, from: Data(controls.utf8))
    }

    /// The amount to pay; `nil` when the file does not contain it.
    package var due: Money? { dueMinor.map { Money(minor: $0, currency: currency) } }
}

extension TaxImport {
    /// Finds an import that the person may see.
    /// - Throws: `NotFound` when there is none, and likewise when it may not be seen.
    package static func find(_ db: Database, _ id: Int64, in scope: TaxImportScope) throws -> TaxImport {
        let request: SQLRequest<TaxImport> = """
            SELECT * FROM taxImport WHERE id = \(id) AND \(scope.contains("taxImport"))
            """
        guard let found = try request.fetchOne(db) else { throw NotFound() }
        return found
    }

    /// Returns a form as it is compared: `JPK_V7M (3)`, `V7M` and `Schemat_JPK_V7M(3)_v1-0E.xsd` are equal.
    static func formKey(_ form: String) -> String {
        let name = form.prefix { $0 != "(" }.uppercased().filter { !$0.isWhitespace }
        return ["SCHEMAT_", "JPK_"].reduce(name) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
    }

    /// The JPK forms in receipts, each before those that are a part of its name; `VAT` is a part of many.
    private static let receiptForms = ["KR_PD", "PKPIR", "V7M", "V7K", "EWP", "VAT", "KR"]

    /// Returns the form of a receipt. A `JPK_V7M` calls its form `JPK_VAT`; the name of its schema is more specific,
    /// and is written in several ways: `Schemat_JPK_V7M(3)_v1-0E.xsd`, `JPK_V7M_3.xsd`.
    static func formKey(schema: String, form: String) -> String {
        if let structure = Structure.known.first(where: { schema.contains($0.namespace) }) {
            return formKey(structure.form)
        }
        let names = [schema.uppercased(), form.uppercased()]
        let isSchema = schema.contains("(")
        if names[0].contains("JPK") || !isSchema && names[1].contains("JPK"),
            let known = receiptForms.first(where: { known in names.contains { $0.contains(known) } })
        {
            return known
        }
        return formKey(isSchema ? schema : form)
    }

    /// Whether a receipt's form is also the form of a document. `VAT` may be any form that settles VAT.
    static func isKnown(form: String) -> Bool {
        receiptForms.contains(form) && form != "VAT" || form.wholeMatch(of: /[A-Z]{2,4}-[0-9A-Z\/-]{1,8}/) != nil
    }
}
