import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Printouts that show wages")
struct PayrollPrintoutsTests {
    /// Imports the bakery's PIT-4R with its UPO, its VAT-UE, and an UPO of the same day for a PIT-11 that is not here.
    private static func takeIn(_ office: TestOffice) async throws {
        let bakery = office.cast.bakery
        let wages = try TaxFileText.declaration("PIT-4R", of: bakery)
        _ = try await office.takeIn(wages)
        _ = try await office.takeIn(TaxFileText.receipt(of: wages))
        _ = try await office.takeIn(TaxFileText.declaration("VAT-UE", of: bakery))
        let upo = try await office.takeIn(
            TaxFileText.receipt(of: "inny").replacing("Schemat_JPK_V7M(3)_v1-0E.xsd", with: "PIT-11(29)_v1-0E.xsd"))
        let (receipt, anna, now) = (try await office.receipt(upo.found), office.cast.anna, office.now)
        let period = try #require(Period("2026-02-01/2026-02-28"))
        try await office.database.write { db in try receipt.date(db, period, by: anna, at: now) }
    }

    private static let all = ["declaration VAT-UE", "declaration PIT-4R", "receipt PIT-4R", "receipt PIT-11"]

    @Test("go with a notice about payroll, and with no other, whose check page says so", arguments: [true, false])
    func broadcast(isPayroll: Bool) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeIn(office)
            try await office.execute(
                "UPDATE membership SET canRead = 1 WHERE personId = \(cast.payroller) AND firmId = \(cast.bakery.id)")
            let draft = try await office.draft(
                to: [cast.bakery], office.choice(.declaration, .receipt), isPayroll: isPayroll)
            let check = try await office.check(draft)
            #expect(check.withheldCount == (isPayroll ? 0 : 1))
            let sent = try await office.send(draft, as: check)
            let found = try await office.printouts(sent, cast.bakery).map { "\($0.kind) \($0.structure)" }
            #expect(Set(found) == Set(isPayroll ? Self.all : ["declaration VAT-UE"]))
            for (person, isTheirs) in [(cast.payroller, isPayroll), (cast.piotr, false), (cast.ewa, false)] {
                let ids = try await office.ids(of: "PIT-4R")
                let scope = try await office.scope(person)
                let reached = try? await office.database.read { db in
                    try ReachablePrintout.find(db, ids[0], message: nil, in: scope)
                }
                #expect((reached != nil) == isTheirs)
            }
        }
    }

    @Test("are offered for what is about payroll; of what is not it is said that some are left out")
    func offered() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            _ = try await office.takeIn(TaxFileText.declaration("PIT-11", of: bakery))
            let day = office.day
            for isPayroll in [true, false] {
                let offer = try await office.database.read { db in
                    try PrintoutOffer.make(db, firms: [bakery.id], isPayroll: isPayroll, period: nil, on: day)
                }
                #expect(offer.kinds.map(\.kind) == (isPayroll ? [.declaration] : []))
                #expect(offer.isWithholding == !isPayroll)
            }
        }
    }

    @Test("are refused by a message that is not about payroll, whoever names them")
    func named() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            try await Self.takeIn(office)
            let notice = try await office.broadcast(to: [bakery])
            let message = try await office.thread(notice, bakery).lastMessageId
            for form in ["PIT-4R", "PIT-11"] {
                let ids = try await office.ids(of: form)
                await #expect(throws: NotFound.self) {
                    try await office.database.write { db in try Printout.send(db, ids, with: message) }
                }
            }
        }
    }

    @Test("about one person each are all in force: forty PIT-11 supersede each other no more than forty people do")
    func personal() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let ids = try await [1, 2, 3].asyncMap { amount in
                try await office.takeIn(TaxFileText.declaration("PIT-11", of: cast.bakery, amount: amount)).found.id
            }
            let payer = try await [1, 2].asyncMap { amount in
                try await office.takeIn(TaxFileText.declaration("PIT-4R", of: cast.bakery, amount: amount)).found.id
            }
            let current = Set((ids + [payer[0]]).map { "declaration \($0)" })
            #expect(try await office.current(of: cast.bakery) == current)
            let items = try await office.items(as: cast.ola)
            #expect(items.filter { ids.contains($0.found.id) }.allSatisfy { !$0.row.supersedes && !$0.isSuperseded })
            let scope = try await office.importScope(cast.ola)
            let card = try await office.database.read { db in try TaxImportCard.find(db, ids[0], in: scope) }
            #expect(card.versions.isEmpty)
        }
    }
}

extension TestOffice {
    /// Returns the printouts of imports, or of receipts, of a form.
    fileprivate func ids(of form: String) async throws -> [Int64] {
        try await database.read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT printout.id FROM printout JOIN taxImport ON taxImport.id = importId WHERE form = ?
                    """,
                arguments: [form])
        }
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
