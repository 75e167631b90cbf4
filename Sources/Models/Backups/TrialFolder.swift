import Foundation
import GRDB
import Secrets

/// A folder for a trial, in which a backup's database is opened like a server opens it. It is gone afterwards.
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

    /// Copies the database here, brings its schema up to date, and examines it.
    func findings(_ path: String) throws -> [Finding] {
        let copy = try CopiedFolder(url).file(BackupItem.database)
        try FileBytes.each(path) { try copy.write($0) }
        _ = try copy.finish()
        let place = url.appendingPathComponent(BackupItem.database).path
        let asItWas = try OfficeCopy.open(place).read { db in try DatabaseExamination.findings(db) }
        guard asItWas.allSatisfy({ $0.level != .problem }) else { return asItWas }
        try OfficeDatabase(path: place).close()
        return asItWas + (try OfficeCopy.open(place).read { db in try DatabaseExamination.findings(db) })
    }
}
