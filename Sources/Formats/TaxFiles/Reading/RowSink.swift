/// Passes rows to the caller's closure. An error that the closure throws ends the reading and is rethrown unchanged.
final class RowSink {
    private let parts: Set<FilePart>
    private let body: (FileRow) throws -> Void
    private(set) var failure: (any Error)?

    init(_ parts: Set<FilePart>, _ body: @escaping (FileRow) throws -> Void) {
        self.parts = parts
        self.body = body
    }

    func wants(_ part: FilePart) -> Bool { parts.contains(part) }

    func put(_ row: FileRow) throws(TaxFileError) {
        do {
            try body(row)
        } catch {
            failure = error
            throw TaxFileError(.unreadable)
        }
    }
}
