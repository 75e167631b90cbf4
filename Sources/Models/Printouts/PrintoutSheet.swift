import Formats
import Foundation
import Printouts

/// The source of a printout: the imported file, read from the disk as often as the pages need it.
struct PrintoutSheet: Sendable {
    /// Thrown when the bytes differ from those imported.
    struct SourceChanged: Error {}

    let printout: ReachablePrintout
    let frame: PrintoutFrame
    /// The path of the imported bytes.
    let source: String

    /// - Throws: `TaxFileError`, `PrintoutError`, ``SourceChanged``.
    func document() throws -> Document {
        let limits = TaxFileLimits(bytes: Int(printout.sourceSize))
        let file = try TaxImport.read(at: source, limit: printout.sourceSize)
        guard TaxFileFacts(file).sha256 == printout.sourceDigest else { throw SourceChanged() }
        switch file {
        case .receipt(let receipt):
            return ReceiptPrintout.document(receipt, frame: frame)
        case .file(let summary):
            guard let part = printout.kind.part else { throw PrintoutError.wrongKind }
            let ledger = Ledger(summary, frame: frame) { parts, body in
                try TaxImport.open(source) { try TaxFile.forEachRow(of: parts, in: $0, limits: limits, body) }
            }
            return try ledger.document(of: part)
        }
    }
}

extension Printout.Kind {
    /// The part of the file to print; `nil` for a receipt, which is printed whole.
    fileprivate var part: FilePart? {
        switch self {
        case .vatDeclaration: .declaration
        case .receipt: nil
        default: FilePart(rawValue: rawValue)
        }
    }
}
