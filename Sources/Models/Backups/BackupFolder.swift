import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#endif

/// A finished backup on the disk.
package struct BackupFolder: Sendable {
    package let url: URL
    package let manifest: BackupManifest

    /// - Parameter version: the version of this program.
    /// - Throws: `BackupError` when the folder is no finished backup, or one of a later version.
    package init(_ path: String, by version: ProgramVersion) throws {
        url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        manifest = try BackupManifest.read(from: url, by: version)
    }

    /// One line of `SHA256SUMS`.
    struct Line {
        let sha256: String
        let item: BackupItem

        init?(_ text: Substring) {
            guard text.utf8.count > 66, text.dropFirst(64).hasPrefix("  ") else { return nil }
            sha256 = String(text.prefix(64))
            item = BackupItem(path: String(text.dropFirst(66)))
            guard item.isProper else { return nil }
        }
    }

    /// Calls `body` with each line in order, one in memory at a time; with `nil` for a malformed line.
    func eachLine(_ body: (Line?) throws -> Void) throws {
        let path = url.appendingPathComponent(BackupManifest.sums).path
        guard let file = fopen(path, "re") else { throw UnreadableFile(path: path) }
        defer { fclose(file) }
        var (buffer, capacity): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
        defer { free(buffer) }
        while true {
            let count = getline(&buffer, &capacity, file)
            guard count > 0, let buffer else { return }
            let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
            let text = String(decoding: bytes, as: UTF8.self)
            try body(text.hasSuffix("\n") ? Line(text.dropLast()) : nil)
        }
    }
}
