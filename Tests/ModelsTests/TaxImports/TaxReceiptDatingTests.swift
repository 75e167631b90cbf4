import Dates
import Foundation
import Models
import TestSupport
import Testing

@Suite("The period of an UPO")
struct TaxReceiptDatingTests {
    private static let august = Period(month: 8, of: 2026)

    private static func date(_ receipt: TaxReceipt, _ period: Period?, _ office: TestOffice) async throws {
        let (ola, now, period) = (office.cast.ola, office.now, try #require(period))
        try await office.database.write { db in try receipt.date(db, period, by: ola, at: now) }
    }

    private static func printed(_ office: TestOffice) async throws -> [String] {
        try await office.texts("SELECT ifnull(fromOn || '/' || untilOn, '-') FROM printout WHERE kind = 'receipt'")
    }

    @Test("Is said by a person when its document is not here, may be corrected, and is written down once each time")
    func said() async throws {
        try await TestOffice.with { office in
            let upo = try await office.takeIn(TaxFileText.receipt()).found
            #expect(try await Self.printed(office) == ["-"])
            try await Self.date(office.receipt(upo), Period(year: 2025), office)
            for _ in 0..<2 { try await Self.date(office.receipt(upo), Self.august, office) }
            #expect(try await Self.printed(office) == ["2026-08-01/2026-08-31"])
            let receipt = try await office.receipt(upo)
            #expect(receipt.period == Self.august && receipt.datedBy == office.cast.ola)
            let bakery = office.cast.bakery
            let listed = try await office.database.read { try FirmPrintouts(of: bakery).page($0).rows }
            #expect(listed.map(\.period) == [Self.august] && listed.map(\.isInForce) == [true])
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'receiptDated'")
                    == ["import/\(upo.id)", "import/\(upo.id)"])
            let found = try await office.items(about: "2026-08-31/2026-09-30", as: office.cast.ola)
            #expect(found.map(\.found.id) == [upo.id] && found.first?.row.fromOn?.text == "2026-08-01")
            #expect(try await office.items(about: "2026-09-01/2026-09-30", as: office.cast.ola).isEmpty)
        }
    }

    @Test("Is its document's as soon as that is here, whatever was said, and then nobody says it")
    func document() async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            let upo = try await office.takeIn(TaxFileText.receipt(of: document)).found
            try await Self.date(office.receipt(upo), Self.august, office)
            _ = try await office.takeIn(document)
            #expect(try await Self.printed(office) == ["2026-02-01/2026-02-28"])
            let receipt = try await office.receipt(upo)
            await #expect(throws: Invalid.self) { try await Self.date(receipt, Self.august, office) }
        }
    }
}
