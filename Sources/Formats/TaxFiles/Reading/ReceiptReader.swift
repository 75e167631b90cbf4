import Foundation

/// Reads an UPO's fields.
final class ReceiptReader: RecordConsumer {
    private let schemaVersion: String?
    private var fields: Receipt?

    init(schemaVersion: String?) {
        self.schemaVersion = schemaVersion
    }

    func take(_ field: DeclarationField) {}

    func take(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        let isAccepted: Bool
        switch record.text("Przyjeto") {
        case "true", "1": isAccepted = true
        case "false", "0": isAccepted = false
        case let other:
            throw TaxFileError(
                .wrongValue, line: stream.line, element: "Przyjeto", detail: other.beginning(40))
        }
        let mistakes = record.slot("Blad").flatMap { record.reader.repeated[$0] } ?? []
        let second = Receipt.Party(nip: record.optional("NIP2"), pesel: record.optional("PESEL2"), other: nil)
        let first = Receipt.Party(
            nip: record.optional("NIP1").map(Taxpayer.digits), pesel: record.optional("PESEL1").map(Taxpayer.digits),
            other: record.optional("NumerIdentyfikacyjny"))
        fields = Receipt(
            receiver: record.text("NazwaPodmiotuPrzyjmujacego"), reference: record.text("NumerReferencyjny"),
            documentDigest: record.text("SkrotDokumentu"), submissionDigest: record.text("SkrotZlozonejStruktury"),
            schema: record.text("NazwaStrukturyLogicznej"), receivedAt: record.moment("DataWplyniecia") ?? .distantPast,
            receivedAtText: record.text("DataWplyniecia"), timeStamp: record.text("StempelCzasu"), first: first,
            second: second.nip ?? second.pesel == nil ? nil : second, officeCode: record.text("KodUrzedu"),
            form: record.text("KodFormularza"), isAccepted: isAccepted, mistakes: mistakes,
            schemaVersion: schemaVersion, signedAt: nil, signature: .unsigned, weaknesses: [], size: 0,
            ofBytes: FileDigests(sha256: Data()))
    }

    /// Returns the receipt, with the facts that are known only after the whole file was read; `nil` when there was
    /// none.
    /// - Parameter kept: the file's bytes; `nil` when it was too large to be held in memory.
    func receipt(of kept: Data?, isSigned: Bool, signedAt: (Date?, String?), size: Int, digests: FileDigests)
        -> Receipt?
    {
        guard var receipt = fields else { return nil }
        let moments = [receipt.receivedAt, signedAt.0].compactMap(\.self).filter { $0 > .distantPast }
        let check = SignatureCheck(of: kept, isSigned: isSigned, at: moments)
        (receipt.signature, receipt.weaknesses) = (check.state, check.weaknesses)
        (receipt.signedAt, receipt.signedAtText) = signedAt
        (receipt.size, receipt.ofBytes) = (size, digests)
        return receipt
    }
}
