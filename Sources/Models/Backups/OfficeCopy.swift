import GRDB

/// A database file that stands alone and that nobody writes: of a backup, or on its way into one.
enum OfficeCopy {
    /// Opens it so that not even a second file appears beside it.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
