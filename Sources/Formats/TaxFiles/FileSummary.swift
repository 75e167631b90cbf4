import Dates
import Foundation

/// What one pass over a file tells of it: enough to match it to a firm, to show it in a list and to pair its receipt.
/// No e-mail address, no phone, no date of birth and nothing of `DaneAutoryzujace` is in it.
package struct FileSummary: Equatable, Sendable {
    package internal(set) var structure: Structure
    package internal(set) var taxpayer: Taxpayer
    /// The person that a form such as `PIT-11` is about; nil in all others.
    package internal(set) var subject: Taxpayer?
    /// What the registers or books are about. For `JPK_V7K` the month of the register.
    package internal(set) var period: Period
    /// What the declaration is about: for `JPK_V7K` the quarter. Nil without a declaration.
    package internal(set) var settledPeriod: Period?
    /// `JPK_KR_PD` alone: the fiscal year, which `period` may be a piece of.
    package internal(set) var fiscalYear: Period?
    package internal(set) var purpose: FilePurpose
    /// `DataWytworzeniaJPK`; declarations have none.
    package internal(set) var madeAt: Date?
    /// Four digits of the tax office.
    package internal(set) var officeCode: String?
    /// The form of the declaration inside of a `JPK_V7`: `VAT-7 (23)`.
    package internal(set) var declarationCode: String?
    /// `PLN` unless the books say otherwise.
    package internal(set) var currency: String
    package internal(set) var marks: Set<TaxpayerMark>
    /// The parts that are present, with how many rows each has; for a declaration the number of its fields. A register
    /// without rows is present when the file has its control block.
    package internal(set) var rows: [FilePart: Int]
    /// The figures of the declaration in a `JPK_V7`; nil without one.
    package internal(set) var settlement: VATSettlement?
    /// The tax of a year to be paid, of the forms whose position for it is known: `P_259` of `CIT-8 (33)`.
    package internal(set) var annualTax: Int64?
    /// The figures of the year in a `JPK_PKPIR`.
    package internal(set) var ledgerYear: LedgerYear?
    /// Every number that the file states of itself, beside the one that its rows give.
    package internal(set) var controls: [ControlSum]
    /// The texts in the rows of each part, up to some 100 KB of each: by them a printout is found.
    package internal(set) var words: [FilePart: String] = [:]
    /// The SHA-256 of what stands in each part, by which the same rows are known in another export.
    package internal(set) var contents: [FilePart: Data] = [:]
    package internal(set) var digests: DocumentDigests

    package var parts: Set<FilePart> { Set(rows.keys) }
    /// Whether every control number agrees.
    package var agrees: Bool { controls.allSatisfy(\.agrees) }
    /// What is to be paid by this file, in minor units of ``currency``; nil where it says nothing of it.
    package var amountDue: Int64? { settlement?.payable ?? annualTax }
}

/// Whom a file is about, by `Podmiot1`.
package struct Taxpayer: Hashable, Sendable {
    /// Digits alone, as many as the file has: whether they are a NIP at all is for the match to find out.
    package internal(set) var nip: String?
    /// Digits alone. A person who runs no business files under it.
    package internal(set) var pesel: String?
    /// A firm's name, or first name and surname.
    package internal(set) var name: String
    /// A natural person, by the element that the file uses.
    package internal(set) var isPerson: Bool

    /// By what one person is known from another: a number, else the name.
    package var key: String? { [pesel, nip, name].compactMap { $0 }.first { !$0.isEmpty } }
}

/// Why a file was made (`CelZlozenia`).
package enum FilePurpose: Int, CaseIterable, Sendable {
    case onDemand = 0
    case first = 1
    case correction = 2
}

/// What a file marks about its taxpayer.
package enum TaxpayerMark: String, CaseIterable, Sendable {
    /// Cash PIT; a farmer's ledger with columns 9A and 14A; Estonian CIT; IFRS.
    case cashAccounting = "Kasowy_PIT"
    case farmer = "Rolnik_PIT"
    case estonianCIT = "Znacznik_EST"
    case ifrs = "Znacznik_MSSF"
}
