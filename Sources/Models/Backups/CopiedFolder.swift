import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A folder into which files of a backup are put, each in its place below it, readable by this user alone.
final class CopiedFolder {
    let url: URL
    private var made: Set<String> = []

    init(_ url: URL) { self.url = url }

    /// A new file in its place.
    func file(_ path: String) throws -> CopiedFile {
        let place = url.appendingPathComponent(path).path
        try make((path as NSString).deletingLastPathComponent)
        return try CopiedFile(place)
    }

    /// Makes all names durable, once the files are.
    func sync() throws {
        for folder in made.union([""]) { try Durable.sync(folder: url.appendingPathComponent(folder).path) }
    }

    private func make(_ folder: String) throws {
        guard !folder.isEmpty, made.insert(folder).inserted else { return }
        try make((folder as NSString).deletingLastPathComponent)
        let path = url.appendingPathComponent(folder).path
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StorageFailure(code: errno) }
    }
}
