import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// Writes a backup into a new dated folder, whose name ends in `.partial` until everything in it is verified and
/// synced. Calls must not overlap.
package final class BackupWriter: BackupSink, @unchecked Sendable {
    /// The summary of a finished backup, for the caller and the journal.
    package struct Receipt: Codable, Sendable {
        package let path: String
        package let files: Int
        package let bytes: Int64
        /// The bytes that were written, not linked to the previous backup.
        package let newBytes: Int64
    }

    package let repository: BackupRepository
    private let place: URL
    private let floor: Int64
    /// The previous backup, whose identical files are linked.
    private let previous: BackupFolder?
    private let partial: CopiedFolder
    private let sums: CopiedFile
    private let startedAt: Date
    private let version: ProgramVersion
    private let report: @Sendable (String) -> Void
    private var current: (item: BackupItem, file: any IncomingCopy)?
    private var databaseSHA256 = ""
    /// The path of the finished backup; `nil` until it is finished.
    package private(set) var finished: String?
    private var (files, bytes, newBytes, problems) = (0, Int64(0), Int64(0), 0)

    /// - Parameters:
    ///   - folder: the folder in which the dated folder is made: `2026-11-21T22-10-05Z`.
    ///   - data: the office's data folder, which must not contain the backup.
    ///   - version: the version of this program.
    ///   - floor: the bytes that must stay free on the disk.
    ///   - report: receives a sentence about each file that is missing or changed.
    /// - Throws: `BackupError` when the folder is unsuitable.
    package init(
        into folder: String, data: String, by version: ProgramVersion, at now: Date,
        leaving floor: Int64 = DiskSpace.defaultFloor,
        report: @escaping @Sendable (String) -> Void
    ) throws {
        let (target, office) = (Self.resolved(folder), Self.resolved(data))
        guard target != office, !target.path.hasPrefix(office.path + "/") else {
            throw BackupError.insideTheData(folder)
        }
        let name = BackupRepository.name(now.formatted(.iso8601))
        place = target.appendingPathComponent(name, isDirectory: true)
        partial = CopiedFolder(target.appendingPathComponent(name + BackupRepository.unfinished, isDirectory: true))
        startedAt = now
        (self.version, self.floor) = (version, floor)
        self.report = report
        do {
            try FileManager.default.createDirectory(
                at: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw BackupError.cannotMake(folder, "choose another place or change its owner")
        }
        repository = try BackupRepository(target)
        guard !FileManager.default.fileExists(atPath: place.path) else { throw BackupError.exists(place.path) }
        repository.removeUnfinished()
        previous = BackupRepository.finished(in: target, by: version).first
        guard mkdir(partial.url.path, 0o700) == 0 else {
            if errno == EEXIST { throw BackupError.exists(partial.url.path) }
            throw BackupError.cannotMake(folder, "\(StorageFailure(code: errno))")
        }
        sums = try partial.file(BackupManifest.sums)
    }

    package func begin(_ item: BackupItem) throws {
        guard item.isProper else { throw BackupError.improperPath(item.path) }
        if let previous, try partial.link(item, from: previous.url) {
            current = (item, LinkedFile())
        } else {
            try checkRoom(for: item)
            current = (item, try partial.file(item.path))
        }
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        try current?.file.write(bytes)
    }

    package func end() throws {
        guard let (item, file) = current else { return }
        current = nil
        let sha256 = try file.finish()
        if let expected = item.sha256, expected != sha256 || item.size != file.size {
            problem("\(item.path) is not what was written down: \(file.size) bytes instead of \(item.size ?? 0)")
            return
        }
        if item.path == BackupItem.database { databaseSHA256 = sha256 }
        files += 1
        bytes += file.size
        if file is CopiedFile { newBytes += file.size }
        try sums.write("\(sha256)  \(item.path)\n")
    }

    /// Removes an unfinished backup when the disk is too full, since it would only use up space.
    private func checkRoom(for item: BackupItem) throws {
        guard try DiskSpace.of(partial.url.path).free - (item.size ?? 0) < floor else { return }
        try? FileManager.default.removeItem(at: partial.url)
        throw BackupError.noRoom(place.deletingLastPathComponent().path, floor)
    }

    package func missing(_ item: BackupItem, because reason: String) throws {
        problem("\(item.path) is missing: \(reason)")
    }

    /// Verifies the written files, writes the manifest, and renames the folder to its final name.
    /// - Throws: `BackupError.incomplete` when something was missing or changed; the folder stays `.partial`.
    package func finish() throws -> Receipt {
        let sumsSHA256 = try sums.finish()
        let contents = try examined()
        guard problems == 0, let contents, let office = contents.office else {
            throw BackupError.incomplete(partial.url.path, max(1, problems))
        }
        let manifest = BackupManifest(
            format: BackupManifest.currentFormat, program: version, madeAt: startedAt.formatted(.iso8601),
            office: office.name, isDemo: office.isDemo, schema: contents.schema, sqlite: contents.sqlite,
            rows: contents.rows,
            journalEntries: contents.journalEntries, journalHead: contents.journalHead, files: files, bytes: bytes,
            databaseSHA256: databaseSHA256, sumsSHA256: sumsSHA256
        )
        try partial.sync()
        try manifest.write(to: partial.url)
        try DurableFile.sync(folder: partial.url.path)
        guard rename(partial.url.path, place.path) == 0 else { throw StorageFailure(code: errno) }
        try DurableFile.sync(folder: place.deletingLastPathComponent().path)
        finished = place.path
        return Receipt(path: place.path, files: files, bytes: bytes, newBytes: newBytes)
    }

    /// Returns the facts of the database's copy, if it is intact and contains an office.
    private func examined() throws -> BackupManifest.Contents? {
        let path = partial.url.appendingPathComponent(BackupItem.database).path
        let database: DatabaseQueue
        do {
            database = try OfficeCopy.open(path)
        } catch {
            problem("the copy of the database cannot be opened: \(error)")
            return nil
        }
        return try database.read { db in
            for finding in try DatabaseExamination.findings(db) where finding.level == .problem {
                problem("\(finding.subject.lowercased()): \(finding.sentence)")
            }
            return problems > 0 ? nil : try BackupManifest.Contents(db)
        }
    }

    private func problem(_ sentence: String) {
        problems += 1
        report(sentence)
    }

    private static func resolved(_ path: String) -> URL {
        // The part of the path that does not exist yet lies below an existing folder, which may be a link.
        var (existing, rest) = (URL(fileURLWithPath: path).standardizedFileURL, [String]())
        while existing.path != "/", !FileManager.default.fileExists(atPath: existing.path) {
            rest.insert(existing.lastPathComponent, at: 0)
            existing.deleteLastPathComponent()
        }
        return rest.reduce(existing.resolvingSymlinksInPath()) { $0.appendingPathComponent($1) }
    }
}

extension BackupWriter.Receipt {
    /// Records the backup in the journal of the office that was copied.
    package func record(_ db: Database, at now: Date) throws {
        let name = URL(fileURLWithPath: path).lastPathComponent
        try AuditEvent.write(
            db, .backedUp, by: nil, subject: "backup/\(name)", ["bytes": "\(bytes)", "files": "\(files)"], at: now
        )
    }
}
