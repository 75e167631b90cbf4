import Formats
import Foundation
import Printouts

/// What is to be printed: the imported file, read again from the disk as often as the pages need it.
struct PrintoutSheet: Sendable {
    /// The bytes are not those that were taken in.
    struct SourceChanged: Error {}

    let printout: ReachablePrintout
    let frame: PrintoutFrame
    /// Where the imported bytes are.
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
    /// The part of the file that it is of; nothing for a receipt, which is printed whole.
    fileprivate var part: FilePart? {
        switch self {
        case .vatDeclaration: .declaration
        case .receipt: nil
        default: FilePart(rawValue: rawValue)
        }
    }
}
