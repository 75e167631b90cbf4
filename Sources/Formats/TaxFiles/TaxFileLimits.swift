/// The limits on the files that are read, which bound memory and time.
package struct TaxFileLimits: Sendable {
    /// The bytes of the file.
    package var bytes: Int
    /// The levels of nested elements.
    package var depth = 32
    /// The bytes between two `<`: a tag with the text after it. Limits names, attributes, comments and texts at once.
    package var text = 64 * 1024
    /// The attributes and namespaces of one element; the different names in the whole file.
    package var attributes = 64
    package var names = 10_000
    /// The fields of a declaration.
    package var fields = 20_000
    /// The bytes of a file that is also held in memory, to digest its canonical form and to check its signature.
    package var canonical = 2 * 1024 * 1024

    /// - Parameter bytes: the largest file; the ministry allows 200 GB, so the office sets its own limit.
    package init(bytes: Int) {
        self.bytes = bytes
    }
}
