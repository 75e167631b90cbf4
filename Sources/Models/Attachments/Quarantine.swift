import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Keeps files whose row is gone: in `.orphans` in the folder of files, each under its key, with a JSON note beside it.
/// When an older database is restored by mistake, it does not know the newer files; they stay here until the newer
/// database is back. A file is brought back automatically when a row names it again.
package struct Quarantine: Sendable {
    /// The reason why a file is in quarantine.
    package enum Reason: String, Codable, Sendable {
        case unnamed = "no row of the database named it"
        case unsent = "it was uploaded, and nothing took it within a day"
        case discarded = "its sender gave it up before it was sent"
    }

    /// The contents of the note beside a file, `KEY.json`.
    private struct Note: Codable {
        let reason: Reason
        /// In UTC.
        let since: Date
    }

    static let name = ".orphans"
    /// The time for which a file is kept here, in seconds: a month in which somebody can notice what is missing.
    package static let time: TimeInterval = 30 * 24 * 3600

    /// The folder of files.
    private let files: String
    private var folder: String { "\(files)/\(Self.name)" }

    init(in files: String) { self.files = files }

    /// Moves a file into quarantine. Does nothing when it is not at `place`.
    /// - Returns: whether it was moved.
    @discardableResult
    func take(_ key: String, at place: String, because reason: Reason, at now: Date) -> Bool {
        guard FileBytes.size(place) != nil, FileBytes.size(path(key)) == nil else { return false }
        if mkdir(folder, 0o700) == 0 { try? DurableFile.sync(folder: files) }
        guard rename(place, path(key)) == 0 else { return false }
        write(Note(reason: reason, since: now), beside: key)
        return true
    }

    /// Moves a file back to its path, if it is in quarantine.
    /// - Returns: whether it was.
    @discardableResult
    func restore(_ key: String, to place: String) -> Bool {
        let target = (place as NSString).deletingLastPathComponent
        // Its folder may be missing in a copy that left empty folders out.
        if mkdir(target, 0o700) == 0 { try? DurableFile.sync(folder: files) }
        guard rename(path(key), place) == 0 else { return false }
        try? DurableFile.sync(folder: target)
        unlink(note(key))
        return true
    }

    /// The keys of the files in quarantine.
    var keys: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasSuffix(".json") }
    }

    /// Removes for good the files that have been here for a month.
    /// - Returns: how many were removed.
    func clear(at now: Date) -> Int {
        var removed = 0
        for key in keys {
            guard let since = since(key) else {
                // Its note is lost, so its month begins now.
                write(Note(reason: .unnamed, since: now), beside: key)
                continue
            }
            guard now.timeIntervalSince(since) > Self.time, unlink(path(key)) == 0 else { continue }
            unlink(note(key))
            removed += 1
        }
        return removed
    }

    /// The number of files here, and when the first of them will be removed.
    var contents: (count: Int, next: Date?) {
        let keys = keys
        return (keys.count, keys.compactMap(since).min()?.addingTimeInterval(Self.time))
    }

    private func since(_ key: String) -> Date? {
        guard let data = FileManager.default.contents(atPath: note(key)) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(Note.self, from: data).since
    }

    private func write(_ note: Note, beside key: String) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = .sortedKeys
        // Not synced: losing a note in a power cut only restarts the file's month.
        try? encoder.encode(note).write(to: URL(fileURLWithPath: self.note(key)))
    }

    private func path(_ key: String) -> String { "\(folder)/\(key)" }
    private func note(_ key: String) -> String { "\(folder)/\(key).json" }
}
