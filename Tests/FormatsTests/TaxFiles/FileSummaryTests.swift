import Dates
import Foundation
import Testing

@testable import Formats

@Suite("The summary of a tax file")
struct FileSummaryTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        let nip: String?
        let period: String
        let purpose: FilePurpose
        let rows: [FilePart: Int]
        var due: Int64?
        var testDescription: String { name }
    }

    static let all = [
        Expected(
            name: "jpk_v7m_3", code: "JPK_V7M (3)", nip: "1111111111", period: "2026-02-01…2026-02-28", purpose: .first,
            rows: [.declaration: 23, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_v7m_2", code: "JPK_V7M (2)", nip: "9999999999", period: "2022-03-01…2022-03-31",
            purpose: .correction, rows: [.declaration: 22, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_v7m_1", code: "JPK_V7M (1)", nip: "1111111111", period: "2020-11-01…2020-11-30", purpose: .first,
            rows: [.declaration: 22, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_v7k_3", code: "JPK_V7K (3)", nip: "1111111111", period: "2026-03-01…2026-03-31", purpose: .first,
            rows: [.declaration: 23, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_v7k_2", code: "JPK_V7K (2)", nip: "1111111111", period: "2022-06-01…2022-06-30",
            purpose: .correction, rows: [.declaration: 22, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_v7k_1", code: "JPK_V7K (1)", nip: "1111111111", period: "2020-12-01…2020-12-31", purpose: .first,
            rows: [.declaration: 22, .vatSales: 3, .vatPurchases: 1], due: 0),
        Expected(
            name: "jpk_vat_3", code: "JPK_VAT (3)", nip: "9999999999", period: "2019-01-01…2019-01-31",
            purpose: .correction, rows: [.vatSales: 1, .vatPurchases: 1]),
        Expected(
            name: "jpk_pkpir_3", code: "JPK_PKPIR (3)", nip: "1111111111", period: "2026-01-01…2026-01-31",
            purpose: .onDemand, rows: [.taxLedger: 2]),
        Expected(
            name: "jpk_pkpir_2", code: "JPK_PKPIR (2)", nip: "9999999999", period: "2024-01-01…2024-12-31",
            purpose: .first, rows: [.taxLedger: 1]),
        Expected(
            name: "jpk_ewp_4", code: "JPK_EWP (4)", nip: "1111111111", period: "2026-01-01…2026-12-31",
            purpose: .correction, rows: [.revenue: 1]),
        Expected(
            name: "jpk_ewp_3", code: "JPK_EWP (3)", nip: "9999999999", period: "2022-01-01…2022-12-31",
            purpose: .first, rows: [.revenue: 1, .fixedAssets: 1]),
        Expected(
            name: "jpk_ewp_2", code: "JPK_EWP (2)", nip: "9999999999", period: "2021-01-01…2021-12-31",
            purpose: .first, rows: [.revenue: 1]),
        Expected(
            name: "jpk_ewp_1", code: "JPK_EWP (1)", nip: "9999999999", period: "2018-01-01…2018-12-31",
            purpose: .first, rows: [.revenue: 1]),
        Expected(
            name: "jpk_kr_1", code: "JPK_KR (1)", nip: "9999999999", period: "2026-06-01…2026-06-30", purpose: .first,
            rows: [.trialBalance: 2, .journal: 1, .ledgerAccounts: 2]),
        Expected(
            name: "jpk_kr_pd_1", code: "JPK_KR_PD (1)", nip: "9999999999", period: "2026-01-01…2026-06-30",
            purpose: .first, rows: [.trialBalance: 1, .journal: 1, .ledgerAccounts: 2, .taxDifferences: 8]),
        Expected(
            name: "jpk_st_1", code: "JPK_ST (1)", nip: "1111111111", period: "2026-01-01…2026-12-31", purpose: .first,
            rows: [.fixedAssets: 2]),
        Expected(
            name: "jpk_st_kr_1", code: "JPK_ST_KR (1)", nip: "9999999999", period: "2026-01-01…2026-12-31",
            purpose: .first, rows: [.fixedAssets: 1]),
        Expected(
            name: "deklaracja_vat_ue", code: "VAT-UE (5)", nip: "9999999999", period: "2026-07-01…2026-07-31",
            purpose: .first, rows: [.declaration: 6]),
        Expected(
            name: "deklaracja_vat_ue_signed", code: "VAT-UE (5)", nip: "9999999999", period: "2026-07-01…2026-07-31",
            purpose: .first, rows: [.declaration: 6]),
        Expected(
            name: "deklaracja_pit", code: "PIT-36 (27)", nip: nil, period: "2019-01-01…2019-12-31",
            purpose: .correction, rows: [.declaration: 4]),
        Expected(
            name: "deklaracja_cit_8", code: "CIT-8 (33)", nip: "9999999999", period: "2025-07-01…2026-06-30",
            purpose: .first, rows: [.declaration: 2], due: 40_000),
    ]

    @Test("Names structure, taxpayer, period, purpose, parts and the amount due of each variant", arguments: all)
    func summary(expected: Expected) throws {
        let summary = try TaxFixture.summary(expected.name)
        #expect(summary.structure.code == expected.code)
        #expect(summary.taxpayer.nip == expected.nip)
        #expect("\(summary.period.from.text)…\(summary.period.until.text)" == expected.period)
        #expect(summary.purpose == expected.purpose)
        #expect(summary.rows == expected.rows)
        #expect(summary.parts.isSubset(of: summary.structure.parts))
        #expect(summary.amountDue == expected.due)
        #expect(summary.currency == "PLN")
        let data = try TaxFixture.bytes(expected.name)
        #expect(summary.digests.size == data.count)
    }

    @Test("Says of the same rows under a new time that they are the same, of others that they are not", arguments: all)
    func contents(expected: Expected) throws {
        let text = try TaxFixture.text(expected.name)
        let summary = try TaxFixture.summary(Data(text.utf8))
        #expect(Set(summary.contents.keys) == summary.parts)
        let later = text.replacing(/<DataWytworzeniaJPK>[^<]*</, with: "<DataWytworzeniaJPK>2031-01-01T00:00:00Z<")
        #expect(try TaxFixture.summary(Data(later.utf8)).contents == summary.contents)
        let changed = text.replacing(/>(\d+)\.(\d\d)</, with: { ">\($0.1)1.\($0.2)<" })
        guard changed != text, !expected.name.contains("signed") else { return }
        #expect(try TaxFixture.summary(Data(changed.utf8)).contents != summary.contents)
    }

    @Test("Is known for every variant that is read")
    func everyVariant() {
        let known = Set(Structure.known.map(\.code))
        #expect(known.isSubset(of: Set(Self.all.map(\.code))))
    }

    @Test("Finds that all control numbers agree, and counts both registers")
    func controls() throws {
        for expected in Self.all {
            #expect(try TaxFixture.summary(expected.name).agrees, "\(expected.name)")
        }
        let vat = try TaxFixture.summary("jpk_v7m_3").controls
        // The row of type FP is counted, but its tax of 115.00 is not.
        #expect(
            vat.map(\.element) == [
                "LiczbaWierszySprzedazy", "PodatekNalezny", "LiczbaWierszyZakupow", "PodatekNaliczony", "P_51",
            ])
        #expect(vat.map(\.computed) == [3, 21700, 1, 46100, 0])
        #expect(try TaxFixture.summary("jpk_ewp_3").controls.map(\.computed) == [1, 4500, 1, 500_000])
        #expect(try TaxFixture.summary("jpk_pkpir_3").controls.map(\.computed) == [2, 300, 1111])
    }

    @Test("Says which control number does not agree, and takes the file all the same")
    func disagreement() throws {
        let text = try TaxFixture.text("jpk_v7m_3").replacing("<K_20>230.00</K_20>", with: "<K_20>231.01</K_20>")
        let summary = try TaxFixture.summary(Data(text.utf8))
        #expect(!summary.agrees)
        #expect(summary.controls.filter { !$0.agrees }.map(\.element) == ["PodatekNalezny"])
        #expect(summary.controls[1].declared == 21700 && summary.controls[1].computed == 21801)
    }

    @Test("Has the figures of a VAT declaration in grosze, and the quarter it settles")
    func settlement() throws {
        let monthly = try TaxFixture.summary("jpk_v7m_3")
        let settlement = try #require(monthly.settlement)
        #expect(settlement.output == 24000 && settlement.input == 46700)
        #expect(settlement.surplus == 22700 && settlement.refund == 20000 && settlement.carriedOver == 2700)
        #expect(settlement.expected == settlement.payable)
        #expect(monthly.declarationCode == "VAT-7 (23)" && monthly.settledPeriod == monthly.period)
        let quarterly = try TaxFixture.summary("jpk_v7k_1")
        #expect(quarterly.settledPeriod == Period(quarter: 4, of: 2020))
        #expect(
            quarterly.settledPeriod?.shape == .quarter(4, year: 2020)
                && quarterly.period.shape == .month(12, year: 2020))
    }

    @Test("Says when what is to be paid does not follow from the tax above it, and never pays below zero")
    func payable() throws {
        let text = try TaxFixture.text("jpk_v7m_3")
        let wrong = try TaxFixture.summary(Data(text.replacing("<P_51>0<", with: "<P_51>7<").utf8))
        #expect(wrong.controls.filter { !$0.agrees }.map(\.element) == ["P_51"])
        #expect(wrong.amountDue == 700 && wrong.settlement?.expected == 0)
        let below = TaxFixture.error(text.replacing("<P_51>0<", with: "<P_51>-1<"))
        #expect(below?.reason == .wrongValue && below?.element == "P_51" && below?.detail == "-1")
        let huge = VATSettlement(
            payable: 0, output: .min, input: .max, relief: nil, waived: nil, surplus: nil, refund: nil, carriedOver: nil
        )
        #expect(huge.expected == nil && huge.control == nil)
    }

    @Test("Takes what its schema lets be empty: the side that a posting lacks, the currency, an old purpose")
    func defaults() throws {
        let books = try TaxFixture.text("jpk_kr_1").replacing(
            /<KodKonta(Winien|Ma)>null</, with: { "<KodKonta\($0.1)><" })
        let empty = try TaxFixture.rows(Data(books.utf8), [.ledgerAccounts])
        #expect(try empty == TaxFixture.rows("jpk_kr_1", .ledgerAccounts) && books.contains("><"))
        let tax = try TaxFixture.text("jpk_kr_pd_1").replacing("<DomyslnyKodWaluty>PLN<", with: "<DomyslnyKodWaluty><")
            .replacing("<Z_3>700<", with: "<Z_3><")
        #expect(try TaxFixture.summary(Data(tax.utf8)).currency == "PLN")
        let register = try TaxFixture.text("jpk_vat_3").replacing(
            /<CelZlozenia>.<\/CelZlozenia>/, with: "<CelZlozenia/>")
        #expect(try TaxFixture.summary(Data(register.utf8)).purpose == .first)
    }

    @Test(
        "Knows a person by both numbers, as the schema has them, and an empty ledger by its one row that is not there")
    func persons() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        let both = text.replacing(
            "</etd:DataUrodzenia>", with: "</etd:DataUrodzenia><etd:PESEL>80010112345</etd:PESEL>")
        let taxpayer = try TaxFixture.summary(Data(both.utf8)).taxpayer
        #expect(taxpayer.nip == "1111111111" && taxpayer.pesel == "80010112345")
        let none = text.replacing("<etd:NIP>1111111111</etd:NIP>", with: "")
        #expect(TaxFixture.error(none)?.reason == .missing)
        let empty = Self.without("EWPWiersz", text).replacing("-500.00</SumaPrzychodow>", with: "0.00</SumaPrzychodow>")
        #expect(try TaxFixture.summary(Data(empty.utf8)).agrees)
    }

    @Test("Has no declaration, or no registers, where the file has none")
    func absentParts() throws {
        let text = try TaxFixture.text("jpk_v7k_3")
        let registers = try TaxFixture.summary(Data(Self.without("Deklaracja", text).utf8))
        #expect(registers.parts == [.vatSales, .vatPurchases])
        #expect(registers.amountDue == nil && registers.settledPeriod == nil)
        let declaration = try TaxFixture.summary(Data(Self.without("Ewidencja", text).utf8))
        #expect(declaration.parts == [.declaration] && declaration.controls.map(\.element) == ["P_51"])
    }

    @Test("Knows persons from firms, and the marks that they set")
    func taxpayers() throws {
        let farmer = try TaxFixture.summary("jpk_pkpir_3")
        #expect(farmer.taxpayer == Taxpayer(nip: "1111111111", pesel: nil, name: "Jan Przykładowy", isPerson: true))
        #expect(farmer.marks == [.cashAccounting, .farmer])
        #expect(farmer.ledgerYear?.income == -8685)
        let company = try TaxFixture.summary("jpk_kr_pd_1")
        #expect(company.taxpayer == Taxpayer(nip: "9999999999", pesel: nil, name: "WZÓR SP. Z O.O.", isPerson: false))
        #expect(company.marks == [.estonianCIT])
        #expect(company.fiscalYear?.from == Day.on("2025-07-01"))
        let person = try TaxFixture.summary("deklaracja_pit").taxpayer
        #expect(person.pesel == "44051401359" && person.name == "Jan Przykładowy")
    }

    @Test("Has the texts of the rows of each part, each once, and no amounts, days or taxpayer")
    func words() throws {
        let words = try TaxFixture.summary("jpk_ewp_4").words
        #expect(words == [.revenue: "1 A/1 2222222222-20260115-000000000001-1A PL 9999999999 12.5 Korekta"])
        let registers = try TaxFixture.summary("jpk_v7m_3").words
        #expect(Set(registers.keys) == [.vatSales, .vatPurchases])
        let text = try TaxFixture.text("jpk_ewp_4")
        guard let row = text.range(of: "  <EWPWiersz>"), let end = text.range(of: "</EWPWiersz>\n") else {
            return #expect(Bool(false))
        }
        let one = String(text[row.lowerBound..<end.upperBound])
        let rows = (0..<6_000).map { one.replacing(">A/1<", with: ">A/\($0)<") }.joined()
        let many = try TaxFixture.summary(Data(text.replacing(one, with: rows).utf8)).words[.revenue] ?? ""
        #expect(many.contains("A/4999 A/") == false && many.hasSuffix(" A/4999") && many.utf8.count < 101_000)
    }

    static func without(_ element: String, _ text: String) -> String {
        guard let start = text.range(of: "<\(element)>"), let end = text.range(of: "</\(element)>") else { return text }
        return text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
    }
}
