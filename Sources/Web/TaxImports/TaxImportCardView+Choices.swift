import Dates
import Foundation
import Models

/// The open questions about an import that a person has to answer.
extension TaxImportCardView {
    /// The reason why its printouts are not sent to its firm.
    var warning: String? {
        if found.firmId != nil, found.nip == nil, found.pesel != nil { return text("taxImports.personsOwn") }
        guard card.isOfAnotherNumber, let nip = found.nip else { return nil }
        let values = ["nip": Format.identifier(.poland, nip).isolated, "firm": card.item.row.firmName?.isolated ?? ""]
        return text(card.isSent ? "taxImports.otherNumberSent" : "taxImports.otherNumber", values)
    }

    /// The form for assigning it to a firm, for the head. A firm can be changed as long as nothing of it was sent,
    /// unless its number confirms the firm.
    var assigning: TaxImportPage.Assigning? {
        let isHeld = found.firmId == nil
        guard isHead, isHeld || !card.isSent && (card.isOfAnotherNumber || found.nip == nil) else { return nil }
        let nip = found.nip.map { Format.identifier(.poland, $0).isolated }
        let isKnown = nip != nil && !card.firms.isEmpty
        let named = text(isKnown ? "taxImports.assignOne" : "taxImports.assignNew", ["nip": nip ?? ""])
        let isSearched = nip == nil && !search.isEmpty
        return TaxImportPage.Assigning(
            assignTitle: text(isHeld ? "taxImports.assign" : "taxImports.move"),
            action: Path.taxImportFirm(found.id).text, searchAction: Path.taxImport(found.id).text, q: search,
            hasSearch: nip == nil, lead: nip == nil ? text("taxImports.assignAny") : named,
            choices: card.firms.map {
                .init(id: $0.id.code, label: $0.name, detail: Format.identifier($0.country, $0.taxIdentifier))
            },
            nothing: isSearched && card.firms.isEmpty ? text("firms.nothingTitle") : nil,
            newFirmHref: nip != nil && !isKnown ? Path.newFirm.text : nil, problem: errors["firm"])
    }

    /// The form for deciding whether an unknown form about a person shows wages, for the head.
    var wages: TaxImportPage.Wages? {
        guard card.isUnknownForm else { return nil }
        let key = card.isPlainForm ? "taxImports.plainForm" : "taxImports.unknownForm"
        return TaxImportPage.Wages(
            lead: text(key, ["form": found.structure.isolated]), tone: card.isPlainForm ? "none" : "wait",
            maySay: isHead, action: Path.taxImportPayroll(found.id).text, payroll: card.isPlainForm ? "true" : "false",
            saying: text(card.isPlainForm ? "taxImports.isWages" : "taxImports.isNoWages"), problem: errors["payroll"])
    }

    /// The form for choosing which of the originals of the same days is in force.
    var choosing: TaxImportPage.Choosing? {
        guard !card.rivals.isEmpty else { return nil }
        let chosen = ([found] + card.rivals.map(\.found)).compactMap(\.chosenAt).first
        let said = card.chooserName.flatMap { name in chosen.map { format.named(name, $0) } }
        let note = said.map { text("taxImports.chosenNote", ["who": $0]) }
        return TaxImportPage.Choosing(
            lead: note.map { found.isAsked ? text("taxImports.chooseLead") : $0 } ?? text("taxImports.chooseLead"),
            tone: found.isAsked ? "wait" : "none",
            originals: ([card.item] + card.rivals).map(original), problem: errors["version"])
    }

    private func original(_ item: TaxImportList.Item) -> TaxImportPage.Original {
        let made = item.found.madeAt.map { text("taxImports.madeOn", ["at": format.numeric($0).isolated]) }
        let state = item.isSuperseded ? nil : text("taxImports.inForce")
        let detail = [made, TaxImportView(format: format).due(item.found), state].compactMap { $0 }
        return TaxImportPage.Original(
            originalName: item.row.fileName, detail: detail.joined(separator: " · "),
            action: Path.taxImportVersion(item.found.id).text, linkHref: Path.taxImport(item.found.id).text)
    }

    /// The form for choosing the document of an UPO, unless its digest proves it.
    var pairing: TaxImportPage.Pairing? {
        guard let receipt = card.receipt, receipt.pairing != .digest, found.firmId != nil else { return nil }
        let view = TaxImportView(format: format)
        return TaxImportPage.Pairing(
            action: Path.taxImportDocument(found.id).text, lead: pairingLead(receipt),
            tone: receipt.pairing == .person ? "none" : "wait",
            choices: card.candidates.map { item in
                let made = item.found.madeAt.map { text("taxImports.madeOn", ["at": format.fullMoment($0).isolated]) }
                let detail = [made, item.row.fileName.isolated].compactMap { $0 }.joined(separator: " · ")
                return .init(id: item.found.id.code, label: view.title(item), detail: detail)
            },
            problem: errors["document"])
    }

    /// The form for separating a receipt from a wrong document, for the head.
    var unpairing: String? {
        guard isHead, card.receipt?.documentId != nil else { return nil }
        return Path.taxImportParting(found.id).text
    }

    private func pairingLead(_ receipt: TaxReceipt) -> String {
        if receipt.pairing == .weakDigest { return text("taxImports.weakDigestNote") }
        if let name = card.pairerName, let at = receipt.pairedAt {
            return text("taxImports.pairedNote", ["who": format.named(name, at)])
        }
        if card.candidates.isEmpty { return text("taxImports.noCandidates") }
        let isOfForm = card.candidates.contains { $0.found.form == found.form }
        return text(isOfForm ? "taxImports.candidates" : "taxImports.anyCandidates")
    }

    /// The form for the period of an UPO whose document the office does not have.
    var dating: TaxImportPage.Dating? {
        guard let receipt = card.receipt, receipt.documentId == nil else { return nil }
        let said = receipt.period.flatMap { $0.span == nil ? nil : $0 }
        // Most are of the previous month.
        let day = format.day(of: receipt.receivedAt)
        let chosen =
            said ?? (day.month > 1 ? Period(month: day.month - 1, of: day.year) : Period(month: 12, of: day.year - 1))
        return TaxImportPage.Dating(
            action: Path.taxImportPeriod(found.id).text,
            lead: text(said == nil ? "taxImports.dateIt" : "taxImports.dated"),
            year: typed.has("year") ? typed["year"] : "\((chosen?.from ?? day).year)",
            spans: spans(chosen: typed.has("span") ? typed["span"] : chosen?.span ?? ""),
            problem: errors["period"])
    }

    /// Returns the months, the quarters and the year, as in ``Period/span``.
    private func spans(chosen: String) -> [Option] {
        let months = (1...12).map { (code: "m\($0)", name: text("period.month\($0)")) }
        let quarters = (1...4).map { (code: "q\($0)", name: text("period.quarter\($0)")) }
        let all = months + quarters + [(code: "y", name: text("taxImports.wholeYear"))]
        return all.map { Option(code: $0.code, name: $0.name, isSelected: $0.code == chosen) }
    }
}
