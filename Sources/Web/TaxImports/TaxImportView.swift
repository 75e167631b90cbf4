import Formats
import Foundation
import Models

/// The texts of imports: in the list, as the result of an upload, and on their own page.
struct TaxImportView: Sendable {
    let format: Format

    var text: LanguageText { format.text }

    /// - Parameter outcome: the result of its upload, if it was just uploaded.
    func row(_ item: TaxImportList.Item, outcome: TaxImport.Outcome? = nil) -> TaxImportRow {
        let (found, row) = (item.found, item.row)
        return TaxImportRow(
            href: Path.taxImport(found.id).text, title: title(item), fileName: row.fileName, firmName: row.firmName,
            taxpayer: row.firmName == nil ? taxpayer(found) : nil, due: due(found),
            from: origin(item), outcome: outcome.map(state), match: match(item), version: version(item),
            sums: sums(item), receipt: receipt(item), remark: remark(found),
            isCorrection: found.purpose == .correction
        )
    }

    /// Returns `JPK_V7M (3) · lipiec 2026`, `UPO · V7M`.
    func title(_ item: TaxImportList.Item) -> String {
        let found = item.found
        let name = found.kind == .upo ? "UPO · \(found.form)" : "\(found.structure) (\(found.variant))"
        let subject = found.subjectName.isEmpty ? nil : found.subjectName.isolated
        return [name.isolated, format.period(item.row.fromOn, item.row.untilOn), subject].compactMap { $0 }
            .joined(separator: " · ")
    }

    func due(_ found: TaxImport) -> String? {
        found.due.map { due in
            if due.minor == 0 { return text("taxImports.nothingDue") }
            return text("taxImports.due", ["amount": format.amount(due).isolated])
        }
    }

    func states(_ item: TaxImportList.Item) -> [State] {
        [match(item), version(item), sums(item), receipt(item)].compactMap { $0 }
    }

    private func state(_ outcome: TaxImport.Outcome) -> State {
        switch outcome {
        case .taken: State(text: text("taxImports.taken"), tone: "good")
        case .known: State(text: text("taxImports.known"), tone: "none")
        }
    }

    private func match(_ item: TaxImportList.Item) -> State? {
        item.found.firmId == nil ? State(text: text("taxImports.unmatched"), tone: "wait") : nil
    }

    private func version(_ item: TaxImportList.Item) -> State? {
        if let copy = copy(item) { return copy }
        if item.found.isAsked { return State(text: text("taxImports.asked"), tone: "wait") }
        if item.isSuperseded { return State(text: text("taxImports.superseded"), tone: "none") }
        if item.isPartlySuperseded { return State(text: text("taxImports.partlySuperseded"), tone: "none") }
        return item.row.supersedes ? State(text: text("taxImports.supersedes"), tone: "none") : nil
    }

    /// Returns a remark for a file whose rows another file contains.
    func copy(_ item: TaxImportList.Item) -> State? {
        guard item.row.isCopy else { return nil }
        let key = item.row.copiedReceiptAt == nil ? "taxImports.copy" : "taxImports.copyConfirmed"
        return State(text: text(key), tone: "none")
    }

    /// Returns whether the file's control numbers match its rows; for an UPO, its signature.
    func sums(_ item: TaxImportList.Item) -> State? {
        let found = item.found
        if let signature = item.row.signature { return self.signature(signature, item.row.weaknesses ?? "") }
        if found.problemCount > 0 {
            return State(text: text.plural("taxImports.sumsWrong", found.problemCount), tone: "bad")
        }
        return (try? found.checks())?.isEmpty == false ? State(text: text("taxImports.sumsRight"), tone: "good") : nil
    }

    private func signature(_ signature: String, _ weaknesses: String) -> State {
        if let weak = weakness(weaknesses) { return State(text: weak, tone: "wait") }
        let tones = ["intact": "good", "broken": "bad", "unverifiable": "wait"]
        return State(text: text("taxImports.signature.\(signature)"), tone: tones[signature] ?? "none")
    }

    /// Returns `słaby podpis: klucz poniżej 2048 bitów, SHA-1`; `nil` for a strong one.
    func weakness(_ weaknesses: String, _ key: String = "taxImports.weakSignature") -> String? {
        let names = SignatureWeakness.list(weaknesses).map { text("taxImports.weakness.\($0.rawValue)") }
        return names.isEmpty ? nil : text(key, ["why": names.joined(separator: ", ")])
    }

    private func isDoubtful(_ item: TaxImportList.Item) -> Bool {
        item.row.weaknesses?.isEmpty == false || item.row.signature == SignatureState.broken.rawValue
    }

    /// Returns the UPO of a document, or the document of an UPO.
    private func receipt(_ item: TaxImportList.Item) -> State? {
        if item.found.kind == .upo {
            switch item.row.pairing {
            // A proven pair is not green when the signature proves nothing.
            case .digest: return State(text: text("taxImports.paired"), tone: isDoubtful(item) ? "none" : "good")
            case .weakDigest: return State(text: text("taxImports.pairedByWeakDigest"), tone: "wait")
            case .person: return State(text: text("taxImports.pairedByPerson"), tone: "none")
            case nil: return State(text: text("taxImports.unpaired"), tone: "wait")
            }
        }
        // A file made for the office itself was not filed.
        if item.found.purpose == .onDemand, item.row.receiptAt == nil { return nil }
        if item.row.isCopy, item.row.copiedReceiptAt != nil, item.row.receiptAt == nil { return nil }
        guard let at = item.row.receiptAt else { return State(text: text("taxImports.noReceipt"), tone: "none") }
        let receipt = text("taxImports.withReceipt", ["at": format.fullMoment(at).isolated])
        guard let doubt = item.row.receiptDoubt else { return State(text: receipt, tone: "good") }
        let values = ["receipt": receipt, "doubt": text("taxImports.doubt.\(doubt.rawValue)")]
        return State(text: text("taxImports.doubted", values), tone: doubt == .brokenSignature ? "bad" : "wait")
    }

    /// Returns the first number that does not match, as declared and as computed.
    private func remark(_ found: TaxImport) -> String? {
        guard let wrong = (try? found.checks())?.first(where: { !$0.agrees }) else { return nil }
        let values = [
            "element": wrong.element.isolated, "declared": number(wrong, wrong.declared, found).isolated,
            "computed": number(wrong, wrong.computed, found).isolated,
        ]
        return text("taxImports.sumWrong", values)
    }

    func number(_ check: TaxImport.Control, _ value: Int64, _ found: TaxImport) -> String {
        check.unit == ControlSum.Unit.amount.rawValue
            ? format.amount(Money(minor: value, currency: found.currency)) : "\(value)"
    }

    /// Returns the taxpayer as named in the file.
    func taxpayer(_ found: TaxImport) -> String? {
        let number = found.nip.map { "NIP \($0)" } ?? found.pesel.map { "PESEL \($0)" }
        let parts = [found.taxpayerName.isEmpty ? nil : found.taxpayerName, number].compactMap { $0?.isolated }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Returns the person whom a form such as PIT-11 is about.
    func subject(_ found: TaxImport) -> String? {
        guard let subject = found.subject else { return nil }
        return Set([found.subjectName, subject]).filter { !$0.isEmpty }.sorted(by: >).map(\.isolated)
            .joined(separator: ", ")
    }

    private func origin(_ item: TaxImportList.Item) -> String {
        format.named(item.row.importerName ?? text("taxImports.machine"), item.found.importedAt)
    }
}
