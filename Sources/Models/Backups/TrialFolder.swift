import Foundation
import GRDB
import Secrets

/// A temporary folder in which a backup's database is opened as a server would open it. Removed afterwards.
final class TrialFolder {
    private let url: URL

    init(in spare: URL) throws {
        url = spare.appendingPathComponent("skrytka-trial-\(SecureRandom.hex(8))", isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw BackupError.cannotMake(spare.path, "choose another folder with --on")
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of the migrated copy, once it was examined without a problem.
    var database: String { url.appendingPathComponent(BackupItem.database).path }

    /// Copies the database here, migrates it, and then examines it: a database of an older version is judged as this
    /// version will read it.
    func findings(_ path: String) throws -> [Finding] {
        let copy = try CopiedFolder(url).file(BackupItem.database)
        try FileBytes.each(path) { try copy.write($0) }
        _ = try copy.finish()
        let asItWas = try OfficeCopy.open(database).read { db in try DatabaseExamination.findings(beforeOpening: db) }
        guard asItWas.allSatisfy({ $0.level != .problem }) else { return asItWas }
        try OfficeDatabase(path: database).close()
        return asItWas + (try OfficeCopy.open(database).read { db in try DatabaseExamination.findings(db) })
    }
}
