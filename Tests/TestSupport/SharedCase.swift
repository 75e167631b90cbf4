import Foundation

/// A file that lies beside the project, by which something once failed; read where it is. Tests of it are skipped where
/// it is not.
package enum SharedCase {
    private static let folder = TestOffice.root.resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("shared/cases")

    package static let areThere = FileManager.default.fileExists(atPath: folder.path)

    package static func data(_ name: String) throws -> Data { try file("tax/\(name).xml") }

    /// - Parameter path: such as `bugs/daty.txt`.
    package static func file(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }

    /// - Parameter nip: in place of its own, for a firm of the test's.
    package static func text(_ name: String, nip: (its: String, ours: String)? = nil) throws -> String {
        let text = String(decoding: try data(name), as: UTF8.self)
        return nip.map { text.replacing(">\($0.its)<", with: ">\($0.ours)<") } ?? text
    }
}
