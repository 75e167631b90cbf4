@testable import Dates
import Foundation

@testable import Formats
@testable import Printouts

extension Samples {
    static let revenueRows: [FileRow] = [
        revenue("1", Day(2026, 1, 15), "A/1/2026", [(120, 1_400_000)], "9999999999"),
        revenue("2", Day(2026, 1, 31), "A/2/2026", [(85, 250_050), (30, 0)], nil),
        revenue("3", Day(2026, 2, 28), "RF 02/2026", [(30, 64_000)], nil),
        revenue("4", Day(2026, 3, 20), "AK/1/2026", [(120, -50_000)], "9999999999"),
    ]

    private static func revenue(
        _ number: String, _ day: Day, _ document: String, _ amounts: [(Int, Int64)], _ taxNumber: String?
    ) -> FileRow {
        var row = RevenueRow(
            number: number, enteredOn: day, earnedOn: day, document: document,
            amounts: amounts.map { .init(rate: RevenueRate(tenths: $0.0), amount: $0.1) },
            total: amounts.reduce(0) { $0 + $1.1 })
        (row.country, row.taxNumber) = (taxNumber.map { _ in "PL" }, taxNumber)
        return .revenue(row)
    }

    static let vatSaleRows: [FileRow] = [
        vatSale(
            "1", "FV/2026/07/001", .ksef("1111111111-20260703-1A0000000001-AB"), nil, [.k19: 1_200_000, .k20: 276_000]),
        vatSale("2", "FV/2026/07/002", .outside, nil, [.k15: 840_050, .k16: 42_003]),
        vatSale("3", "FP/1", .other, "FP", [.k19: 10_000, .k20: 2_300]),
        vatSale("4", "RF 07/2026", .other, "RO", [.k17: 300_000, .k18: 24_000, .k12: 50_000, .k11: 70_000]),
        vatSale("5", "WNT/1", .offline, "WEW", [.k23: 200_000, .k24: 46_000, .k35: 6_000]),
    ]

    private static func vatSale(
        _ number: String, _ document: String, _ proof: InvoiceProof, _ type: String?, _ amounts: [VATSaleColumn: Int64]
    ) -> FileRow {
        var row = VATSaleRow(
            number: number, taxNumber: number == "4" ? "BRAK" : "9999999999", name: "WZORCOWA TESTOWA SP. Z O.O.",
            document: document, issuedOn: Day(2026, 7, 3), marks: number == "1" ? ["GTU_12", "TP"] : [],
            isBadDebt: false, amounts: amounts)
        (row.proof, row.documentType) = (proof, type)
        return .vatSale(row)
    }

    static let vatPurchaseRows: [FileRow] = [
        ("1", "FA/778/2026", [VATPurchaseColumn.k42: Int64(600_000), .k43: 138_000]),
        ("2", "15/07/2026", [.k40: 400_000, .k41: 92_000]), ("3", "K/1", [.k44: -1_000]),
    ].map { number, document, amounts in
        var row = VATPurchaseRow(
            number: number, taxNumber: "4444444444", name: "MŁYN PRZYKŁADOWY S.A.", document: document,
            boughtOn: Day(2026, 7, 2), marks: ["IMP"], amounts: amounts)
        row.proof = .outside
        return .vatPurchase(row)
    }

    static let booksRows: [FileRow] =
        [
            balance("130", "Rachunek bankowy", "130", (5_000_000, 0), (1_230_000, 369_000), (5_861_000, 0)),
            balance("200", "Rozrachunki z odbiorcami", "200", (0, 0), (1_230_000, 1_230_000), (0, 0)),
            balance("200-1", "Piekarnia Testowa", "200", (0, 0), (1_230_000, 1_230_000), (0, 0)),
            balance("700", "Sprzedaż usług", "700", (0, 0), (0, 1_000_000), (0, 999_999)),
            balance("800", "Kapitał zakładowy", "800", (0, 5_000_000), (0, 0), (0, 5_000_000)),
        ] + [
            journal("1/SP/06/2026", "S/1/06/2026", Day(2026, 6, 8), "Sprzedaż usług doradczych", 1_230_000),
            posting("1/SP/06/2026", "200-1", .debit, 1_230_000), posting("1/SP/06/2026", "700", .credit, 1_000_000),
            posting("1/SP/06/2026", "221", .credit, 230_000),
            journal("1/WB/06/2026", "WB 6/2026", Day(2026, 6, 25), "Zapłata od odbiorcy", 1_230_000),
            posting("1/WB/06/2026", "130", .debit, 1_230_000), posting("1/WB/06/2026", "200-1", .credit, 1_230_000),
            journal("2/WB/06/2026", "WB 6/2026", Day(2026, 6, 26), "Zapłata dostawcy", 369_000),
            posting("2/WB/06/2026", "130", .credit, 369_000),
        ]

