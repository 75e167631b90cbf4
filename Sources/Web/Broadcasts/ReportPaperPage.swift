import Dates
import Foundation
import Models

/// The report of a send for printing: all firms on one page.
struct ReportPaperPage: OfficePage {
    struct Recipient: Encodable {
        let name: String
        let stateText: String
        /// `nil` for a notice without files.
        let downloaded: String?
        let answeredAt: String
    }

    var template: String { "broadcasts/paper" }
    static let place = MenuPlace.broadcasts
    let subject: String
    let meta: String
    let totals: [ReportPage.Total]
    let hasFiles: Bool
    let rows: [Recipient]
    let reminders: [String]
    let backHref: String

    func title(_ text: LanguageText) -> String { subject }
}

extension ReportPaperPage {
    init(_ data: ReportData, _ format: Format) {
        let hasFiles = data.totals.hasFiles
        let rows = data.page.rows.map { row in
            let readers = (data.page.readers[row.messageId] ?? []).map { format.proof($0.personName, $0.at) }
            let taken = data.page.taken(row, format).map { "\($0.file.isolated): \(format.proof($0.by, $0.at))" }
            let waiting = (data.page.printouts[row.messageId] ?? []).filter(\.takenByClient.isEmpty).map {
                "\(format.title($0.facts).isolated): \(format.text("printoutChoice.notTaken"))"
            }
            let files = [data.page.without(row, data, format.text)].compactMap { $0 } + taken + waiting
            return Recipient(
                name: row.firmName,
                stateText: readers.isEmpty ? format.text("messages.notRead") : readers.joined(separator: "; "),
                downloaded: hasFiles ? files.isEmpty ? "–" : files.joined(separator: "; ") : nil,
                answeredAt: row.answeredAt.map(format.fullMoment) ?? "–"
            )
        }
        let without =
            data.skipped.map { ($0.name, format.text("skip.\($0.reason.rawValue)")) }
            + data.withdrawn.map { ($0.name, format.withdrawn(by: $0.personName, $0.at)) }
        self.init(
            subject: data.broadcast.subject,
            meta: [format.fullMoment(data.broadcast.sentAt), data.sender.isolated, data.validity(format)?.text]
                .compactMap { $0 }.joined(separator: " · "),
            totals: ReportPage.totals(data.totals, format.text), hasFiles: hasFiles,
            rows: rows
                + without.map {
                    Recipient(name: $0, stateText: $1, downloaded: hasFiles ? "–" : nil, answeredAt: "–")
                },
            reminders: data.reminders.map { format.reminder($0) }, backHref: Path.broadcast(data.broadcast.id).text
        )
    }
}

extension Format {
    /// Returns a name with a time and its year: `Piotr Kłos, 20 listopada 2026, 14:02`.
    func proof(_ name: String, _ date: Date) -> String { "\(name.isolated), \(fullMoment(date))" }

    /// Returns who reminded how many firms, and when.
    func reminder(_ reminder: Reminder) -> String {
        text.plural(
            "reminders.sent", reminder.firmCount, ["name": reminder.personName, "at": fullMoment(reminder.sentAt)]
        )
    }

    /// Returns the last day of a notice's validity, or that it is over.
    func validity(_ last: Day, today: Day) -> State {
        let isOver = last < today
        return State(
            text: text(isOver ? "expiry.over" : "expiry.until", ["day": fullDay(last)]), tone: isOver ? "none" : "good"
        )
    }
}
