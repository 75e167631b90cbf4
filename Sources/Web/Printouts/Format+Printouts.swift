import Dates
import Foundation
import Models

/// Names and states of printouts, for people.
extension Format {
    /// Returns the name of a download: `KPiR 2026-07 Przewozy Ewa Nowak.pdf`. A firm's files sort by it.
    func fileName(of printout: ReachablePrintout) -> String {
        let form = printout.kind == .declaration ? printout.structure : printout.kind == .receipt ? printout.form : nil
        let isCorrection = printout.purpose == .correction
        let parts = [
            text("printouts.file.\(printout.kind.rawValue)"), form, printout.period?.shortText,
            isCorrection ? text("printouts.file.correction") : nil, printout.ownName ?? printout.firmName,
        ]
        return FileName.made(of: parts.compactMap(\.self).joined(separator: " "), "pdf")
    }

    /// Returns `z UPO z 25 sierpnia 2026, 10:31`, with the doubt about its proof, or `jeszcze bez UPO`; `nil` when no
    /// receipt is expected.
    func receiptState(_ kind: Printout.Kind, at receivedAt: Date?, _ doubt: TaxReceipt.Doubt?) -> String? {
        if let receivedAt {
            let receipt = text("printouts.withReceipt", ["at": fullMoment(receivedAt)])
            return doubt.map {
                text("taxImports.doubted", ["receipt": receipt, "doubt": text("taxImports.doubt.\($0.rawValue)")])
            }
                ?? receipt
        }
        return kind.needsReceipt ? text("printouts.noReceipt") : nil
    }
}
