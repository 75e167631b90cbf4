import Foundation
import Models

/// A data folder with its lock, its database and its files.
struct OpenedOffice: Sendable {
    let folder: DataFolder
    let database: OfficeDatabase
    let files: AttachmentStore

    init(_ path: String) throws {
        folder = try DataFolder(path)
        Snapshot.clear(folder.url)
        database = try OfficeDatabase(path: folder.databasePath)
        files = try AttachmentStore(folder: folder.files)
    }
}
