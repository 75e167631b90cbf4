/// A JPK, a declaration or an UPO as bytes, and what it says. Nothing is fetched, no document type is read, nothing of
/// `DaneAutoryzujace` gets into any value.
package enum TaxFile: Equatable, Sendable {
    case file(FileSummary)
    case receipt(Receipt)
}

extension TaxFile {
    /// Reads a file once, from the first byte to the last: its summary with every row checked and counted, or the
    /// receipt that it is. Memory does not grow with the file.
    /// - Throws: ``TaxFileError``, the first that is met.
    package static func read(_ source: XMLSource, limits: TaxFileLimits) throws(TaxFileError) -> TaxFile {
        throw TaxFileError(.notSupported)
    }

    /// Reads a file again and hands over the rows of some of its parts, in the file's order, one at a time. Parts that
    /// the file lacks have no rows. A receipt has none at all.
    /// - Throws: ``TaxFileError``, or whatever `body` throws, which ends the reading.
    package static func forEachRow(
        of parts: Set<FilePart>, in source: XMLSource, limits: TaxFileLimits, _ body: (FileRow) throws -> Void
    ) throws {
        throw TaxFileError(.notSupported)
    }
}
