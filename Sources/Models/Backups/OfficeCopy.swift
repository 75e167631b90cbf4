import GRDB

/// Opens the database file of a backup, which nobody writes and which has no log beside it.
enum OfficeCopy {
    /// Opens it read-only, so that SQLite creates no second file beside it.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
