import Formats
import Foundation
import Models

/// The texts of an import's page.
struct TaxImportCardView: Sendable {
    let card: TaxImportCard
    let isHead: Bool
    /// The search for a firm to assign it to.
    let search: String
    let typed: Form
    let errors: FieldErrors
    let format: Format

    var text: LanguageText { format.text }
    var found: TaxImport { card.item.found }
    private var view: TaxImportView { TaxImportView(format: format) }

    var title: String { view.title(card.item) }

    var page: TaxImportPage {
        let (parts, checks, links) = (parts, checks, links)
        return TaxImportPage(
            firmName: card.item.row.firmName, firmHref: found.firmId.map { Path.firm($0).text } ?? "", title: title,
            isCorrection: found.purpose == .correction, states: view.states(card.item), due: view.due(found),
            warning: warning,
            fileHref: card.item.row.isLost ? nil : Path.taxImportFile(found.id).text, facts: facts, parts: parts,
            hasParts: !parts.isEmpty,
            checks: checks, hasChecks: !checks.isEmpty, links: links, hasLinks: !links.isEmpty,
            printouts: printouts, hasPrintouts: !card.printouts.isEmpty, versions: card.versions.map(version),
            hasVersions: !card.versions.isEmpty, signature: signature,
            assigning: assigning, wages: wages, choosing: choosing, pairing: pairing, unpairing: unpairing,
            dating: dating
        )
    }

    private var parts: [TaxImportPage.Part] {
        let parts = card.item.parts.compactMap { part in kind(part.part).map { (kind: $0, part: part) } }
        return parts.sorted { $0.kind < $1.kind }.map { kind, part in
            TaxImportPage.Part(
                label: format.name(kind), about: format.period(part.fromOn, part.untilOn) ?? "",
                count: format.number(UInt64(max(0, part.rowCount))),
                state: part.isCurrent ? State(text: text("taxImports.inForce"), tone: "good") : outranked(card.item))
        }
    }

    /// Returns the reason why a version is not in force.
    private func outranked(_ item: TaxImportList.Item) -> State {
        view.copy(item) ?? State(text: text("taxImports.superseded"), tone: "none")
    }

    /// Returns the kind of printout of a part, for its name.
    private func kind(_ part: String) -> Printout.Kind? {
        FilePart(rawValue: part).map { Printout.Kind($0, of: found.kind) }
    }

    private var checks: [TaxImportPage.Check] {
        card.checks.map { check in
            TaxImportPage.Check(
                label: kind(check.part).map(format.name) ?? check.part, element: check.element,
                declared: view.number(check, check.declared, found),
                computed: view.number(check, check.computed, found),
                state: check.agrees
                    ? State(text: text("taxImports.yes"), tone: "good")
                    : State(text: text("taxImports.no"), tone: "bad"))
        }
    }

    /// Returns what the signature proves, and what not.
    private var signature: State? {
        guard let receipt = card.receipt else { return nil }
        let signature = receipt.signature
        if let weak = view.weakness(receipt.weaknesses, "taxImports.weakNote") {
            return State(text: weak, tone: "wait")
        }
        let tones = ["intact": "good", "broken": "bad", "unverifiable": "wait"]
        return State(text: text("taxImports.signatureNote.\(signature)"), tone: tones[signature] ?? "none")
    }

    private var links: [TaxImportPage.Link] {
        let receipts = card.receipts.map { item in
            let at = item.row.receivedAt.map(format.fullMoment)?.isolated ?? ""
            let weak = item.row.weaknesses.flatMap { view.weakness($0) }
            let detail = [proof(item.row.pairing), weak].compactMap { $0 }.joined(separator: " · ")
            return link(item, text("taxImports.receiptOf", ["at": at]), detail)
        }
        let document = card.document.map { link($0, view.title($0), proof(card.receipt?.pairing)) }
        return receipts + [document].compactMap { $0 }
    }

    private var printouts: [TaxImportPage.Link] {
        card.printouts.map { printout in
            let about = format.period(printout.fromOn, printout.untilOn) ?? "PDF"
            return .init(label: format.name(printout.kind), detail: about, linkHref: Path.printout(printout.id).text)
        }
    }

    private func link(_ item: TaxImportList.Item, _ label: String, _ detail: String) -> TaxImportPage.Link {
        TaxImportPage.Link(label: label, detail: detail, linkHref: Path.taxImport(item.found.id).text)
    }

    private func proof(_ pairing: TaxReceipt.Pairing?) -> String {
        switch pairing {
        case .person: text("taxImports.byPerson")
        case .weakDigest: text("taxImports.byWeakDigest")
        case .digest, nil: text("taxImports.byDigest")
        }
    }

    private func version(_ item: TaxImportList.Item) -> TaxImportPage.Link {
        let state = item.isSuperseded ? outranked(item).text : text("taxImports.inForce")
        let made = item.found.madeAt.map { text("taxImports.madeOn", ["at": format.fullMoment($0).isolated]) }
        return link(item, made ?? view.title(item), [item.row.fileName.isolated, state].joined(separator: " · "))
    }
}
