/// What is read at most. A file is somebody's, and everything is held in memory only as far as these say.
package struct TaxFileLimits: Sendable {
    /// Bytes of the file.
    package var bytes: Int
    /// Elements inside of each other.
    package var depth = 32
    /// Bytes between two `<`: a tag with the text behind it. Bounds names, attributes, comments and texts at once.
    package var text = 64 * 1024
    /// Attributes and namespaces of one element; different names in the whole file.
    package var attributes = 64
    package var names = 10_000
    /// Fields of a declaration.
    package var fields = 20_000
    /// Bytes of a file that is also held in memory, to digest its canonical form and to check its signature.
    package var canonical = 2 * 1024 * 1024

    /// - Parameter bytes: how large a file may be; by the ministry's rules 200 GB, so the office says.
    package init(bytes: Int) {
        self.bytes = bytes
    }
}
