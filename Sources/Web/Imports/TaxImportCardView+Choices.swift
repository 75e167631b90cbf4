import Foundation
import Models

/// What a person still has to say of an import.
extension TaxImportCardView {
    /// Why nothing of it is sent where it is.
    var warning: String? {
        guard card.isOfAnotherNumber, let nip = found.nip else { return nil }
        let values = ["nip": Format.identifier(.poland, nip).isolated, "firm": card.item.row.firmName?.isolated ?? ""]
        return text(card.isSent ? "taxFiles.otherNumberSent" : "taxFiles.otherNumber", values)
    }

    /// To whom it belongs, which the head says. Where it has a firm, it may go to another as long as nothing of it was
    /// sent, unless its number says that it is there rightly.
    var assigning: TaxImportPage.Assigning? {
        let isHeld = found.firmId == nil
        guard isHead, isHeld || !card.isSent && (card.isOfAnotherNumber || found.nip == nil) else { return nil }
        let nip = found.nip.map { Format.identifier(.poland, $0).isolated }
        let isKnown = nip != nil && !card.firms.isEmpty
        let named = text(isKnown ? "taxFiles.assignOne" : "taxFiles.assignNew", ["nip": nip ?? ""])
        let isSearched = nip == nil && !search.isEmpty
        return TaxImportPage.Assigning(
            assignTitle: text(isHeld ? "taxFiles.assign" : "taxFiles.move"),
            action: Path.taxImportFirm(found.id).text, searchAction: Path.taxImport(found.id).text, q: search,
            hasSearch: nip == nil, lead: nip == nil ? text("taxFiles.assignAny") : named,
            choices: card.firms.map {
                .init(id: $0.id.code, label: $0.name, detail: Format.identifier($0.country, $0.taxIdentifier))
            },
            nothing: isSearched && card.firms.isEmpty ? text("firms.nothingTitle") : nil,
            newFirmHref: nip != nil && !isKnown ? Path.newFirm.text : nil, problem: errors["firm"])
    }

    /// Which document an UPO belongs to, unless its digest proves it.
    var pairing: TaxImportPage.Pairing? {
        guard let receipt = card.receipt, receipt.pairing != .digest, found.firmId != nil else { return nil }
        let view = TaxImportView(format: format)
        return TaxImportPage.Pairing(
            action: Path.taxImportDocument(found.id).text, lead: pairingLead(receipt),
            tone: receipt.pairing == .person ? "none" : "wait",
            choices: card.candidates.map { item in
                let made = item.found.madeAt.map { text("taxFiles.madeOn", ["at": format.fullMoment($0).isolated]) }
                let detail = [made, item.row.fileName.isolated].compactMap { $0 }.joined(separator: " · ")
                return .init(id: item.found.id.code, label: view.title(item), detail: detail)
            },
            problem: errors["document"])
    }

    private func pairingLead(_ receipt: TaxReceipt) -> String {
        if receipt.pairing == .weakDigest { return text("taxFiles.weakDigestNote") }
        if let name = card.pairerName, let at = receipt.pairedAt {
            return text("taxFiles.pairedNote", ["who": format.named(name, at)])
        }
        return text(card.candidates.isEmpty ? "taxFiles.noCandidates" : "taxFiles.candidates")
    }

    /// What an UPO is about whose document the office does not have.
    var dating: TaxImportPage.Dating? {
        guard let receipt = card.receipt, receipt.documentId == nil else { return nil }
        let said = receipt.period.flatMap(TaxImportSpan.code)
        // Most are of the month before.
        let stamp = format.stamp(receipt.receivedAt).split { $0 == "-" || $0 == " " }.compactMap { Int($0) }
        let (year, month) = stamp.count > 1 ? (stamp[0], stamp[1]) : (2026, 1)
        let guess = month == 1 ? (span: "m12", year: year - 1) : (span: "m\(month - 1)", year: year)
        let chosen = said ?? guess
        return TaxImportPage.Dating(
            action: Path.taxImportPeriod(found.id).text,
            lead: text(said == nil ? "taxFiles.dateIt" : "taxFiles.dated"),
            year: typed.has("year") ? typed["year"] : "\(chosen.year)",
            spans: TaxImportSpan.options(text, chosen: typed.has("span") ? typed["span"] : chosen.span),
            problem: errors["period"])
    }
}
