import Foundation
import Models
import Secrets

extension TaxImportCardView {
    /// The facts of the file and of its contents.
    var facts: [TaxImportPage.Fact] {
        let (file, receipt, row) = (card.file, card.receipt, card.item.row)
        let by = format.named(row.importerName ?? text("taxImports.machine"), found.importedAt)
        let given = card.assignerName.flatMap { name in found.assignedAt.map { format.named(name, $0) } }
        return [
            fact("taxpayer", TaxImportView(format: format).taxpayer(found)),
            fact("subject", TaxImportView(format: format).subject(found)),
            fact("period", format.period(row.fromOn, row.untilOn)),
            fact("purpose", found.purpose.map { text("taxImports.purposes.\($0.rawValue)") }),
            fact("made", found.madeAt.map(format.numeric), isCode: true),
            fact("taxOffice", found.officeCode, isCode: true),
            fact("reference", receipt?.reference, isCode: true),
            fact("received", receipt.map { format.numeric($0.receivedAt) }, isCode: true),
            fact("signed", receipt?.signedAt.map(format.numeric), isCode: true),
            fact("fileName", file.name, isCode: true),
            fact("size", format.size(file.size), isCode: true), fact("importedBy", by), fact("givenBy", given),
            fact("sha256", Hex.text(found.sha256), isCode: true),
        ].compactMap { $0 }
    }

    private func fact(_ key: String, _ value: String?, isCode: Bool = false) -> TaxImportPage.Fact? {
        value.map { TaxImportPage.Fact(label: text("taxImports.fact.\(key)"), value: $0, isCode: isCode) }
    }
}
