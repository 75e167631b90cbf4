import GRDB
import Models
import TestSupport
import Testing

@Suite("Printouts that were sent")
struct SentPrintoutsReportTests {
    @Test("Are counted in the report, with who of the firm took which")
    func report() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await SendingPrintoutsTests.takeInBooks(office)
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier], office.choice(.revenue, .taxLedger))
            let message = try await office.thread(sent, cast.bakery).lastMessageId
            try await office.execute(
                """
                INSERT INTO printoutDownload (printoutId, messageId, personId, startedAt)
                SELECT printoutId, messageId, person.id, \(office.now.milliseconds) FROM messagePrintout, person
                WHERE messageId = \(message) AND person.id IN (\(cast.piotr), \(cast.ola))
                """)
            try await office.database.read { db in
                let report = BroadcastReport(sent, scope: .wholeOffice)
                #expect(try report.totals(db).downloaded == 1)
                let page = try report.page(db, .downloaded)
                #expect(page.rows.map(\.firmName) == ["Piekarnia Kłos"])
                let printouts = page.printouts[message] ?? []
                #expect(printouts.map(\.facts.kind) == [.revenue])
                #expect(printouts.first?.downloads.filter { !$0.isStaff }.map(\.personId) == [cast.piotr])
            }
        }
    }
}
