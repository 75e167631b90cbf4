import Foundation
import GRDB
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

/// Helpers for tests of printout downloads.
extension AccessWorld {
    static func withPrintouts(
        patience: Duration = .seconds(300),
        _ test: @escaping @Sendable (AccessWorld, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let portal = try office.portal { $0.printingPatience = patience }
            try await office.app(portal) { client in try await test(world, client) }
        }
    }

    func sourceKey() async throws -> String {
        let sql = """
            SELECT key FROM printout JOIN taxImport ON taxImport.id = importId
            JOIN storedFile ON storedFile.id = taxImport.fileId WHERE printout.id = \(printout)
            """
        let key = try await office.database.read { db in try String.fetchOne(db, sql: sql) }
        return try #require(key)
    }

    static func overwrite(_ path: String, _ bytes: Data) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    func count(_ table: String) async throws -> Int {
        try await office.database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
    }

    func takers() async throws -> [Int64] {
        try await office.database.read { db in
            try Int64.fetchAll(db, sql: "SELECT personId FROM printoutDownload ORDER BY id")
        }
    }

    /// Returns the names of all files on the disk, including unfinished ones.
    func files() throws -> [String] {
        let folder = office.files.folder
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            try folder.appendingPathComponent(name).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }
    }
}
