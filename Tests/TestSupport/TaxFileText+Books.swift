import Foundation
import Models

extension TaxFileText {
    /// The books of a firm for some days: a revenue register (`jpk_ewp_4`), a tax ledger (`jpk_pkpir_3`), full books
    /// (`jpk_kr_1`).
    /// - Parameter made: when the file was made; of two about the same days the later one is in force.
    package static func books(
        _ name: String, of firm: Firm, from: String = "2026-02-01", until: String = "2026-02-28",
        made: String = "2026-03-01T09:00:00Z"
    ) throws -> String {
        try fixture(name).replacing(/<DataOd>.*?</, with: "<DataOd>\(from)<")
            .replacing(/<DataDo>.*?</, with: "<DataDo>\(until)<")
            .replacing(/<DataWytworzeniaJPK>.*?</, with: "<DataWytworzeniaJPK>\(made)<")
            .replacing(/<etd:NIP>.*?</, with: "<etd:NIP>\(firm.taxIdentifier)<")
    }
}

extension TaxFileText {
    /// A declaration of a firm for February 2026.
    /// - Parameter amount: of two about the same days, what makes them different.
    package static func declaration(_ form: String, of firm: Firm, amount: Int = 5000) throws -> String {
        try fixture("deklaracja_vat_ue").replacing("9999999999", with: firm.taxIdentifier)
            .replacing("<Miesiac>7<", with: "<Miesiac>2<").replacing("VAT-UE", with: form)
            .replacing("<P_Dc>5000<", with: "<P_Dc>\(amount)<")
    }
}
