/// Why a ZIP archive, or one file in it, is not unpacked. Codes, no sentences.
package struct ZipError: Error, Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        // The archive.
        /// No archive, or one that contradicts itself; one without a file.
        case damaged, empty
        /// More files, or more bytes in all, than are unpacked.
        case tooManyFiles, tooMuch
        /// Files so dense, or so much on top of each other, that only a trap is made like that.
        case trap

        // One file in it.
        case locked, unknownMethod, damagedFile, tooLargeFile
    }

    package let reason: Reason
    /// The name of the file in the archive; empty where it is about the archive.
    package let file: String

    package init(_ reason: Reason, file: String = "") {
        self.reason = reason
        self.file = file
    }
}

/// The most that is unpacked.
package struct ZipLimits: Sendable {
    package var files = 2_000
    /// Bytes of one file; of all together.
    package var bytes: Int64
    package var total: Int64
    /// How many bytes may come out of one. XML of the ministry gives 10 to 30, DEFLATE can 1,032.
    package var density: Int64 = 250

    package init(bytes: Int64, total: Int64) {
        self.bytes = bytes
        self.total = total
    }
}
