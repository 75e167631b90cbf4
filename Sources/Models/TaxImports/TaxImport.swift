import Dates
import Formats
import Foundation
import GRDB

/// A JPK, a declaration or an UPO that was taken in. Its bytes are a ``StoredFile``, kept as they came; all here is
/// what they say, but for the firm of a file that a person had to find one for.
package struct TaxImport: StoredRow {
    package enum Kind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case jpk, declaration, upo
    }

    /// Why the file was made (`CelZlozenia`).
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

    /// A number that the file states of its rows, and the one that they give: rows, or minor units.
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
    /// The form by which a receipt and its document are compared: ``formKey(_:)``.
    package let form: String
    /// Nothing while it is unmatched: held for the office, seen by no client.
    package let firmId: Int64?
    /// Who gave it to that firm, where that was a person.
    package let assignedBy: Int64?
    package let assignedAt: Date?
    package let nip: String?
    package let pesel: String?
    /// A firm's name, or a person's, as the file has it. Empty in an UPO.
    package let taxpayerName: String
    /// What it is about, both days included; nothing for an UPO.
    package let fromOn: Day?
    package let untilOn: Day?
    package let periodKind: PeriodKind?
    package let purpose: Purpose?
    package let madeAt: Date?
    package let officeCode: String?
    let dueMinor: Int64?
    package let currency: String
    /// ``Control``s as JSON.
    let controls: String
    /// Control numbers that do not agree; for an UPO 1 when its signature is broken.
    package let problemCount: Int
    /// Whether there is another original of the same days with other rows, and nobody has said yet which is the one.
    package let isAsked: Bool
    /// Who said that it is, and when.
    package let chosenBy: Int64?
    package let chosenAt: Date?
    /// The person that a form such as PIT-11 is about, by number or name; and the name.
    package let subject: String?
    package let subjectName: String
    /// Nobody for the command line and the watched folder.
    package let importedBy: Int64?
    package let importedAt: Date

    /// Every number that the file states of itself, beside the one that its rows give.
    package func checks() throws -> [Control] {
        try JSONDecoder().decode([Control].self, from: Data(controls.utf8))
    }

    /// What is to be paid by it; nothing where it does not say.
    package var due: Money? { dueMinor.map { Money(minor: $0, currency: currency) } }
}

extension TaxImport {
    /// One that may be seen.
    /// - Throws: `NotFound` for one that may not, as for none.
    package static func find(_ db: Database, _ id: Int64, in scope: TaxImportScope) throws -> TaxImport {
        let request: SQLRequest<TaxImport> = """
            SELECT * FROM taxImport WHERE id = \(id) AND \(scope.contains("taxImport"))
            """
        guard let found = try request.fetchOne(db) else { throw NotFound() }
        return found
    }

    /// A form as it is compared: `JPK_V7M (3)`, `V7M` and `Schemat_JPK_V7M(3)_v1-0E.xsd` are one.
    static func formKey(_ form: String) -> String {
        let name = form.prefix { $0 != "(" }.uppercased().filter { !$0.isWhitespace }
        return ["SCHEMAT_", "JPK_"].reduce(name) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
    }

    /// The JPK that a receipt may name, each before those that are a part of its name or, as `VAT`, of every second one.
    private static let receiptForms = ["KR_PD", "PKPIR", "V7M", "V7K", "EWP", "VAT", "KR"]

    /// The form of a receipt. A `JPK_V7M` calls its form `JPK_VAT`; the name of its schema says more, in several ways of
    /// writing it: `Schemat_JPK_V7M(3)_v1-0E.xsd`, `JPK_V7M_3.xsd`.
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

    /// Whether a receipt's form is one that a document is called by. `VAT` may be any of those that settle VAT.
    static func isKnown(form: String) -> Bool {
        receiptForms.contains(form) && form != "VAT" || form.wholeMatch(of: /[A-Z]{2,4}-[0-9A-Z\/-]{1,8}/) != nil
    }
}
