import Foundation

/// The files of the project, as text.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File: Sendable {
        /// Relative to the project's folder: `Sources/Web/Path.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// `Web` of `Sources/Web/Path.swift`.
        var target: Substring { path.split(separator: "/")[1] }
    }

    /// Returns all files below a folder with these extensions. Requires at least one, else the folder is wrong.
    static func files(in folder: String, _ endings: String...) throws -> [File] {
        let start = root.appendingPathComponent(folder).standardizedFileURL
        var files: [File] = []
        let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        while let url = all?.nextObject() as? URL {
            guard endings.contains(url.pathExtension) else { continue }
            let path = url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1)
            files.append(File(path: String(path), text: try String(contentsOf: url, encoding: .utf8)))
        }
        if files.isEmpty { throw NoFiles(folder: folder) }
        return files.sorted { $0.path < $1.path }
    }

    static func folders(in folder: String) throws -> Set<String> {
        let start = root.appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: start.path)
        return Set(names.filter { start.appendingPathComponent($0).hasDirectoryPath || isFolder(start, $0) })
    }

    private static func isFolder(_ start: URL, _ name: String) -> Bool {
        let values = try? start.appendingPathComponent(name).resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory == true
    }

    struct NoFiles: Error { let folder: String }

    /// Returns where a pattern occurs: `Sources/Web/Path.swift:7: the line`.
    static func places(_ pattern: Regex<some Any>, in files: [File]) -> [String] {
        // With the default, "Glibc.system" is one word.
        let pattern = pattern.wordBoundaryKind(.simple)
        return files.flatMap { file in
            file.lines.enumerated().filter { $0.element.contains(pattern) }
                .map { "\(file.path):\($0.offset + 1): \($0.element.prefix(100))" }
        }
    }
}
