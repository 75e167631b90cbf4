import Foundation
import GRDB

/// A mark beside the database of how far it had come. What is opened is held to it, so that an older database in its
/// place is noticed; and it follows the commits.
protocol DatabaseMark: Sendable {
    /// Holds the database's file to the log beside it, before SQLite has seen either.
    /// - Returns: what speaks against the two.
    func check(_ files: LoggedFiles) -> OlderDatabase?

    /// Holds a database to the mark, before anything in it is changed.
    /// - Throws: `OlderDatabase`.
    func check(_ db: Database) throws

    /// Records that a database was accepted that the mark speaks against.
    func accept(_ older: OlderDatabase, _ db: Database, at now: Date) throws

    /// Begins to follow an opened database.
    /// - Parameters:
    ///   - inFile: the number of the last log that its file holds; nothing when it was opened with a log.
    ///   - salt: of its log.
    func begin(_ db: Database, inFile: Int64?, salt: UInt64?) throws

    /// Reads, in the transaction and after all verbs, what is to be noted of a commit.
    /// - Returns: notes it when the commit is on the disk, and returns at once; takes the salt of the log.
    func willCommit(_ db: Database) throws -> @Sendable (UInt64?) -> Void

    /// Writes what was noted, before the process ends.
    func flush()
}