    private typealias Sides = (Int64, Int64)

    private static func balance(
        _ account: String, _ name: String, _ parent: String, _ opening: Sides, _ turnover: Sides, _ closing: Sides
    ) -> FileRow {
        let pairs = [opening, turnover, closing].map { BalanceRow.Pair(debit: $0.0, credit: $0.1) }
        return .balance(
            BalanceRow(
                account: account, name: name, parent: parent, opening: pairs[0], turnover: pairs[1],
                turnoverToDate: pairs[1], closing: pairs[2], markers: []))
    }

    private static func journal(
        _ entry: String, _ document: String, _ day: Day, _ event: String, _ amount: Int64
    ) -> FileRow {
        .journal(
            JournalEntry(
                entry: entry, journal: "Księga główna", document: document, documentType: "Faktura", happenedOn: day,
                documentedOn: day, bookedOn: day, bookedBy: "E. Testowa", event: event, amount: amount))
    }

    private static func posting(
        _ entry: String, _ account: String, _ side: LedgerPosting.Side, _ amount: Int64
    ) -> FileRow {
        .posting(LedgerPosting(entry: entry, line: "1", account: account, side: side, amount: amount))
    }

    /// Two journals that number their entries from 1, as in `JPK_KR_PD`, whose entries contain their postings.
    static let nestedRows: [FileRow] =
        [
            nested(1, "S/1", Day(2026, 6, 8), "Sprzedaż"), nested(1, "200", .debit, 1_230_000),
            nested(1, "221", .credit, 230_000), nested(1, "700", .credit, 1_000_000),
            nested(2, "Z/1", Day(2026, 6, 25), "Zakup"), nested(2, "402", .debit, 5_000),
            nested(2, "200", .credit, 5_000), nested(3, "K/1", Day(2026, 6, 26), "Koszty"),
            nested(3, "130", .credit, 10_000),
        ] + (401...404).map { nested(3, "\($0)", .debit, 2_500) }

    private static func nested(_ place: Int, _ document: String, _ day: Day, _ event: String) -> FileRow {
        .journal(
            JournalEntry(
                place: place, entry: "1", journal: "D\(place)", document: document, documentType: "Faktura",
                happenedOn: day, documentedOn: day, bookedOn: day, bookedBy: "E. Testowa", event: event, amount: 0))
    }

    private static func nested(
        _ place: Int, _ account: String, _ side: LedgerPosting.Side, _ amount: Int64
    ) -> FileRow {
        .posting(LedgerPosting(place: place, entry: "1", line: "1", account: account, side: side, amount: amount))
    }

    static func fields(_ fields: [(String, String)], path: [String] = []) -> [FileRow] {
        fields.map { element, text in
            let amount = Double(text).map { Int64(($0 * 100).rounded()) }
            return .field(DeclarationField(element: element, path: path, text: text, amount: amount))
        }
    }

    static let receipt: Receipt = {
        let nothing = FileDigests(sha256: Data())
        return Receipt(
            receiver: "Ministerstwo Finansów", reference: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            documentDigest: "XMQfB6tyQwHLBqRcipzWR/xcXU1bL38AUguTL5mWI6Y=",
            submissionDigest: "PCo5NQjfWfYYrb6WSzPz6zH8CX3u4hInm3Z9lP9yxUo=", schema: "JPK_V7M(3)_v1-0E.xsd",
            receivedAt: Date(timeIntervalSince1970: 1_787_222_096), receivedAtText: "2026-08-20T12:34:56.789+02:00",
            timeStamp: "c3ludGhldGljIHRpbWUgc3RhbXAsIG5vdCBhIHJlYWwgb25l",
            first: .init(nip: "1111111111", pesel: nil, other: nil), second: nil, officeCode: "1435",
            form: "JPK_V7M (3)", isAccepted: true, mistakes: [], schemaVersion: "6.0",
            signedAt: Date(timeIntervalSince1970: 1_787_222_102), signature: .intact, weaknesses: [],
            size: 880, ofBytes: nothing)
    }()
}
