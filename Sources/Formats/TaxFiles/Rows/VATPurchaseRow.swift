import Dates

/// A row of the register of purchases, of `JPK_V7M`, `JPK_V7K` and `JPK_VAT (3)`.
package struct VATPurchaseRow: Hashable, Sendable {
    /// `LpZakupu`, as written.
    package internal(set) var number: String
    package internal(set) var country: String?
    /// `NrDostawcy`
    package internal(set) var taxNumber: String
    package internal(set) var name: String
    /// `AdresDostawcy`: in `JPK_VAT (3)` alone.
    package internal(set) var address: String?
    package internal(set) var document: String
    package internal(set) var boughtOn: Day
    package internal(set) var receivedOn: Day?
    /// (3) alone.
    package internal(set) var proof: InvoiceProof?
    /// `DokumentZakupu`: `MK`, `VAT_RR`, `WEW`.
    package internal(set) var documentType: String?
    /// `IMP`; `MPP` in (1).
    package internal(set) var marks: [String]
    /// Grosze by column, only for columns in the file.
    package internal(set) var amounts: [VATPurchaseColumn: Int64]
}

/// The columns of the register of purchases; the raw value is the element. In `JPK_VAT (3)` columns from 43 have other
/// meanings: 43/44 fixed assets, 45/46 other, 47 to 50 corrections.
package enum VATPurchaseColumn: String, CaseIterable, Sendable, Comparable {
    case k40 = "K_40", k41 = "K_41", k42 = "K_42", k43 = "K_43", k44 = "K_44", k45 = "K_45", k46 = "K_46"
    case k47 = "K_47", k48 = "K_48", k49 = "K_49", k50 = "K_50"
    /// Gross, under the margin scheme.
    case margin = "ZakupVAT_Marza"

    package static func < (left: VATPurchaseColumn, right: VATPurchaseColumn) -> Bool {
        left.position < right.position
    }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
