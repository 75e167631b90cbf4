import Foundation
import Testing

@testable import Models

@Suite("A retention of backups")
struct BackupRetentionTests {
    private static func days(_ text: String) throws -> [Date] {
        try text.split(separator: " ").map { try Date("\($0)T02:30:00Z", strategy: .iso8601) }
    }

    @Test("Keeps the newest of each of the last days, weeks and months that have one, and no others")
    func generations() throws {
        let start = try #require(try Self.days("2024-01-01").first)
        let nights = (0..<800).map { start.addingTimeInterval(Double($0) * 86400) }
        let kept = try #require(BackupRetention("7d,5w,12m")).kept(nights).sorted()
        // The last night is Tuesday, 10 March 2026.
        let expected = try Self.days(
            """
            2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31 2025-09-30 2025-10-31 2025-11-30 2025-12-31 \
            2026-01-31 2026-02-15 2026-02-22 2026-02-28 2026-03-01 2026-03-04 2026-03-05 2026-03-06 2026-03-07 \
            2026-03-08 2026-03-09 2026-03-10
            """)
        #expect(nights.last == expected.last)
        #expect(kept == expected)
    }

    @Test("Counts only times that have a backup: weeks without one cost no older one")
    func gaps() throws {
        let dates = try Self.days("2026-01-05 2026-02-20 2026-06-01")
        #expect(BackupRetention("2d")?.kept(dates) == Set(dates.suffix(2)))
        #expect(BackupRetention("3w")?.kept(dates) == Set(dates))
    }

    @Test("Takes the newest of several in a day, by UTC, and weeks as ISO 8601 counts them over a new year")
    func edges() throws {
        let evening = try ["2026-03-01T00:10:00Z", "2026-03-01T23:50:00Z", "2026-03-02T00:10:00Z"].map {
            try Date($0, strategy: .iso8601)
        }
        #expect(BackupRetention("9d")?.kept(evening) == Set(evening.suffix(2)))
        // 29 December 2025 and 4 January 2026 are in the first week of 2026.
        let newYear = try Self.days("2025-12-28 2025-12-29 2026-01-04")
        #expect(BackupRetention("9w")?.kept(newYear) == Set([newYear[0], newYear[2]]))
        #expect(BackupRetention("9y")?.kept(newYear) == Set([newYear[1], newYear[2]]))
    }

    @Test(
        "Is refused when it says nothing, the same twice, or none",
        arguments: ["", "d", "7", "0d", "-1d", "7d,", "7d,8d", "7 d", "7x"])
    func refused(text: String) { #expect(BackupRetention(text) == nil) }
}
