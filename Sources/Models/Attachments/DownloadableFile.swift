import Dates
import Foundation
import GRDB

/// A file that people take, whatever file it is. Each download is written down before the first byte leaves, and the
/// right to it is asked for again and again while bytes are on their way.
package protocol DownloadableFile: Sendable {
    /// Names the bytes on the disk.
    var key: String { get }
    var name: String { get }
    var mediaType: String { get }
    var size: Int64 { get }

    /// Whether a person may take it, or go on taking it.
    func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool

    /// Writes down who takes it.
    /// - Parameter goesOn: the rest of a download: no new one, if this person has begun one.
    func recordDownload(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws
}

extension DownloadableFile {
    /// Begins a download: asks for the right in the transaction that writes it down.
    /// - Throws: `NotFound` for a person who may not take it any more.
    package func take(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws {
        guard try isOpen(db, to: person, at: now) else { throw NotFound() }
        try recordDownload(db, by: person, goesOn: goesOn, on: day, at: now)
    }
}

extension FirmScope {
    /// The firms that a person may see at a moment; nothing where there is no office.
    static func today(_ db: Database, of person: Int64, at now: Date) throws -> FirmScope? {
        guard let office = try Office.find(db) else { return nil }
        let staff = try Staff.find(db, personId: person)
        return staff?.firms(on: office.today(at: now)) ?? .member(person)
    }
}
