import Foundation
import Models
import Secrets
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

    @Test("Is no receipt of a file that only claims to have the digest")
    func claimed() async throws {
        try await TestOffice.with { office in
            let filed = try TaxFileText.jpk()
            let digest = SHA256Digest.of(Data(filed.utf8)).base64EncodedString()
            let claim = """
                <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI="">\
                <ds:DigestValue>\(digest)</ds:DigestValue></ds:Reference></ds:SignedInfo></ds:Signature></JPK>
                """
            let other = try TaxFileText.jpk(made: "2026-02-28T11:00:00Z").replacing("</JPK>", with: claim)
            _ = try await office.takeIn(other)
            let upo = try await office.takeIn(TaxFileText.receipt(of: filed)).found
            #expect(try await office.receipt(upo).documentId == nil)
            let document = try #require(try await office.items(as: office.cast.anna).first { $0.found.kind == .jpk })
            #expect(document.row.receiptAt == nil)
        }
    }

    @Test("Is a proof by a SHA-256, in Base64 or in hex; by SHA-1 or MD5 alone it is none", arguments: Self.digests)
    func strength(digest: Digest) async throws {
        try await TestOffice.with { office in
            let document = try TaxFileText.jpk()
            let own = try await office.takeIn(document).found.id
            let upo = try await office.takeIn(TaxFileText.receipt(digest: digest.text(document))).found
            let receipt = try await office.receipt(upo)
            #expect(receipt.documentId == own && receipt.pairing == digest.pairing)
            let item = try #require(try await office.items(as: office.cast.anna).first { $0.found.id == own })
            #expect(item.row.receiptDoubt == (digest.pairing == .digest ? nil : .weakDigest))
            let proposed = try await office.database.read { db in try receipt.candidates(db) }
            #expect(proposed.isEmpty, "it has a receipt, if a weak one")
        }
    }

    struct Digest: Sendable {
        let pairing: TaxReceipt.Pairing
        let text: @Sendable (String) -> String
    }

    private static let digests = [
        Digest(pairing: .digest) { SHA256Digest.of(Data($0.utf8)).base64EncodedString() },
        Digest(pairing: .digest) { "x [\(Hex.text(SHA256Digest.of(Data($0.utf8))).uppercased())]" },
        Digest(pairing: .weakDigest) { hashed($0, .sha1).base64EncodedString() },
        Digest(pairing: .weakDigest) { Hex.text(hashed($0, .md5)).uppercased() },
        Digest(pairing: .weakDigest) { "\(hashed($0, .sha1).base64EncodedString()) [\(Hex.text(hashed($0, .md5)))]" },
    ]

    private static func hashed(_ text: String, _ algorithm: DigestStream.Algorithm) -> Data {
        let stream = DigestStream(algorithm)
        Data(text.utf8).withUnsafeBytes { stream.update($0) }
        return stream.finish()
    }

    @Test("Goes over from what a weak digest names to what a strong one proves")
    func strongWins() async throws {
        try await TestOffice.with { office in
            let (filed, other) = (try TaxFileText.jpk(), try TaxFileText.jpk(made: "2026-02-28T11:00:00Z"))
            let weak = try await office.takeIn(other).found.id
            let digests = [
                Hex.text(Self.hashed(other, .md5)), SHA256Digest.of(Data(filed.utf8)).base64EncodedString(),
            ]
            let upo = try await office.takeIn(TaxFileText.receipt(digest: digests.joined(separator: " "))).found
            #expect(try await office.receipt(upo).documentId == weak)
            let proven = try await office.takeIn(filed).found.id
            let receipt = try await office.receipt(upo)
            #expect(receipt.documentId == proven && receipt.pairing == .digest)
        }
    }

    @Test(
        "With a weak signature is no full proof; a strong one beside it is",
        arguments: ["short_key", "sha1", "expired", "early"])
    func weakSignature(name: String) async throws {
        try await TestOffice.with { office in
            let document = try await office.takeIn(TaxFileText.fixture("jpk_v7m_3")).found.id
            let upo = try await office.takeIn(TaxFileText.fixture("upo_6_\(name)")).found
            let receipt = try await office.receipt(upo)
            #expect(receipt.documentId == document && receipt.pairing == .digest && !receipt.weaknesses.isEmpty)
            var item = try #require(try await office.items(as: office.cast.anna).last)
            #expect(item.found.id == document && item.row.receiptDoubt == .weakSignature)
            _ = try await office.takeIn(TaxFileText.fixture("upo_6_strong"))
            item = try #require(try await office.items(as: office.cast.anna).last)
            #expect(item.row.receiptAt != nil && item.row.receiptDoubt == nil)
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
