import Dates
import Formats
import Foundation
import Printouts

/// Prints a JPK_PKPIR three times, reading included, and reports of the fastest: pages, seconds, peak memory in KB.
enum Printing {
    struct NoLedger: Error {}

    static func measure(_ path: String) throws -> String {
        let limits = TaxFileLimits(bytes: 1 << 30)
        let content = try reading(path) { try TaxFile.read($0, limits: limits) }
        guard case .file(let summary) = content else { throw NoLedger() }
        let ledger = Ledger(summary, frame: frame(summary)) { parts, body in
            try reading(path) { try TaxFile.forEachRow(of: parts, in: $0, limits: limits, body) }
        }
        let writer = PDFWriter()
        var (pages, seconds) = (0, Double.infinity)
        for _ in 0..<3 {
            let start = Date()
            pages = try writer.print(try ledger.document(of: .taxLedger)) { _ in }
            seconds = min(seconds, Date().timeIntervalSince(start))
        }
        return "\(pages) \(seconds) \(try peakMemory())"
    }

    /// Reads the peak memory of this program alone; `getrusage` includes the program that started it.
    private static func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    private static func reading<Value>(_ path: String, _ body: (XMLSource) throws -> Value) throws -> Value {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return try body(XMLSource(descriptor: file.fileDescriptor))
    }

    private static func frame(_ summary: FileSummary) -> PrintoutFrame {
        let words = FrameWords(
            direction: .leftToRight, firm: "Firm", taxIdentifier: "NIP", period: "Period", madeOn: "Made on",
            pages: "Page {page} of {pages}", informational: "Copy", source: "SHA-256")
        return PrintoutFrame(
            words: words, firm: summary.taxpayer.name, taxIdentifier: summary.taxpayer.nip ?? "", period: "2026",
            office: "Bench", madeAt: Date(timeIntervalSince1970: 0), madeOn: "", sourceDigest: "")
    }
}
