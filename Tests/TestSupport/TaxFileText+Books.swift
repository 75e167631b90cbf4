import Foundation
import Models

extension TaxFileText {
    /// Returns the books of a firm for some days: a revenue register (`jpk_ewp_4`), a tax ledger (`jpk_pkpir_3`), full
    /// books (`jpk_kr_1`).
    /// - Parameter purpose: replaces the sample's `CelZlozenia`, and makes its rows differ. Of two files for the same
    ///   days a correction, 2, is in force.
    package static func books(
        _ name: String, of firm: Firm, from: String = "2026-02-01", until: String = "2026-02-28",
        made: String = "2026-03-01T09:00:00Z", purpose: Int? = nil
    ) throws -> String {
        let text = try fixture(name).replacing(/<DataOd>.*?</, with: "<DataOd>\(from)<")
            .replacing(/<DataDo>.*?</, with: "<DataDo>\(until)<")
            .replacing(/<DataWytworzeniaJPK>.*?</, with: "<DataWytworzeniaJPK>\(made)<")
            .replacing(/<etd:NIP>.*?</, with: "<etd:NIP>\(firm.taxIdentifier)<")
        let end = name.hasPrefix("jpk_ewp") ? "</K_4>" : "</K_6>"
        return purpose.map {
            text.replacing(/<CelZlozenia>.*?</, with: "<CelZlozenia>\($0)<").replacing(end, with: " bis\(end)")
        } ?? text
    }
}

extension TaxFileText {
    /// Returns a declaration of a firm for February 2026.
    /// - Parameter amount: makes two declarations for the same days differ.
    package static func declaration(_ form: String, of firm: Firm, amount: Int = 5000) throws -> String {
        try fixture("deklaracja_vat_ue").replacing("9999999999", with: firm.taxIdentifier)
            .replacing("<Miesiac>7<", with: "<Miesiac>2<").replacing("VAT-UE", with: form)
            .replacing("<P_Dc>5000<", with: "<P_Dc>\(amount)<")
    }
}
