import Foundation

extension OfficeDatabase {
    /// Opens or makes the database at `path` and brings its schema up to date.
    /// - Parameters:
    ///   - ballast: whether space is held beside it for what has to be written on a full disk too.
    ///   - mark: what the journal must have come to; it follows the commits from here on.
    ///   - acceptance: the moment at which a database that does not agree with the mark is taken nevertheless, which is
    ///     written down in it. Nothing: it is refused.
    /// - Throws: when the file cannot be opened, was made by a newer version or before the first release, or when SQLite does
    ///   not confirm that commits reach the disk; `OlderDatabase`, with everything left as it was.
    package convenience init(
        path: String, ballast: Bool = false, mark: JournalMark? = nil, acceptingOlderAt acceptance: Date? = nil
    ) throws {
        try self.init(
            path: path, ballast: ballast, mark: mark, acceptingOlderAt: acceptance,
            hooks: [SearchIndexing(), ChangedConversations(), SignedInPeople(), FirmListCache(), OrderedSends()])
    }
}
