import Foundation
import Models
import TestSupport
import Testing

@Suite("The page of an import")
struct TaxImportCardTests {
    private static func card(
        _ found: TaxImport, search: String = "", as person: Int64, _ office: TestOffice
    ) async throws -> TaxImportCard {
        let scope = try await office.importScope(person)
        return try await office.database.read { db in
            try TaxImportCard.find(db, found.id, search: search, in: scope)
        }
    }

    @Test("Has its other versions, its UPO, its file and its numbers")
    func all() async throws {
        try await TestOffice.with { office in
            let text = try TaxFileText.jpk()
            let first = try await office.takeIn(text).found
            let later = try await office.takeIn(TaxFileText.jpk(made: "2026-03-05T08:00:00Z", purpose: 2)).found
            let upo = try await office.takeIn(TaxFileText.receipt(of: text)).found
            let card = try await Self.card(first, as: office.cast.ola, office)
            #expect(card.versions.map(\.found.id) == [later.id] && card.receipts.map(\.found.id) == [upo.id])
            #expect(card.file.name == "plik.xml" && card.file.size == Int64(text.utf8.count) && !card.checks.isEmpty)
            #expect(card.receipt == nil && card.document == nil && card.firms.isEmpty)
            let receipt = try await Self.card(upo, as: office.cast.ola, office)
            #expect(receipt.document?.found.id == first.id && receipt.candidates.isEmpty && receipt.receipts.isEmpty)
            await #expect(throws: NotFound.self) { try await Self.card(first, as: office.cast.rafal, office) }
        }
    }

    @Test(
        "Offers to give an unmatched file to the firm with its NIP alone, one without a NIP to any that is searched for"
    )
    func firms() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let held = try await office.takeIn(TaxFileText.jpk(nip: "7777777777")).found
            #expect(try await Self.card(held, search: "klos", as: cast.anna, office).firms.isEmpty)
            try await office.database.write { db in
                let new = NewFirm(
                    name: "Nowa", country: .poland, taxIdentifier: "7777777777", form: .ledger, supervisor: nil)
                _ = try Firm.add(db, new, by: cast.anna, on: day, at: now)
            }
            #expect(try await Self.card(held, search: "klos", as: cast.anna, office).firms.map(\.name) == ["Nowa"])
            let person = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found
            #expect(try await Self.card(person, as: cast.anna, office).firms.isEmpty)
            #expect(
                try await Self.card(person, search: "klos", as: cast.anna, office).firms.map(\.id) == [cast.bakery.id])
        }
    }

    @Test("Gives the original, and who took it is written down")
    func download() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(TaxFileText.jpk()).found
            let (ola, now) = (office.cast.ola, office.now)
            try await office.database.write { db in
                try found.original(db).take(db, by: ola, goesOn: false, on: Cast.day, at: now)
            }
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'taxFileDownloaded'")
                    == ["import/\(found.id)"])
        }
    }
}
