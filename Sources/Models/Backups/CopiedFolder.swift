import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A folder that receives the files of a backup at their relative paths, readable by this user alone.
final class CopiedFolder {
    let url: URL
    private var made: Set<String> = []

    init(_ url: URL) { self.url = url }

    /// Creates a new file at a relative path.
    func file(_ path: String) throws -> CopiedFile {
        let place = url.appendingPathComponent(path).path
        try make((path as NSString).deletingLastPathComponent)
        return try CopiedFile(place)
    }

    /// Hard-links a file of another folder at the same path here, after reading every byte of it.
    /// - Returns: whether it was linked: not when its bytes differ, nor onto another disk.
    func link(_ item: BackupItem, from other: URL) throws -> Bool {
        let source = other.appendingPathComponent(item.path).path
        guard let size = FileBytes.size(source), size == item.size, let expected = item.sha256,
            let found = try? FileBytes.sha256(source), found == expected
        else { return false }
        try make((item.path as NSString).deletingLastPathComponent)
        return Glibc.link(source, url.appendingPathComponent(item.path).path) == 0
    }

    /// Syncs the folders, once their files are synced.
    func sync() throws {
        for folder in made.union([""]) { try DurableFile.sync(folder: url.appendingPathComponent(folder).path) }
    }

    private func make(_ folder: String) throws {
        guard !folder.isEmpty, made.insert(folder).inserted else { return }
        try make((folder as NSString).deletingLastPathComponent)
        let path = url.appendingPathComponent(folder).path
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StorageFailure(code: errno) }
    }
}
