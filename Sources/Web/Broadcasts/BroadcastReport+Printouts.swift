import Foundation
import Models

extension BroadcastReport.Page {
    /// Returns the printouts sent to a firm, with each client's download.
    func printed(_ row: BroadcastReport.Recipient, _ format: Format) -> [ReportPage.Printed] {
        (printouts[row.messageId] ?? []).map { sent in
            let taken = sent.takenByClient.map { format.named($0.personName, $0.at) }
            return ReportPage.Printed(
                printedName: format.title(sent.facts),
                printedState: taken.isEmpty ? format.text("printoutChoice.notTaken") : taken.joined(separator: " · "))
        }
    }

    /// Returns their names, for a table, or a remark that there are none although some were announced.
    func printedNames(_ row: BroadcastReport.Recipient, _ data: ReportData, _ format: Format) -> String {
        without(row, data, format.text)
            ?? (printouts[row.messageId] ?? []).map { format.title($0.facts) }.joined(separator: "; ")
    }

    /// Returns a remark that a firm got none of the announced printouts, if so.
    func without(_ row: BroadcastReport.Recipient, _ data: ReportData, _ text: LanguageText) -> String? {
        guard data.broadcast.withPrintouts, printouts[row.messageId] == nil else { return nil }
        return text(data.content.files.isEmpty ? "report.withoutFiles" : "report.withoutPrintouts")
    }

    /// Returns the downloads of a firm, by whom and when: the printouts, then the files for all firms.
    func taken(_ row: BroadcastReport.Recipient, _ format: Format) -> [(file: String, by: String, at: Date)] {
        let printed = (printouts[row.messageId] ?? []).flatMap { sent in
            sent.takenByClient.map { (format.title(sent.facts), $0.personName, $0.at) }
        }
        return printed + (downloads[row.messageId] ?? []).map { ($0.fileName ?? "", $0.personName, $0.at) }
    }
}

extension SentPrintout {
    /// A download by the office itself is not shown.
    var takenByClient: [MessageThread.Mark] { downloads.filter { !$0.isStaff } }
}
