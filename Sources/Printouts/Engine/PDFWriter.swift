import CPango
import Foundation
import Synchronization

/// Prints documents. One writer serves all threads; each printing takes a typesetter from a pool, because loading fonts
/// takes longer than printing a page.
package final class PDFWriter: Sendable {
    /// A typesetter in the pool.
    private struct Idle: @unchecked Sendable {
        let typesetter: Typesetter
    }

    private let idleTypesetters = Mutex<[Idle]>([])
    private static let kept = 4

    package init() {}

    /// Writes a document as PDF, piece by piece, and returns the number of its pages. Memory does not grow with the
    /// number of rows; `rows` is called two or three times.
    /// - Parameter told: called before each page is drawn, with the number of finished pages and of all.
    /// - Throws: ``PrintoutError``, or an error of the rows or the sink.
    @discardableResult
    package func print(
        _ document: Document, telling told: @escaping (_ pages: Int, _ all: Int) -> Void = { _, _ in },
        to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        let typesetter = try idleTypesetters.withLock { $0.popLast()?.typesetter } ?? Typesetter()
        let plan = try PagePlan(document, typesetter)
        let count = try Flow(plan, typesetter: typesetter)
        try count.run()
        let canvas = Canvas(page: count.page, typesetter: typesetter, sink: sink)
        canvas.describe(Self.metadata(document))
        let detail = TagDetail(rows: count.rows)
        let drawing = try Flow(
            plan.after(count), typesetter: typesetter, canvas: canvas, pages: count.number, detail: detail)
        drawing.told = told
        try drawing.run()
        try canvas.finish()
        // After an error the typesetter is dropped, with its pending glyphs.
        typesetter.clear()
        let idle = Idle(typesetter: typesetter)
        idleTypesetters.withLock { if $0.count < Self.kept { $0.append(idle) } }
        return count.number
    }

    /// Does the same in memory: for printouts of a few pages, and tests.
    package func data(_ document: Document) throws -> Data {
        let bytes = Bytes()
        try print(document) { bytes.data.append(contentsOf: $0) }
        return bytes.data
    }

    private final class Bytes {
        var data = Data()
    }

    private static func metadata(_ document: Document) -> [(cairo_pdf_metadata_t, String)] {
        let frame = document.frame
        return [
            (CAIRO_PDF_METADATA_TITLE, "\(document.title) – \(frame.firm)"),
            (CAIRO_PDF_METADATA_AUTHOR, frame.office),
            (CAIRO_PDF_METADATA_SUBJECT, [document.subject, frame.period].joined(separator: ", ")),
            (CAIRO_PDF_METADATA_CREATOR, "Skrytka"),
            (CAIRO_PDF_METADATA_CREATE_DATE, frame.madeAt.formatted(.iso8601)),
        ]
    }
}
