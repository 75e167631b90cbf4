import Foundation

/// The watched folder of a data folder: what a bookkeeping program saves there is taken in. A file is left alone until
/// nobody has it open to write and it has been the same for a whole tick, so that none is read while it is being written.
package struct ImportFolder: Sendable {
    package let folder: URL
    private var seen: [String: Trace] = [:]
    /// Files that end too early: what is missing may still come.
    private var cutOff: [String: Trace] = [:]

    /// How long a file that ends too early is waited for, in seconds after its last byte.
    private static let patience: TimeInterval = 600

    private struct Trace: Sendable, Equatable {
        let size: Int64
        let changed: Date
    }

    /// Makes the folder with the two that its files go to: `taken` and `refused`.
    package init(in data: URL) throws {
        folder = data.appendingPathComponent("import", isDirectory: true)
        for name in ["taken", "refused"] { try Self.make(folder.appendingPathComponent(name)) }
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The files that have not changed since the last time this was asked, by name. Hidden ones, links and folders are
    /// left alone, and so are those of other programs, and those that somebody writes.
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

    /// Leaves a file for now that ends too early, unless it has been so for long.
    /// - Returns: whether it is waited for.
    package mutating func awaitRest(of file: URL, at now: Date) -> Bool {
        let name = file.lastPathComponent
        guard let trace = seen[name], now.timeIntervalSince(trace.changed) < Self.patience else { return false }
        cutOff[name] = trace
        return true
    }

    private func isAwaited(_ name: String, _ trace: Trace, _ now: Date) -> Bool {
        cutOff[name] == trace && now.timeIntervalSince(trace.changed) < Self.patience
    }

    /// What other programs keep beside their files, or call a file while it comes.
    private static func isPassedOver(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
            || ["thumbs.db", "desktop.ini", "ehthumbs.db"].contains(name) || passing.contains { name.hasSuffix($0) }
    }

    private static let passing = [
        ".part", ".filepart", ".tmp", ".temp", ".partial", ".crdownload", ".download", ".opdownload", ".!ut", ".lock",
    ]

    /// Refused files that were written to after that are looked at again: their writer was not done.
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

    /// Whether a file is still as it was when it was given.
    package func isUnchanged(_ file: URL) -> Bool {
        seen[file.lastPathComponent].map { $0 == Self.trace(file.path) } ?? false
    }

    private static func trace(_ path: String) -> Trace? {
        let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        guard let size = FileBytes.size(path), let changed else { return nil }
        return Trace(size: size, changed: changed)
    }

    /// Puts a file away that is in now.
    package func putAway(_ file: URL) throws {
        _ = try move(file, to: "taken")
    }

    /// Puts a file away that was not taken, with the reason beside it.
    package func refuse(_ file: URL, because reason: String) throws {
        let place = try move(file, to: "refused")
        try Data((reason + "\n").utf8).write(to: place.appendingPathExtension("txt"))
    }

    /// A file of the same name that is there already stays, and so does one where the reason would stand.
    private func move(_ file: URL, to name: String) throws -> URL {
        let target = folder.appendingPathComponent(name)
        // Somebody may have tidied it away.
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
