import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The pair of an UPO")
struct TaxReceiptPartingTests {
    @Test("that digests made is undone by the head, stays undone, and can be made again by hand")
    func undone() async throws {
        try await TestOffice.with { office in
            let (anna, now) = (office.cast.anna, office.now)
            let text = try TaxFileText.jpk()
            let document = try await office.takeIn(text).found
            let upo = try await office.takeIn(TaxFileText.receipt(of: text)).found
            func receipt() async throws -> TaxReceipt { try await office.receipt(upo) }
            #expect(try await receipt().pairing == .digest)
            let paired = try await receipt()
            try await office.database.write { db in try paired.unpair(db, by: anna, at: now) }
            #expect(try await receipt().documentId == nil)
            try await office.database.write { db in try TaxReceipt.pairByDigest(db, with: document.id, at: now) }
            let parted = try await receipt()
            #expect(parted.documentId == nil && parted.partedFrom == document.id)
            await #expect(throws: Invalid("document", "errors.receiptUnpaired")) {
                try await office.database.write { db in try parted.unpair(db, by: anna, at: now) }
            }
            try await office.database.write { db in
                try parted.confirm(db, document: document.id, by: anna, at: now)
            }
            #expect(try await receipt().pairing == .person)
        }
    }

    @Test("is offered by hand though its form has a name that nobody knows; a known one is offered its own form alone")
    func unknownForm() async throws {
        try await TestOffice.with { office in
            let document = try await office.takeIn(TaxFileText.jpk()).found
            for (schema, form, isOffered) in [
                ("nowy_schemat_2030.xsd", "COS_NOWEGO", true), ("x", "JPK_VAT", true),
                ("http://crd.gov.pl/wzor/2025/12/19/14090/", "JPK_VAT", true),
                ("PIT-4R(13)_v1-0E.xsd", "PIT-4R", false),
                ("Schemat_JPK_PKPIR(3)_v1-0.xsd", "JPK_PKPIR", false),
            ] {
                let text = TaxFileText.receipt(of: schema).replacing("Schemat_JPK_V7M(3)_v1-0E.xsd", with: schema)
                    .replacing(">JPK_VAT<", with: ">\(form)<")
                let receipt = try await office.receipt(office.takeIn(text).found)
                let offered = try await office.database.read { db in try receipt.candidates(db).map(\.id) }
                #expect(offered == (isOffered ? [document.id] : []), "\(schema)")
            }
        }
    }

    @Test("a file of a part of a month goes with that month, unless one of more of it is there")
    func partOfMonth() async throws {
        try await TestOffice.with { office in
            let carrier = office.cast.carrier
            func book(_ until: String) async throws -> TaxImport {
                try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: carrier, until: until)).found
            }
            let choice = try office.choice(.taxLedger)
            func papers() async throws -> Int {
                try await office.database.read { db in
                    try choice.papers(db, of: carrier.id, isPayroll: false)[.taxLedger]?.count ?? 0
                }
            }
            func goes(_ found: TaxImport) async throws -> Bool {
                let own = try await office.printouts(of: found).map(\.id)
                return try await office.database.read { db in
                    try choice.papers(db, of: carrier.id, isPayroll: false)[.taxLedger] == own
                }
            }
            let tenth = try await book("2026-02-10")
            #expect(try await goes(tenth))
            let twentieth = try await book("2026-02-20")
            #expect(try await goes(twentieth))
            let whole = try await book("2026-02-28")
            #expect(try await goes(whole))
            #expect(try await papers() == 1)
        }
    }
}
