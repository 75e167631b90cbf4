import Models
import Secrets

extension Format {
    func name(_ kind: Printout.Kind) -> String { text("printouts.kind.\(kind.rawValue)") }

    /// Returns `Ewidencja przychodów`, `Deklaracja VAT-UE`, `UPO JPK_V7M`: with the form where a kind has many forms.
    func name(_ printout: Printout.Facts) -> String {
        switch printout.kind.group {
        case .registers: name(printout.kind)
        case .declarations, .receipts: "\(name(printout.kind)) \(printout.structure)"
        }
    }

    func group(_ kind: Printout.Kind) -> String { text("printoutChoice.group.\(kind.group.rawValue)") }

    /// Returns name and period: `Ewidencja przychodów, sierpień 2026`.
    func title(_ printout: Printout.Facts) -> String { "\(name(printout)), \(period(printout))" }

    /// Returns a printout for the archive's table: name, kind, period, and the digest of its source.
    func line(_ printout: Printout.Facts) -> String {
        let notes = [
            printout.isInForce ? nil : text("printoutChoice.superseded"), printout.isLost ? text("files.lost") : nil,
        ]
        let note = notes.compactMap { $0.map { ", \($0)" } }.joined()
        let source = "\(text("printoutChoice.source")) SHA-256 \(Hex.text(printout.sha256))"
        return "\(title(printout)) (\(group(printout.kind)), PDF\(note), \(source))"
    }

    /// Returns a remark when the printout is lost or superseded.
    fileprivate func remark(_ printout: Printout.Facts) -> String? {
        if printout.isLost { return text("messages.lostFile") }
        return printout.isInForce ? nil : text("printoutChoice.superseded")
    }

    /// Returns the period of a printout: `sierpień 2026`.
    func period(_ printout: Printout.Facts) -> String { printout.period.map(period) ?? "–" }
}

extension MessageView.File {
    /// A printout on a message.
    /// - Parameters:
    ///   - notes: the downloads that the viewer may see.
    ///   - full: the same with the years.
    init(_ sent: SentPrintout, of message: Int64, notes: [String], full: [String], _ format: Format) {
        self.init(
            href: sent.facts.isLost ? nil : Path.printout(sent.facts.printoutId).with(["message": "\(message)"]),
            name: format.name(sent.facts), kind: "PDF",
            detail: "\(format.group(sent.facts.kind)) · \(format.period(sent.facts))",
            remark: format.remark(sent.facts),
            mark: notes.isEmpty ? format.text("printoutChoice.notTaken") : notes.joined(separator: " · "),
            fullMark: full.isEmpty ? format.text("printoutChoice.notTaken") : full.joined(separator: " · "))
    }
}
