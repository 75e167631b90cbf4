/// The contents of a JPK, a declaration or an UPO. Nothing is fetched, no document type is read, and nothing of
/// `DaneAutoryzujace` gets into any value.
package enum TaxFile: Equatable, Sendable {
    case file(FileSummary)
    case receipt(Receipt)
}

extension TaxFile {
    /// Parses a file in one pass: its summary with every row checked and counted, or the receipt that it is. Memory
    /// does not grow with the file.
    /// - Throws: ``TaxFileError`` for the first error.
    package static func read(_ source: XMLSource, limits: TaxFileLimits) throws(TaxFileError) -> TaxFile {
        let (root, input) = try pass(over: source, limits: limits, sink: nil)
        let bytes = input.kept.map(FileDigests.init(of:)) ?? FileDigests(sha256: input.sha256())
        switch try root.result() {
        case .file(let reader):
            let digests = DocumentDigests(
                size: input.count, ofBytes: bytes, kept: input.kept, place: root.place, isEnclosed: root.isEnclosed)
            return .file(try reader.summary(digests: digests))
        case .receipt(let reader):
            let receipt = reader.receipt(
                of: input.kept, isSigned: root.isSigned, signedAt: (root.signedAt, root.signedAtText),
                size: input.count, digests: bytes)
            guard let receipt else { throw TaxFileError(.missing, element: "Potwierdzenie") }
            return .receipt(receipt)
        }
    }

    /// Parses a file again and calls `body` with the rows of some of its parts, in the file's order, one at a time.
    /// Parts that the file lacks have no rows, nor has a receipt.
    /// - Throws: ``TaxFileError``, or an error of `body`, which ends the reading.
    package static func forEachRow(
        of parts: Set<FilePart>, in source: XMLSource, limits: TaxFileLimits, _ body: (FileRow) throws -> Void
    ) throws {
        try withoutActuallyEscaping(body) { body in
            let sink = RowSink(parts, body)
            do {
                _ = try pass(over: source, limits: limits, sink: sink).root.result()
            } catch {
                throw sink.failure ?? error
            }
        }
    }

    private static func pass(over source: XMLSource, limits: TaxFileLimits, sink: RowSink?) throws(TaxFileError)
        -> (root: RootReader, input: XMLInput)
    {
        let root = RootReader(sink: sink)
        let stream = XMLStream(XMLInput(source, limits: limits), limits: limits, handler: root)
        try stream.read()
        return (root, stream.input)
    }
}
