import Foundation
import Models

extension BroadcastReport.Page {
    /// The printouts that went to a firm, with who of the client took each.
    func printed(_ row: BroadcastReport.Recipient, _ format: Format) -> [ReportPage.Printed] {
        (printouts[row.messageId] ?? []).map { sent in
            let taken = sent.takenByClient.map { format.named($0.personName, $0.at) }
            return ReportPage.Printed(
                printedName: format.title(sent.facts),
                printedState: taken.isEmpty ? format.text("printoutChoice.notTaken") : taken.joined(separator: " · "))
        }
    }

    /// Their names, for a table, or that there are none although some were announced.
    func printedNames(_ row: BroadcastReport.Recipient, _ data: ReportData, _ format: Format) -> String {
        without(row, data, format.text)
            ?? (printouts[row.messageId] ?? []).map { format.title($0.facts) }.joined(separator: "; ")
    }

    /// That a firm got none of the printouts that were announced, if so.
    func without(_ row: BroadcastReport.Recipient, _ data: ReportData, _ text: LanguageText) -> String? {
        guard data.broadcast.withPrintouts, printouts[row.messageId] == nil else { return nil }
        return text(data.content.files.isEmpty ? "report.withoutFiles" : "report.withoutPrintouts")
    }

    /// The files of a firm that somebody there took, by whom and when: the printouts, then what all firms got.
    func taken(_ row: BroadcastReport.Recipient, _ format: Format) -> [(file: String, by: String, at: Date)] {
        let printed = (printouts[row.messageId] ?? []).flatMap { sent in
            sent.takenByClient.map { (format.title(sent.facts), $0.personName, $0.at) }
        }
        return printed + (downloads[row.messageId] ?? []).map { ($0.fileName ?? "", $0.personName, $0.at) }
    }
}

extension SentPrintout {
    /// What the office itself looked at is nobody's download.
    var takenByClient: [MessageThread.Mark] { downloads.filter { !$0.isStaff } }
}
