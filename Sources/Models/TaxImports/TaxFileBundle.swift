import Formats
import Foundation

/// A file, or a ZIP of files, handed over in one piece to be taken in. Of a ZIP only the files are kept, each
/// as if it had come alone.
package struct TaxFileBundle: Sendable {
    package struct File: Sendable {
        /// In a ZIP without its folders.
        package let name: String
        fileprivate let entry: ZipEntry?
    }

    /// In the order of the archive; one, where it is none.
    package let files: [File]
    private let kept: AttachmentStore.Kept
    private let archive: ZipArchive?

    static let limits = ZipLimits(bytes: TaxImport.rules.limit, total: 5 * TaxImport.rules.limit)

    /// Looks into what was received. Waits for the disk.
    /// - Throws: `FileRefusal`, `ZipError`; then nothing is kept.
    package init(_ incoming: IncomingFile, in store: AttachmentStore) throws {
        let kept = try incoming.keep()
        self.kept = kept
        guard kept.type.kind == "ZIP" else {
            (archive, files) = (nil, [File(name: kept.name, entry: nil)])
            return
        }
        // Once it is open its name is not needed, and whatever happens nothing of it stays.
        defer { store.remove(kept.key) }
        let archive = try ZipArchive(path: store.path(kept.key), limits: Self.limits)
        self.archive = archive
        files = archive.files.map { entry in
            let name = entry.name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? entry.name
            return File(name: name, entry: entry)
        }
    }

    /// A copy of a file from elsewhere. Waits for the disk.
    /// - Parameter copy: hands over the bytes, in their order.
    /// - Throws: also `FileTooLarge`.
    package init(
        named name: String, in store: AttachmentStore, copy: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        let incoming = try store.receive(named: name, within: TaxImport.rules)
        try copy { try incoming.write($0) }
        try self.init(incoming, in: store)
    }

    package var isZip: Bool { archive != nil }

    /// Reads one of the files. Waits for the disk.
    /// - Throws: `TaxFileError`, `ZipError`, `FileRefusal`; then nothing of it is kept.
    package func receive(_ file: File, in store: AttachmentStore) throws -> TaxImport.Received {
        guard let archive, let entry = file.entry else { return try TaxImport.receive(kept, in: store) }
        let incoming = try store.receive(named: file.name, within: TaxImport.rulesInZip)
        try archive.read(entry) { try incoming.write($0) }
        return try TaxImport.receive(try incoming.keep(), in: store)
    }
}
