import Foundation

/// The watched folder of a data folder: what a bookkeeping program saves there is taken in. A file is left alone until
/// it has been the same for a whole tick, so that none is read while it is being written.
package struct ImportFolder: Sendable {
    package let folder: URL
    private var seen: [String: Trace] = [:]

    private struct Trace: Sendable, Equatable {
        let size: Int64
        let changed: Date
    }

    /// Makes the folder with the two that its files go to: `taken` and `refused`.
    package init(in data: URL) throws {
        folder = data.appendingPathComponent("import", isDirectory: true)
        for name in ["taken", "refused"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
    }

    /// The files that have not changed since the last time this was asked, by name. Hidden ones, links and folders are
    /// left alone.
    package mutating func settled() throws -> [URL] {
        var now: [String: Trace] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasPrefix(".") {
            let path = folder.appendingPathComponent(name).path
            let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            guard let size = FileBytes.size(path), let changed else { continue }
            now[name] = Trace(size: size, changed: changed)
        }
        let still = now.filter { seen[$0.key] == $0.value }.keys.sorted()
        seen = now
        return still.map { folder.appendingPathComponent($0) }
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

    /// A file of the same name that is there already stays.
    private func move(_ file: URL, to name: String) throws -> URL {
        let (stem, ending) = (file.deletingPathExtension().lastPathComponent, file.pathExtension)
        var place = folder.appendingPathComponent(name).appendingPathComponent(file.lastPathComponent)
        var number = 1
        while FileManager.default.fileExists(atPath: place.path) {
            number += 1
            place.deleteLastPathComponent()
            place.appendPathComponent(ending.isEmpty ? "\(stem) (\(number))" : "\(stem) (\(number)).\(ending)")
        }
        try FileManager.default.moveItem(at: file, to: place)
        return place
    }
}
