import Foundation
import GRDB
import Models
import TestSupport
import Testing

@testable import Web

@Suite("The hour that clocks show twice")
struct DoubledHourTests {
    private static func format(_ zone: String, _ language: Language = .pl) throws -> Format {
        let zone = try #require(TimeZone(identifier: zone))
        let text = try LanguageText(language, folder: LanguageFiles.folder)
        return Format(text: text, zone: zone, now: Date(timeIntervalSince1970: 1_793_000_000))
    }

    private static func moment(_ utc: String) throws -> Date { try Date(utc, strategy: .iso8601) }

    @Test(
        "Names the offset of its times, and no other hour does",
        arguments: [
            ("Europe/Warsaw", "2026-10-24T23:59:59Z", "01:59", "01:59:59"),
            ("Europe/Warsaw", "2026-10-25T00:00:00Z", "02:00 (UTC+2)", "02:00:00+02:00"),
            ("Europe/Warsaw", "2026-10-25T00:30:11Z", "02:30 (UTC+2)", "02:30:11+02:00"),
            ("Europe/Warsaw", "2026-10-25T01:30:11Z", "02:30 (UTC+1)", "02:30:11+01:00"),
            ("Europe/Warsaw", "2026-10-25T01:59:59Z", "02:59 (UTC+1)", "02:59:59+01:00"),
            ("Europe/Warsaw", "2026-10-25T02:00:00Z", "03:00", "03:00:00"),
            ("Europe/Warsaw", "2026-03-29T01:30:00Z", "03:30", "03:30:00"),
            ("Europe/Warsaw", "2026-03-29T00:30:00Z", "01:30", "01:30:00"),
            ("Asia/Jerusalem", "2026-10-24T22:30:00Z", "01:30 (UTC+3)", "01:30:00+03:00"),
            ("Asia/Jerusalem", "2026-10-24T23:30:00Z", "01:30 (UTC+2)", "01:30:00+02:00"),
        ])
    func times(zone: String, utc: String, time: String, stamp: String) throws {
        let (format, moment) = (try Self.format(zone), try Self.moment(utc))
        #expect(format.time(moment) == time)
        #expect(format.moment(moment).hasSuffix(time) && format.fullMoment(moment).hasSuffix(" 2026, \(time)"))
        #expect(format.stamp(moment).hasSuffix(" \(stamp)"))
    }

    @Test("Tells two messages of it apart in the archive, in print, in both exports, the journal and the report")
    func pages() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let now = office.now
            let sent = try await office.database.write { db in
                let new = Draft.New(
                    subject: "Zegar", content: NewContent(body: "Treść"), audience: .picked([cast.bakery.id]))
                let draft = try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: Cast.day, at: now)
                return try Broadcast.send(db, draft, CheckedSend(expecting: 1), in: .wholeOffice, at: now).id
            }
            let (first, second) = (try Self.moment("2026-10-25T00:30:00Z"), try Self.moment("2026-10-25T01:30:00Z"))
            try await office.database.write { db in
                try db.execute(
                    sql: """
                        UPDATE everyMessage SET sentAt = :first; UPDATE broadcast SET sentAt = :first;
                        INSERT INTO readReceipt (messageId, personId, readAt)
                        SELECT id, \(cast.piotr), :second FROM message;
                        """, arguments: ["first": first.milliseconds, "second": second.milliseconds])
                try Office.correct(db, .test(name: "Biuro Zegar"), by: cast.anna, at: second)
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let firm = "/office/firms/\(cast.bakery.id)"
                for path in [firm, "\(firm)/archive"] {
                    let page = try await anna.get(path).text
                    #expect(page.contains("25 października 2026, 02:30 (UTC+2)"), "\(path)")
                    #expect(page.contains("25 października 2026, 02:30 (UTC+1)"), "\(path)")
                }
                let table = try await anna.get("\(firm)/archive.csv").text
                #expect(table.contains("2026-10-25 02:30:00+02:00") && table.contains("2026-10-25 02:30:00+01:00"))
                for path in ["", "/report.csv", "/paper"] {
                    let report = try await anna.get("/office/broadcasts/\(sent)\(path)").text
                    #expect(report.contains("02:30 (UTC+2)") || path == "/report.csv", "\(path)")
                    #expect(report.contains("02:30 (UTC+1)"), "\(path)")
                }
                let journal = try await anna.get("/office/audit?action=officeCorrected").text
                #expect(journal.contains("25 października 2026, 02:30 (UTC+1)"))
            }
        }
    }
}
