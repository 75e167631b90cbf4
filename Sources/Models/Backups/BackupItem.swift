/// One file of a backup.
package struct BackupItem: Codable, Equatable, Sendable {
    /// Relative to the backup's folder and to the data folder alike: `files/ab/ab12…`.
    package let path: String
    /// In bytes; `nil` when it is known only afterwards.
    package let size: Int64?
    /// The SHA-256 in the file's row, in hexadecimal digits; `nil` for a file without a row.
    package let sha256: String?

    static let database = "office.sqlite"
    static let settings = "skrytka.conf"

    init(database path: String) { self.init(path: Self.database, size: FileBytes.size(path)) }

    package init(path: String, size: Int64? = nil, sha256: String? = nil) {
        self.path = path
        self.size = size
        self.sha256 = sha256
    }

    /// Whether a backup can contain this path. Prevents writing outside of the folder.
    var isProper: Bool {
        if path == Self.database || path == Self.settings { return true }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "files" && parts[2].count >= 32 && parts[2].hasPrefix(parts[1])
            && parts[1].count == 2 && parts[2].utf8.allSatisfy { $0.isHexadecimal }
    }

    /// The key of a stored file; `nil` for other files.
    var key: String? { path.hasPrefix("files/") ? path.split(separator: "/").last.map(String.init) : nil }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}

/// Receives the contents of a backup, file after file.
package protocol BackupSink {
    func begin(_ item: BackupItem) throws
    func write(_ bytes: UnsafeRawBufferPointer) throws
    func end() throws
    /// Called instead of the three above when the office lacks the file's bytes.
    func missing(_ item: BackupItem, because reason: String) throws
}
