import Foundation
import Testing

/// Pictures of pages that somebody has checked: the darkness of each cell of a grid, one digit each.
///
/// A cell may differ by one step, and a few by more, because renderers draw edges differently; a moved column or a
/// missing text differs in many. `SKRYTKA_WRITE_PICTURES=1` writes the pictures again: look at them.
enum Picture {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("Pictures")

    static func expect(_ ink: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let file = folder.appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["SKRYTKA_WRITE_PICTURES"] != nil {
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? (ink.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").map { String($0) } ?? []
        #expect(golden.count == ink.count, sourceLocation: sourceLocation)
        let wrong = zip(ink, golden).map { line, known in
            zip(line.utf8, known.utf8).count { abs(Int($0) - Int($1)) > 1 } + abs(line.utf8.count - known.utf8.count)
        }.reduce(0, +)
        let fields = ink.reduce(0) { $0 + $1.utf8.count }
        #expect(
            wrong * 100 <= fields, "\(wrong) of \(fields) fields differ:\n\(ink.joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }
}
