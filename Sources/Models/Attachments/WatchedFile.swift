import Foundation
import GRDB

/// A file whose bytes are on their way to somebody: the right to it is asked for again and again.
package protocol WatchedFile: Sendable {
    /// Whether a person may still take it.
    func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool
}

extension FirmScope {
    /// The firms that a person may see at a moment; nothing where there is no office.
    static func today(_ db: Database, of person: Int64, at now: Date) throws -> FirmScope? {
        guard let office = try Office.find(db) else { return nil }
        let staff = try Staff.find(db, personId: person)
        return staff?.firms(on: office.today(at: now)) ?? .member(person)
    }
}
