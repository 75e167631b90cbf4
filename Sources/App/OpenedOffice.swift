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
    ///   - floor: free space, in bytes, that files leave.
    ///   - isServed: whether it is for a server, which goes on when the disk is full.
    init(_ path: String, floor: Int64 = DiskSpace.defaultFloor, isServed: Bool = false) throws {
        folder = try DataFolder(path)
        Snapshot.clear(folder.url)
        database = try OfficeDatabase(path: folder.databasePath, ballast: isServed)
        clock = ClockWatch(
            file: isServed ? folder.url.appendingPathComponent("clock").path : nil, wall: { Date() },
            uptime: MachineClock.uptime)
        files = try AttachmentStore(folder: folder.files, floor: floor)
    }
}
