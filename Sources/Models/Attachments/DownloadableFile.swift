import Dates
import Foundation
import GRDB

/// A file that people can download, of whatever source. Each download is recorded before the first byte is sent, and
/// the person's right to it is checked repeatedly while bytes are being sent.
package protocol DownloadableFile: Sendable {
    /// The key of the bytes on the disk.
    var key: String { get }
    var name: String { get }
    var mediaType: String { get }
    var size: Int64 { get }

    /// Whether a person may start or continue downloading it.
    func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool

    /// Records who downloads it.
    /// - Parameter goesOn: true for the rest of a download, which is not recorded again if this person has begun one.
    func recordDownload(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws
}

extension DownloadableFile {
    /// Begins a download: checks the right in the same transaction that records it.
    /// - Throws: `NotFound` for a person who no longer has the right.
    package func take(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws {
        guard try isOpen(db, to: person, at: now) else { throw NotFound() }
        try recordDownload(db, by: person, goesOn: goesOn, on: day, at: now)
    }
}

extension FirmScope {
    /// Returns the firms that a person may see at a moment; `nil` when there is no office yet.
    static func today(_ db: Database, of person: Int64, at now: Date) throws -> FirmScope? {
        guard let office = try Office.find(db) else { return nil }
        let staff = try Staff.find(db, personId: person)
        return staff?.firms(on: office.today(at: now)) ?? .member(person)
    }
}

extension Database {
    /// Checks, in the transaction that records a download, that the message was not withdrawn meanwhile. The office has
    /// the files of withdrawn ones, too.
    /// - Throws: `NotFound`.
    func checkStands(message id: Int64, for person: Int64) throws {
        let stands = try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM message WHERE id = ?) OR EXISTS (SELECT 1 FROM staff WHERE personId = ?)
                    """),
            arguments: [id, person])
        guard stands == true else { throw NotFound() }
    }
}
