import Foundation

/// A file outside of the project that once caused a failure, read in place. Its tests are skipped where it is missing.
package enum SharedCase {
    private static let folder = TestOffice.root.resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("shared/cases")

    package static let areThere = FileManager.default.fileExists(atPath: folder.path)

    package static func data(_ name: String) throws -> Data { try file("tax/\(name).xml") }

    /// - Parameter path: relative, such as `bugs/daty.txt`.
    package static func file(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }

    /// - Parameter nip: replaces the file's NIP with that of the test's firm.
    package static func text(_ name: String, nip: (its: String, ours: String)? = nil) throws -> String {
        let text = String(decoding: try data(name), as: UTF8.self)
        return nip.map { text.replacing(">\($0.its)<", with: ">\($0.ours)<") } ?? text
    }
}
