import Dates
import Foundation

/// The result of one pass over a file: enough to match it to a firm, to show it in a list and to pair its receipt. It
/// contains no e-mail address, phone number or date of birth, and nothing of `DaneAutoryzujace`.
package struct FileSummary: Equatable, Sendable {
    package internal(set) var structure: Structure
    package internal(set) var taxpayer: Taxpayer
    /// The person whom a form such as `PIT-11` is about; `nil` in all others.
    package internal(set) var subject: Taxpayer?
    /// The period of the registers or books. For `JPK_V7K` the month of the register.
    package internal(set) var period: Period
    /// The period of the declaration: for `JPK_V7K` the quarter. `nil` without a declaration.
    package internal(set) var settledPeriod: Period?
    /// `JPK_KR_PD` alone: the fiscal year, of which `period` may be a part.
    package internal(set) var fiscalYear: Period?
    package internal(set) var purpose: FilePurpose
    /// `DataWytworzeniaJPK`; declarations have none.
    package internal(set) var madeAt: Date?
    /// The tax office's code of four digits.
    package internal(set) var officeCode: String?
    /// The form of the declaration inside a `JPK_V7`: `VAT-7 (23)`.
    package internal(set) var declarationCode: String?
    /// `PLN` unless the books declare another.
    package internal(set) var currency: String
    package internal(set) var marks: Set<TaxpayerMark>
    /// The parts of the file with their number of rows; for a declaration the number of fields. A register without rows
    /// is included when the file has its control element.
    package internal(set) var rows: [FilePart: Int]
    /// The figures of the declaration in a `JPK_V7`; `nil` without one.
    package internal(set) var settlement: VATSettlement?
    /// The annual tax to pay, for forms whose field is known: `P_259` of `CIT-8 (33)`.
    package internal(set) var annualTax: Int64?
    /// The annual figures in a `JPK_PKPIR`.
    package internal(set) var ledgerYear: LedgerYear?
    /// Every control number of the file, declared and computed.
    package internal(set) var controls: [ControlSum]
    /// The texts in the rows of each part, up to about 100 KB each, for the search of printouts.
    package internal(set) var words: [FilePart: String] = [:]
    /// The SHA-256 of each part's contents, which identifies the same rows in another export.
    package internal(set) var contents: [FilePart: Data] = [:]
    package internal(set) var digests: DocumentDigests

    package var parts: Set<FilePart> { Set(rows.keys) }
    /// Whether every control number matches.
    package var agrees: Bool { controls.allSatisfy(\.agrees) }
    /// The amount to pay, in minor units of ``currency``; `nil` when the file does not contain it.
    package var amountDue: Int64? { settlement?.payable ?? annualTax }
}

/// The taxpayer of a file, from `Podmiot1`.
package struct Taxpayer: Hashable, Sendable {
    /// Digits alone, in any number: matching finds out whether they are a NIP.
    package internal(set) var nip: String?
    /// Digits alone. A person without a business files under a PESEL.
    package internal(set) var pesel: String?
    /// A firm's name, or first name and surname.
    package internal(set) var name: String
    /// Whether the taxpayer is a natural person, by the element that the file uses.
    package internal(set) var isPerson: Bool

    /// The key that identifies a person: a number, else the name.
    package var key: String? { [pesel, nip, name].compactMap { $0 }.first { !$0.isEmpty } }
}

/// The purpose of a file (`CelZlozenia`).
package enum FilePurpose: Int, CaseIterable, Sendable {
    case onDemand = 0
    case first = 1
    case correction = 2
}

/// A mark in a file about its taxpayer.
package enum TaxpayerMark: String, CaseIterable, Sendable {
    /// Cash PIT; a farmer's ledger with columns 9A and 14A; Estonian CIT; IFRS.
    case cashAccounting = "Kasowy_PIT"
    case farmer = "Rolnik_PIT"
    case estonianCIT = "Znacznik_EST"
    case ifrs = "Znacznik_MSSF"
}
