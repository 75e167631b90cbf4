import Foundation
import GRDB
import HummingbirdTesting
import Logging
import Models
import NIOCore
import TestSupport

/// What tests of a client's files share: the bakery's world, and what was taken.
extension AccessWorld {
    static func withFiles(
        isPayroll: Bool = false, logger: Logger = Logger(label: "skrytka"),
        _ test: @escaping @Sendable (AccessWorld, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office, isPayroll: isPayroll)
            try await office.app(logger: logger) { client in try await test(world, client) }
        }
    }

    /// Attaches the notice's file to it several times.
    func repeatFile(times: Int) async throws {
        try await office.database.write { db in
            try db.execute(
                literal: """
                    INSERT INTO attachment (contentId, fileId, position)
                    WITH RECURSIVE more (position) AS (
                        SELECT 1 UNION ALL SELECT position + 1 FROM more WHERE position < \(times))
                    SELECT contentId, fileId, 100 + more.position
                    FROM (SELECT contentId, fileId FROM attachment WHERE id = \(attachment)), more
                    """)
        }
    }

    /// Returns how many downloads of attachments and of printouts are recorded.
    func downloads() async throws -> [Int] {
        try await office.database.read { db in
            try ["download", "printoutDownload"].map { table in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
        }
    }

    /// Returns the names in the central directory of an archive.
    static func names(_ response: Answer) -> [String] {
        let bytes = Array(response.body.readableBytesView)
        let number = { (at: Int, count: Int) in (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        let end = bytes.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4B50 else { return [] }
        var (names, at): ([String], Int) = ([], number(end + 16, 4))
        for _ in 0..<number(end + 10, 2) {
            guard number(at, 4) == 0x0201_4B50, number(number(at + 42, 4), 4) == 0x0403_4B50 else { return [] }
            let length = number(at + 28, 2)
            names.append(String(decoding: bytes[(at + 46)..<(at + 46 + length)], as: UTF8.self))
            at += 46 + length + number(at + 30, 2)
        }
        return names
    }
}
