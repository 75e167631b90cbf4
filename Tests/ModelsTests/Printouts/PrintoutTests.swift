import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Printouts")
struct PrintoutTests {
    @Test("go with a message of their own firm alone")
    func ownFirm() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let printouts = try await office.printouts(of: office.takeIn(TaxFileText.jpk()).found)
            let notice = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let (own, other) = (
                try await office.thread(notice, cast.bakery), try await office.thread(notice, cast.carrier)
            )
            let ids = printouts.map(\.id)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Printout.send(db, ids, with: other.lastMessageId) }
            }
            try await office.database.write { db in try Printout.send(db, ids, with: own.lastMessageId) }
            for (person, isTheirs) in [(cast.piotr, true), (cast.ewa, false), (cast.approver, false)] {
                let scope = try await office.scope(person)
                let found = try? await office.database.read { db in
                    try ReachablePrintout.find(db, ids[0], message: nil, in: scope).messageId
                }
                #expect((found == own.lastMessageId) == isTheirs)
            }
        }
    }

    @Test("of a firm say their versions, and of a declaration when its receipt came")
    func states() async throws {
        try await TestOffice.with { office in
            let first = try TaxFileText.jpk()
            _ = try await office.takeIn(first)
            _ = try await office.takeIn(TaxFileText.receipt(of: first, at: "2026-03-01T09:00:00Z"))
            _ = try await office.takeIn(
                TaxFileText.without("Ewidencja", in: TaxFileText.jpk(made: "2026-03-05T09:00:00Z", purpose: 2)))
            let firm = office.cast.bakery
            let rows = try await office.database.read { db in try FirmPrintouts(of: firm).page(db).rows }
            let states = rows.map { "\($0.kind.rawValue) \($0.isInForce) \($0.receiptAt != nil)" }
            #expect(
                Set(states) == [
                    "vatDeclaration true false", "receipt true false", "vatDeclaration false true",
                    "vatSales true true", "vatPurchases true true",
                ])
            #expect(try await office.database.read { db in try FirmPrintouts.years(db, of: firm) } == [2026])
        }
    }

    @Test("that were made are kept by the sweep, and made anew when a receipt gets another period")
    func kept() async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            let receipt = try await office.takeIn(TaxFileText.receipt(of: document)).found
            let printout = try await office.printouts(of: receipt)[0]
            let bytes = try office.keep("UPO.pdf", Data("%PDF-1.5\n".utf8))
            let now = office.now
            try await office.database.write { db in
                let file = try StoredFile.add(db, bytes, by: nil, at: now)
                try db.execute(
                    sql: "INSERT INTO printoutFile VALUES (?, 'pl', ?, 1, ?)",
                    arguments: [printout.id, file.id, now.milliseconds])
            }
            office.pass(48 * 3600)
            let later = office.now
            #expect(try await office.database.write { db in try StoredFile.sweep(db, at: later) } == [])
            _ = try await office.takeIn(document)
            #expect(try await office.printouts(of: receipt)[0].untilOn == Day("2026-02-28"))
            let made = try await office.database.read { db in try PrintoutFile.find(db, of: printout.id, in: .pl) }
            #expect(made == nil)
            #expect(try await office.database.write { db in try StoredFile.sweep(db, at: later) } == [bytes.key])
        }
    }
}

extension TestOffice {
    func printouts(of found: TaxImport) async throws -> [Printout] {
        try await database.read { db in
            try Printout.fetchAll(db, sql: "SELECT * FROM printout WHERE importId = ?", arguments: [found.id])
        }
    }
}
