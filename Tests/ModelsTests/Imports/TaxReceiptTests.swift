import Foundation
import Models
import TestSupport
import Testing

@Suite("An UPO that was imported")
struct TaxReceiptTests {
    @Test("Is paired with the document whose digest it names, whichever came first", arguments: [true, false])
    func digest(isReceiptFirst: Bool) async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            let upo = TaxFileText.receipt(of: document)
            for text in isReceiptFirst ? [upo, document] : [document, upo] { _ = try await office.takeIn(text) }
            let items = try await office.items(as: office.cast.ola)
            let (receipt, paired) = (
                try #require(items.first { $0.found.kind == .upo }), try #require(items.first { $0.found.kind == .jpk })
            )
            #expect(receipt.row.documentId == paired.found.id && receipt.row.pairing == .digest)
            #expect(paired.row.receiptAt == Date(timeIntervalSince1970: 1_772_355_600))
            #expect(receipt.found.firmId == office.cast.bakery.id && receipt.row.signature == "unsigned")
            #expect(try await office.texts("SELECT detail FROM auditEvent WHERE action = 'receiptPaired'").count == 1)
        }
    }

    @Test("Is refused when it says that the document was not accepted")
    func notAccepted() async throws {
        try await TestOffice.with { office in
            await #expect(throws: TaxImport.Refusal.notAccepted(["Zły NIP"])) {
                try await office.takeIn(TaxFileText.receipt(isAccepted: false))
            }
            let count = try await office.number("SELECT count(*) FROM taxImport")
            #expect(count == 0)
        }
    }

    @Test(
        "Without a proof proposes documents of its firm, form and tax office that were made before; a person says which"
    )
    func candidates() async throws {
        try await TestOffice.with { office in
            let good = try await office.takeIn(TaxFileText.jpk()).found.id
            let near = try await office.takeIn(TaxFileText.jpk(made: "2026-02-28T12:00:00Z")).found.id
            _ = try await office.takeIn(TaxFileText.jpk(made: "2026-03-02T10:00:00Z"))
            _ = try await office.takeIn(TaxFileText.jpk(nip: "2222222222"))
            _ = try await office.takeIn(TaxFileText.jpk().replacing("<KodUrzedu>1435<", with: "<KodUrzedu>1436<"))
            _ = try await office.takeIn(TaxFileText.fixture("jpk_v7k_3"))
            let upo = try await office.takeIn(TaxFileText.receipt()).found
            let receipt = try await office.receipt(upo)
            #expect(receipt.pairing == nil)
            let found = try await office.database.read { db in try receipt.candidates(db).map(\.id) }
            #expect(found == [near, good])
            let (anna, now) = (office.cast.anna, office.now)
            await #expect(throws: Invalid.self) {
                try await office.database.write { db in try receipt.confirm(db, document: good + 3, by: anna, at: now) }
            }
            try await office.database.write { db in try receipt.confirm(db, document: good, by: anna, at: now) }
            let confirmed = try await office.receipt(upo)
            #expect(confirmed.documentId == good && confirmed.pairing == .person && confirmed.pairedBy == anna)
        }
    }

    @Test("Is proposed a document whose program wrote its own local time, and names its schema in its own way")
    func localTime() async throws {
        try await TestOffice.with { office in
            let local = try await office.takeIn(TaxFileText.jpk(made: "2026-02-28T11:30:00Z")).found.id
            _ = try await office.takeIn(TaxFileText.jpk(made: "2026-02-28T12:30:00Z"))
            let upo = try await office.takeIn(
                TaxFileText.receipt(at: "2026-02-28T09:00:00Z")
                    .replacing("Schemat_JPK_V7M(3)_v1-0E.xsd", with: "JPK_V7M_3.xsd"))
            let receipt = try await office.receipt(upo.found)
            #expect(try await office.database.read { db in try receipt.candidates(db).map(\.id) } == [local])
        }
    }

    @Test("Is parted from a document that goes to another firm, and that is written down")
    func parted() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let document = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found
            try await office.assign(document, to: cast.carrier)
            let upo = try await office.takeIn(
                TaxFileText.receipt(nip: "2222222222", office: "1210").replacing("JPK_VAT", with: "PIT-36")
                    .replacing("Schemat_JPK_V7M(3)_v1-0E.xsd", with: "PIT-36(27)_v1-1E.xsd")
            ).found
            let receipt = try await office.receipt(upo)
            try await office.database.write { db in
                try receipt.confirm(db, document: document.id, by: cast.anna, at: now)
            }
            try await office.assign(document, to: cast.bakery)
            #expect(try await office.receipt(upo).documentId == nil)
            let details = try await office.texts(
                "SELECT subject || detail FROM auditEvent WHERE action = 'receiptParted' AND firmId = \(cast.carrier.id)"
            )
            let expected = #"{"document":"import\/\#(document.id)","pairing":"person"}"#
            #expect(details == ["import/\(upo.id)\(expected)"])
        }
    }

    @Test("Goes over to the document that its digest proves, from one that a person took for it")
    func proofWins() async throws {
        try await TestOffice.with { office in
            let exported = try await office.takeIn(TaxFileText.jpk(made: "2026-02-28T12:00:00Z")).found.id
            let document = try TaxFileText.jpk()
            let upo = try await office.takeIn(TaxFileText.receipt(of: document)).found
            let (receipt, anna, now) = (try await office.receipt(upo), office.cast.anna, office.now)
            try await office.database.write { db in try receipt.confirm(db, document: exported, by: anna, at: now) }
            let proven = try await office.takeIn(document).found.id
            let paired = try await office.receipt(upo)
            #expect(paired.documentId == proven && paired.pairing == .digest && paired.pairedBy == nil)
        }
    }

    @Test("That names nobody goes where its document is, for those who see that firm only")
    func nobody() async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            _ = try await office.takeIn(document)
            let upo = TaxFileText.receipt(of: document, nip: nil)
            await #expect(throws: TaxImport.Refusal.notOurs(number: nil)) {
                try await office.takeIn(upo, by: office.cast.rafal)
            }
            #expect(try await office.takeIn(upo, by: office.cast.ola).found.firmId == office.cast.bakery.id)
        }
    }

    @Test("Of one firm is never paired with the document of another")
    func acrossFirms() async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            _ = try await office.takeIn(document)
            let upo = try await office.takeIn(TaxFileText.receipt(of: document, nip: "2222222222")).found
            #expect(try await office.receipt(upo).documentId == nil)
        }
    }

    @Test("Follows its document when that is given to a firm")
    func follows() async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.fixture("deklaracja_pit")
            let upo = try await office.takeIn(TaxFileText.receipt(of: document, nip: nil)).found
            let held = try await office.takeIn(document).found
            #expect(upo.firmId == nil && held.firmId == nil)
            try await office.assign(held, to: office.cast.carrier)
            #expect(try await office.items(as: office.cast.rafal).count == 2)
        }
    }
}
