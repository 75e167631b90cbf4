import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("Versions of an import")
struct TaxImportVersionsTests {
    @Test("Are looked for among those of one period by an index, however many periods the firm has")
    func plan() async throws {
        try await TestOffice.with { office in
            let queries: [SQLRequest<Row>] = [
                """
                EXPLAIN QUERY PLAN SELECT \(TaxImportPart.isCurrent) FROM taxImportPart AS part
                JOIN taxImport AS version ON version.id = part.importId WHERE part.importId = 1
                """,
                "EXPLAIN QUERY PLAN SELECT \(TaxImportPart.supersedes) FROM taxImport WHERE id = 1",
            ]
            for query in queries {
                let plan = try await office.database.read { db in try query.fetchAll(db).map { $0["detail"] as String }
                }
                let wanted = "taxImportByPeriod (firmId=? AND form=? AND kind=? AND untilOn>? AND untilOn<?)"
                #expect(plan.contains { $0.contains(wanted) }, "\(plan)")
            }
        }
    }

    @Test("Of a quarter's declaration supersede each other, though other months' files lie between them")
    func quarter() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            let first = try TaxFileText.fixture("jpk_v7k_3")
            let made = try #require(first.firstMatch(of: /<DataWytworzeniaJPK>(.*?)</)).output.1
            let older = try await office.takeIn(first).found
            let correction = first.replacing(made, with: "2027-01-01T08:00:00Z")
                .replacing("<CelZlozenia poz=\"P_7\">1<", with: "<CelZlozenia poz=\"P_7\">2<")
            let newer = try await office.takeIn(correction).found
            let current = try await office.current(of: bakery)
            #expect(current.contains("declaration \(newer.id)") && !current.contains("declaration \(older.id)"))
        }
    }

    @Test(
        "Of a form are known by its name, however a receipt writes it",
        arguments: [
            ("Schemat_JPK_V7M(3)_v1-0E.xsd", "JPK_VAT", "V7M"), ("JPK_V7M_3.xsd", "JPK_VAT", "V7M"),
            ("JPK_V7K(2)_v1-0E.xsd", "JPK_VAT", "V7K"), ("JPK_VAT(3)_v1-1.xsd", "JPK_VAT", "VAT"),
            ("http://jpk.mf.gov.pl/wzor/2024/10/30/10302/", "JPK_PKPIR", "PKPIR"),
            ("jpk_kr_pd.xsd", "JPK_KR_PD", "KR_PD"), ("Schemat_JPK_KR(1)_v1-0.xsd", "JPK_KR", "KR"),
            ("VAT-UE(5)_v2-0E.xsd", "VAT-UE", "VAT-UE"), ("schemat.xsd", "PIT-4R", "PIT-4R"),
        ])
    func names(schema: String, form: String, key: String) {
        #expect(TaxImport.formKey(schema: schema, form: form) == key)
    }
}
