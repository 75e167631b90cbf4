import Foundation
import Secrets

/// Computes a digest of each part's contents: two exports of the same rows have the same one, whenever they were made.
/// Amounts and days are hashed as values, whatever their notation.
struct PartContents {
    private var streams: [FilePart: DigestStream] = [:]
    private var buffer: [UInt8] = []

    /// - Parameter entry: the journal entry that contains a posting.
    mutating func add(_ record: Record, to part: FilePart, in entry: Int) {
        buffer.removeAll(keepingCapacity: true)
        if part == .ledgerAccounts { append(Int64(entry)) }
        for slot in record.slots where record.reader.table.slots[slot].isPresent {
            append(record.reader.table.names[slot])
            switch record.reader.table.children[slot].content {
            case .amount, .whole, .number, .day: append(record.reader.table.slots[slot].value)
            case .text, .moment, .systemCode: record.reader.bytes(at: slot) { append($0) }
            case .group: break
            }
        }
        digest(part)
    }

    mutating func add(_ field: DeclarationField, to part: FilePart) {
        buffer.removeAll(keepingCapacity: true)
        for name in field.path + [field.element, field.text] { append(name) }
        digest(part)
    }

    /// For a part without rows, the digest of no bytes.
    func digests(of parts: some Collection<FilePart>) -> [FilePart: Data] {
        Dictionary(
            uniqueKeysWithValues: parts.map { ($0, (streams[$0] ?? DigestStream(.sha256)).finish()) })
    }

    private mutating func append(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        buffer.append(0)
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.append(contentsOf: bytes)
        buffer.append(0)
    }

    private mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func digest(_ part: FilePart) {
        let stream = streams[part] ?? DigestStream(.sha256)
        streams[part] = stream
        buffer.withUnsafeBytes { stream.update($0) }
    }
}

extension Shape.Role {
    /// The part to which rows or groups of this role belong.
    var part: FilePart? {
        switch self {
        case .declaration: .declaration
        case .sale: .vatSales
        case .purchase: .vatPurchases
        case .ledgerYear, .stockTaking, .ledgerRow: .taxLedger
        case .revenueRow: .revenue
        case .asset: .fixedAssets
        case .balance: .trialBalance
        case .counterparty, .journal: .journal
        case .posting: .ledgerAccounts
        case .differences: .taxDifferences
        case .header, .person, .firm, .taxpayer, .declarationHeader, .saleControl, .purchaseControl, .ledgerControl,
            .revenueControl, .assetControl, .journalControl, .postingControl, .booksControl, .receipt:
            nil
        }
    }
}
