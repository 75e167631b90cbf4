import Formats
import Foundation

/// An uploaded file to import, or a ZIP of files. Of a ZIP only the files are kept, each as if it had been uploaded
/// alone.
package struct TaxFileBundle: Sendable {
    package struct File: Sendable {
        /// Without the folders of a ZIP.
        package let name: String
        fileprivate let entry: ZipEntry?
    }

    /// In the order of the archive; a single one for a plain file.
    package let files: [File]
    private let kept: AttachmentStore.Kept
    private let archive: ZipArchive?

    static let limits = ZipLimits(bytes: TaxImport.rules.limit, total: 5 * TaxImport.rules.limit)

    /// Opens a received file. Blocks on the disk.
    /// - Throws: `FileRefusal`, `ZipError`; then nothing is kept.
    package init(_ incoming: IncomingFile, in store: AttachmentStore) throws {
        let kept = try incoming.keep()
        self.kept = kept
        guard kept.type.kind == "ZIP" else {
            (archive, files) = (nil, [File(name: kept.name, entry: nil)])
            return
        }
        // An open archive does not need its name, so that in any case nothing of it stays.
        defer { store.remove(kept.key) }
        let archive = try ZipArchive(path: store.path(kept.key), limits: Self.limits)
        self.archive = archive
        files = archive.files.map { entry in
            let name = entry.name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? entry.name
            return File(name: name, entry: entry)
        }
    }

    /// Copies a file from elsewhere. Blocks on the disk.
    /// - Parameter copy: calls its argument with the bytes, in order.
    /// - Throws: also `FileTooLarge`.
    package init(
        named name: String, in store: AttachmentStore, copy: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        let incoming = try store.receive(named: name, within: TaxImport.rules)
        try copy { try incoming.write($0) }
        try self.init(incoming, in: store)
    }

    package var isZip: Bool { archive != nil }

    /// Reads one of the files. Blocks on the disk.
    /// - Throws: `TaxFileError`, `ZipError`, `FileRefusal`; then nothing of the file is kept.
    package func receive(_ file: File, in store: AttachmentStore) throws -> TaxImport.Received {
        guard let archive, let entry = file.entry else { return try TaxImport.receive(kept, in: store) }
        let incoming = try store.receive(named: file.name, within: TaxImport.rulesInZip)
        try archive.read(entry) { try incoming.write($0) }
        return try TaxImport.receive(try incoming.keep(), in: store)
    }
}
