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
