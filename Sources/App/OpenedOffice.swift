import Foundation
import Models

/// A data folder with its lock, its database and its files.
struct OpenedOffice: Sendable {
    let folder: DataFolder
    let database: OfficeDatabase
    let files: AttachmentStore
    /// The office's time.
    let clock: ClockWatch

    /// - Parameters:
    ///   - floor: the free space, in bytes, that files must leave on the disk.
    ///   - isServed: whether it is for a server, which continues when the disk is full.
    ///   - acceptsOlder: whether to accept a database that is older than the folder's mark.
    /// - Throws: `DataFolderError`; `OlderDatabase`, with everything left as it was.
    init(
        _ path: String, floor: Int64 = DiskSpace.defaultFloor, isServed: Bool = false, acceptsOlder: Bool = false
    ) throws {
        folder = try DataFolder(path)
        Snapshot.clear(folder.url)
        database = try OfficeDatabase(
            path: folder.databasePath, ballast: isServed, mark: JournalMark(in: folder.url),
            acceptingOlderAt: acceptsOlder ? Date() : nil)
        clock = ClockWatch(
            file: isServed ? folder.url.appendingPathComponent("clock").path : nil, wall: { Date() },
            uptime: MachineClock.uptime)
        let files = try AttachmentStore(folder: folder.files, floor: floor)
        self.files = files
        _ = try database.readHere { db in try files.bringBack { key in try StoredFile.isKnown(db, key: key) } }
    }
}
