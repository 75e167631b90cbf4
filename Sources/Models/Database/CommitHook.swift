import GRDB

/// A part of the office that takes part in every commit: the search index, the pages that are open, those who are
/// signed in. The database is given its hooks when it is opened and knows nothing else of them.
protocol CommitHook: Sendable {
    /// Prepares the writer's connection before the schema is brought up to date, with temporary tables for instance.
    func prepare(_ db: Database) throws

    /// Catches up with what was written before, once the schema is up to date.
    func begin(_ pool: DatabasePool) throws

    /// Does its part of a commit, in the transaction and after all verbs.
    /// - Returns: what to do when the commit is on the disk and everybody has been answered, if anything.
    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)?
}

extension CommitHook {
    func prepare(_ db: Database) throws {}
    func begin(_ pool: DatabasePool) throws {}
    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? { nil }
}
