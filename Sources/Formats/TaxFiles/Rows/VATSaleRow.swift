import Dates

/// A row of the register of sales, of `JPK_V7M`, `JPK_V7K` and `JPK_VAT (3)`.
package struct VATSaleRow: Hashable, Sendable {
    /// `LpSprzedazy`, as written.
    package internal(set) var number: String
    /// `KodKrajuNadaniaTIN`
    package internal(set) var country: String?
    /// `NrKontrahenta`: digits, or `BRAK`.
    package internal(set) var taxNumber: String
    package internal(set) var name: String
    /// `AdresKontrahenta`: in `JPK_VAT (3)` alone.
    package internal(set) var address: String?
    package internal(set) var document: String
    package internal(set) var issuedOn: Day
    /// Only when it differs.
    package internal(set) var soldOn: Day?
    /// (3) alone.
    package internal(set) var proof: InvoiceProof?
    /// `TypDokumentu`: `RO`, `WEW`, `FP`.
    package internal(set) var documentType: String?
    /// The elements with the value 1, in the file's order: `GTU_01`, `TP`, `MR_T`…
    package internal(set) var marks: [String]
    /// `KorektaPodstawyOpodt`: a correction for a bad debt, with one of the two days.
    package internal(set) var isBadDebt: Bool
    package internal(set) var dueOn: Day?
    package internal(set) var paidOn: Day?
    /// Grosze by column, only for columns in the file.
    package internal(set) var amounts: [VATSaleColumn: Int64]

    /// Rows of type `FP` repeat amounts of a cash register, and are excluded from every total.
    package var counts: Bool { documentType != "FP" }
}

/// The invoice's status in KSeF, in the third variant.
package enum InvoiceProof: Hashable, Sendable {
    /// `NrKSeF`
    case ksef(String)
    /// `OFF`: made offline, without a number yet. `BFK`: an invoice outside of KSeF. `DI`: a document other than an
    /// invoice.
    case offline, outside, other
}

/// The columns of the register of sales; the raw value is the element.
package enum VATSaleColumn: String, CaseIterable, Sendable, Comparable {
    case k10 = "K_10", k11 = "K_11", k12 = "K_12", k13 = "K_13", k14 = "K_14", k15 = "K_15", k16 = "K_16"
    case k17 = "K_17", k18 = "K_18", k19 = "K_19", k20 = "K_20", k21 = "K_21", k22 = "K_22", k23 = "K_23"
    case k24 = "K_24", k25 = "K_25", k26 = "K_26", k27 = "K_27", k28 = "K_28", k29 = "K_29", k30 = "K_30"
    case k31 = "K_31", k32 = "K_32", k33 = "K_33", k34 = "K_34", k35 = "K_35", k36 = "K_36", k360 = "K_360"
    /// `JPK_VAT (3)` has more columns than the later structures.
    case k37 = "K_37", k38 = "K_38", k39 = "K_39"
    /// Gross, under the margin scheme.
    case margin = "SprzedazVAT_Marza"

    package static func < (left: VATSaleColumn, right: VATSaleColumn) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
