import Dates
import Foundation
import Testing

@testable import Formats
@testable import Printouts

/// A file outside of the project, read in place. Its tests are skipped where it is missing.
struct SharedFile {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/formats")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)

    private static let limits = TaxFileLimits(bytes: 1 << 24)

    let data: Data
    let content: TaxFile

    init(_ path: String) throws {
        data = try Data(contentsOf: Self.folder.appendingPathComponent(path))
        content = try TaxFile.read(XMLSource(data), limits: Self.limits)
    }

    func paper(_ part: FilePart, _ words: FrameWords = Samples.polish) throws -> Paper {
        guard case .file(let summary) = content else { throw PrintoutError.wrongKind }
        let frame = Samples.frame(
            words, firm: summary.taxpayer.name, taxIdentifier: summary.taxpayer.nip ?? "",
            period: "\(summary.period.from.text) – \(summary.period.until.text)")
        let ledger = Ledger(summary, frame: frame) { parts, body in
            try TaxFile.forEachRow(of: parts, in: XMLSource(data), limits: Self.limits, body)
        }
        return try Paper(ledger.document(of: part))
    }
}
