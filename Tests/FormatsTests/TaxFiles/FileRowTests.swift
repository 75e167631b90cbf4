import Dates
import Foundation
import Testing

@testable import Formats

@Suite("The rows of a tax file")
struct FileRowTests {
    @Test("Of the newer tax ledger have its two new fields, and the farmer's columns")
    func newTaxLedger() throws {
        let rows = try TaxFixture.rows("jpk_pkpir_3")
        let full = KPiRRow(
            number: "1", day: Day.on("2026-01-05"), ksefNumber: "4444444444-20260105-000000000001-0A",
            document: "FA/1", country: "PL", taxNumber: "4444444444", name: "MŁYN", address: "Młyńska 1",
            event: "Zakup", sales: 100, otherRevenue: 200, revenue: 300, farmRevenue: nil, goods: 400,
            purchaseCosts: 500, wages: 600, otherExpenses: 700, expenses: 1300, farmExpenses: nil, free: 800,
            researchText: "Badania", research: 900, remarks: "Uwaga")
        #expect(rows.count == 3 && rows[1] == .taxLedger(full))
        #expect(rows[0] == .stockTaking(StockTaking(day: Day.on("2026-06-30"), value: 180_000)))
        guard case .taxLedger(let farm) = rows[2] else { return #expect(Bool(false)) }
        #expect(farm.farmRevenue == 1111 && farm.farmExpenses == 222)
        // A missing amount is nil, not 0.
        #expect(farm.revenue == nil && farm.sales == nil && farm.remarks == nil && farm.ksefNumber == nil)
    }

    @Test("Of the older tax ledger are the same values by other numbers")
    func oldTaxLedger() throws {
        guard case .taxLedger(let row) = try TaxFixture.rows("jpk_pkpir_2").last else { return #expect(Bool(false)) }
        #expect(row.document == "FA/1" && row.name == "MŁYN" && row.address == "Młyńska 1" && row.event == "Zakup")
        #expect(row.sales == 100 && row.free == 800 && row.research == 900 && row.remarks == "Uwaga")
        #expect(row.ksefNumber == nil && row.taxNumber == nil)
    }

    @Test(
        "Of the revenue register have an amount for each rate of their year",
        arguments: [
            ("jpk_ewp_3", [170, 150, 140, 125, 120, 100, 85, 55, 30], [1, 2, 3, 4, 5, 6, 7, 8, 9], "Uwaga"),
            ("jpk_ewp_2", [170, 150, 125, 100, 85, 55, 30], [1, 2, 3, 4, 5, 6, 7], "Uwaga"),
            ("jpk_ewp_1", [200, 170, 85, 55, 30, 100], [1, 2, 3, 4, 5, 0.5], "2018-12-05"),
            ("jpk_ewp_4", [125], [-500], "Korekta"),
        ] as [(String, [Int], [Double], String)]
    )
    func revenue(name: String, tenths: [Int], złoty: [Double], remarks: String) throws {
        guard case .revenue(let row) = try TaxFixture.rows(name, .revenue).first else { return #expect(Bool(false)) }
        #expect(row.amounts.map(\.rate.tenths) == tenths)
        #expect(row.amounts.map(\.amount) == złoty.map { Int64($0 * 100) })
        #expect(row.remarks == remarks && row.document == "A/1")
        // In the first variant, the rate of 10 % follows the total.
        #expect(
            row.total
                == row.amounts.filter { name != "jpk_ewp_1" || $0.rate.tenths != 100 }.reduce(0) { $0 + $1.amount })
        #expect((row.ksefNumber != nil) == (name == "jpk_ewp_4"))
    }

    @Test("Of the list of fixed assets are its fields as written, and what of them are amounts")
    func assets() throws {
        guard case .fixedAsset(let asset) = try TaxFixture.rows("jpk_ewp_3", .fixedAssets).first else {
            return #expect(Bool(false))
        }
        #expect(asset.fields.first == .init(element: "KW_1", text: "1", amount: nil))
        #expect(
            asset.fields.last == .init(element: "KW_10B", text: "Sprzedaż", amount: nil) && asset.fields.count == 11)
    }

    @Test("Of the register of sales have columns, marks, and how the invoice stands to KSeF")
    func sales() throws {
        let rows = try TaxFixture.rows("jpk_v7m_3", .vatSales)
        guard rows.count == 3, case .vatSale(let first) = rows[0], case .vatSale(let second) = rows[1],
            case .vatSale(let third) = rows[2]
        else { return #expect(Bool(false)) }
        #expect(
            first.proof == .ksef("1111111111-20260203-1A0000000001-AB") && first.marks == ["GTU_01", "WSTO_EE", "TP"])
        #expect(first.issuedOn == Day.on("2026-02-03") && first.soldOn == Day.on("2026-02-02"))
        #expect(first.amounts == [.k10: 10000, .k11: 5050, .k19: 100_000, .k20: 23000, .k35: 100, .k360: 200])
        #expect(
            second.country == "DE" && second.documentType == "RO" && second.proof == .offline && second.soldOn == nil)
        #expect(second.isBadDebt && second.dueOn == Day.on("2026-01-02") && second.paidOn == nil)
        #expect(second.amounts[.k16] == -1000 && second.amounts[.margin] == 1234)
        #expect(!third.counts && second.counts && third.proof == .outside && third.taxNumber == "BRAK")
    }

