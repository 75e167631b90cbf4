import Foundation

/// The watched folder in the data folder: files that a bookkeeping program saves there are imported. A file is left
/// alone until no process has it open for writing and it has not changed for a whole tick, so that none is read
/// half-written.
package struct ImportFolder: Sendable {
    package let folder: URL
    private var seen: [String: Trace] = [:]
    /// Truncated files, whose rest may still arrive.
    private var cutOff: [String: Trace] = [:]

    /// How long the rest of a truncated file is awaited, in seconds after its last change.
    private static let patience: TimeInterval = 600

    private struct Trace: Sendable, Equatable {
        let size: Int64
        let changed: Date
    }

    /// Creates the folder with the two into which its files are moved: `taken` and `refused`.
    package init(in data: URL) throws {
        folder = data.appendingPathComponent("import", isDirectory: true)
        for name in ["taken", "refused"] { try Self.make(folder.appendingPathComponent(name)) }
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Returns the files that have not changed since the last call, by name. Ignores hidden files, links and folders,
    /// temporary files of other programs, and files that are open for writing.
    package mutating func settled(at now: Date) throws -> [URL] {
        try bringBackGrown()
        var traces: [String: Trace] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !Self.isPassedOver(name) {
            traces[name] = Self.trace(folder.appendingPathComponent(name).path)
        }
        let still = traces.filter { seen[$0.key] == $0.value && !isAwaited($0.key, $0.value, now) }.keys.sorted()
        seen = traces
        cutOff = cutOff.filter { traces[$0.key] == $0.value }
        return still.map { folder.appendingPathComponent($0) }.filter { !OpenWriters.has($0.path) }
    }

    /// Postpones a truncated file, unless it has not changed for long.
    /// - Returns: whether it was postponed.
    package mutating func awaitRest(of file: URL, at now: Date) -> Bool {
        let name = file.lastPathComponent
        guard let trace = seen[name], now.timeIntervalSince(trace.changed) < Self.patience else { return false }
        cutOff[name] = trace
        return true
    }

    private func isAwaited(_ name: String, _ trace: Trace, _ now: Date) -> Bool {
        cutOff[name] == trace && now.timeIntervalSince(trace.changed) < Self.patience
    }

    /// Whether a name is of a hidden or system file, or one that programs use for a file that is not finished.
    private static func isPassedOver(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
            || ["thumbs.db", "desktop.ini", "ehthumbs.db"].contains(name) || passing.contains { name.hasSuffix($0) }
    }

    private static let passing = [
        ".part", ".filepart", ".tmp", ".temp", ".partial", ".crdownload", ".download", ".opdownload", ".!ut", ".lock",
    ]

    /// Moves refused files back that were changed after their refusal: their writer was not finished.
    private func bringBackGrown() throws {
        let refused = folder.appendingPathComponent("refused")
        for name in (try? FileManager.default.contentsOfDirectory(atPath: refused.path)) ?? [] {
            let (file, reason) = (refused.appendingPathComponent(name), refused.appendingPathComponent(name + ".txt"))
            let place = folder.appendingPathComponent(name)
            guard let grown = Self.trace(file.path), let told = Self.trace(reason.path), grown.changed > told.changed,
                !Self.isTaken(place)
            else { continue }
            try FileManager.default.moveItem(at: file, to: place)
            try FileManager.default.removeItem(at: reason)
        }
    }

    /// Whether a file is still as it was when `settled` returned it.
    package func isUnchanged(_ file: URL) -> Bool {
        seen[file.lastPathComponent].map { $0 == Self.trace(file.path) } ?? false
    }

    private static func trace(_ path: String) -> Trace? {
        let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        guard let size = FileBytes.size(path), let changed else { return nil }
        return Trace(size: size, changed: changed)
    }

    /// Moves an imported file away.
    package func keepTaken(_ file: URL) throws {
        _ = try move(file, to: "taken")
    }

    /// Moves a refused file away, with the reason in a file beside it.
    package func refuse(_ file: URL, because reason: String) throws {
        let place = try move(file, to: "refused")
        try Data((reason + "\n").utf8).write(to: place.appendingPathExtension("txt"))
    }

    /// Moves a file under a name that is free, also with the ending of the reason's file, so that none is overwritten.
    private func move(_ file: URL, to name: String) throws -> URL {
        let target = folder.appendingPathComponent(name)
        // Somebody may have deleted the folder.
        try Self.make(target)
        let original = (try? FileName.cleaned(file.lastPathComponent, fallbackExtension: "")) ?? "file"
        var place = target.appendingPathComponent(original)
        let (stem, ending) = (place.deletingPathExtension().lastPathComponent, place.pathExtension)
        var number = 1
        while Self.isTaken(place) || Self.isTaken(place.appendingPathExtension("txt")) {
            number += 1
            place = target.appendingPathComponent(
                ending.isEmpty ? "\(stem) (\(number))" : "\(stem) (\(number)).\(ending)")
        }
        try FileManager.default.moveItem(at: file, to: place)
        return place
    }

    private static func isTaken(_ place: URL) -> Bool { FileManager.default.fileExists(atPath: place.path) }
}