    @Test("Of the older registers have the marks of their time, and no proof")
    func oldSales() throws {
        guard case .vatSale(let first) = try TaxFixture.rows("jpk_v7m_1", .vatSales).first,
            case .vatSale(let older) = try TaxFixture.rows("jpk_vat_3", .vatSales).first
        else { return #expect(Bool(false)) }
        #expect(first.proof == nil && first.marks == ["GTU_01", "EE", "TP", "MPP"])
        #expect(older.address == "Wzorowo 1" && older.amounts[.k39] == 100 && older.marks.isEmpty)
    }

    @Test("Of the register of purchases have columns and marks")
    func purchases() throws {
        guard case .vatPurchase(let row) = try TaxFixture.rows("jpk_v7m_3", .vatPurchases).first,
            case .vatPurchase(let older) = try TaxFixture.rows("jpk_vat_3", .vatPurchases).first
        else { return #expect(Bool(false)) }
        #expect(row.documentType == "MK" && row.marks == ["IMP"] && row.proof == .other)
        #expect(row.amounts == [.k40: 1000, .k41: 230, .k42: 200_000, .k43: 46000, .k44: -130, .margin: 500])
        #expect(row.receivedOn == Day.on("2026-02-06"))
        #expect(older.amounts == [.k43: 1000, .k44: 230, .k45: 10000, .k46: 2300, .k47: -100])
    }

    @Test(
        "Of books are accounts, journal entries and postings, whichever structure has them",
        arguments: ["jpk_kr_1", "jpk_kr_pd_1"])
    func books(name: String) throws {
        let rows = try TaxFixture.rows(name, .trialBalance, .journal, .ledgerAccounts)
        guard case .balance(let account) = rows.first(where: { if case .balance = $0 { true } else { false } }),
            case .journal(let entry) = rows.first(where: { if case .journal = $0 { true } else { false } })
        else { return #expect(Bool(false)) }
        let isNew = name == "jpk_kr_pd_1"
        #expect(
            account.account == "130" && account.opening == .init(debit: isNew ? 400 : 100, credit: isNew ? 500 : 200))
        #expect(account.closing == .init(debit: isNew ? 1000 : 700, credit: isNew ? 1100 : 800))
        #expect(account.markers == (isNew ? ["A", "B", "C"] : []))
        #expect(entry.entry == "1/SP" && entry.amount == 12300 && entry.bookedOn == Day.on("2026-06-09"))
        #expect(entry.counterparty == (isNew ? "K1" : nil) && entry.number == (isNew ? nil : "1"))
        let postings = rows.compactMap { if case .posting(let posting) = $0 { posting } else { nil } }
        #expect(postings.allSatisfy { $0.entry == "1/SP" })
        let sum = { (side: LedgerPosting.Side) in postings.filter { $0.side == side }.reduce(0) { $0 + $1.amount } }
        #expect(sum(.debit) == 12300 && sum(.credit) == 12300)
        #expect(postings[0].foreignAmount == 3000 && postings[0].foreignCurrency == "EUR" && postings[0].text == "Wn")
        // The missing side, "null" with 0.00, is not a posting.
        #expect(postings.map(\.account) == (isNew ? ["200", "700"] : ["200", "700", "221"]))
        #expect(postings.map(\.against) == (isNew ? [nil, nil] : ["700", "200", nil]))
        // The entry precedes its postings.
        let places = rows.indices.filter { if case .balance = rows[$0] { false } else { true } }
        if case .journal = rows[places[isNew ? 1 : 0]] {} else { #expect(Bool(false)) }
    }

    @Test("Of a declaration are its fields with the groups around them, and no word of other parts")
    func declarations() throws {
        let rows = try TaxFixture.rows("deklaracja_vat_ue")
        let fields = rows.compactMap { if case .field(let field) = $0 { field } else { nil } }
        #expect(fields.map(\.element) == ["P_Da", "P_Db", "P_Dc", "P_Da", "P_Db", "P_Dc"])
        #expect(
            fields.map(\.path) == Array(repeating: ["Grupa1"], count: 3) + Array(repeating: ["Grupa1[2]"], count: 3))
        #expect(fields[2].text == "5000" && fields[2].amount == 500_000 && fields[0].amount == nil)
        let pit = try TaxFixture.rows("deklaracja_pit").compactMap {
            if case .field(let field) = $0 { field } else { nil }
        }
        #expect(pit.map(\.element) == ["P_6", "P_63", "P_11", "P_D1"])
        #expect(pit[1].amount == 9_809_867)
        #expect(pit[3].path == ["Zalacznik_PIT_O", "P_D"])
    }

    @Test("Of a VAT declaration are its positions with whole złoty in grosze")
    func positions() throws {
        let fields = try TaxFixture.rows("jpk_v7m_3", .declaration).compactMap {
            if case .field(let field) = $0 { field } else { nil }
        }
        #expect(fields.first == DeclarationField(element: "P_10", path: [], text: "100", amount: 10000))
        #expect(fields.last == DeclarationField(element: "P_ORDZU", path: [], text: "Powód", amount: nil))
        let differences = try TaxFixture.rows("jpk_kr_pd_1", .taxDifferences)
        #expect(differences.count == 8)
    }

    @Test("Are only those of the parts asked for, as many as the summary counts", arguments: TaxFixture.names)
    func parts(name: String) throws {
        guard case .file(let summary) = try TaxFixture.read(TaxFixture.bytes(name)) else {
            #expect(try TaxFixture.rows(name).isEmpty)
            return
        }
        for part in FilePart.allCases {
            let rows = try TaxFixture.rows(name, part).filter {
                switch $0 {
                case .stockTaking, .counterparty: false
                default: true
                }
            }
            // One element of JPK_KR gives two postings.
            let isDouble = name == "jpk_kr_1" && part == .ledgerAccounts
            #expect(rows.count == (isDouble ? 3 : summary.rows[part] ?? 0), "\(part)")
        }
    }

    @Test("End when whoever takes them has had enough, with that error")
    func ending() throws {
        struct Enough: Error {}
        var count = 0
        #expect(throws: Enough.self) {
            try TaxFile.forEachRow(
                of: [.vatSales], in: XMLSource(TaxFixture.bytes("jpk_v7m_3")), limits: TaxFixture.limits
            ) { _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }
}
