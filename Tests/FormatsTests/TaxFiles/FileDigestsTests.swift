import Foundation
import Testing

@testable import Formats

@Suite("The digests of a tax file")
struct FileDigestsTests {
    @Test("Has the digests that a receipt may name the document by")
    func digests() throws {
        let bytes = try TaxFixture.bytes("deklaracja_vat_ue")
        let plain = try TaxFixture.summary(bytes).digests
        #expect(plain.ofBytes.sha256.count == 32 && plain.ofBytes.sha1?.count == 20 && plain.ofBytes.md5?.count == 16)
        // The canonical form has no XML declaration, so it differs.
        #expect(plain.ofCanonical != nil && plain.ofCanonical != plain.ofBytes)
        #expect(plain.ofEnclosed == nil && plain.signed.isEmpty)
        let commented = String(decoding: bytes, as: UTF8.self).replacing("<Naglowek>", with: "<!-- x --><Naglowek>")
        let other = try TaxFixture.summary(Data(commented.utf8)).digests
        #expect(other.ofCanonical == plain.ofCanonical && other.ofCommented != nil && plain.ofCommented == nil)
        let signed = try TaxFixture.summary("deklaracja_vat_ue_signed").digests
        #expect(signed.ofEnclosed != nil && signed.signed.map(\.count) == [32])
        #expect(signed.all.isSuperset(of: signed.signed))
    }

    @Test("Are never those that a file claims of itself, only those that its bytes bear out")
    func claimedDigests() throws {
        let claimed = Data(repeating: 7, count: 32)
        let claim = """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI="">\
            <ds:DigestValue>\(claimed.base64EncodedString())</ds:DigestValue></ds:Reference></ds:SignedInfo></ds:Signature>
            """
        let file = try TaxFixture.text("jpk_v7m_3").replacing("</JPK>", with: "\(claim)</JPK>")
        #expect(try !TaxFixture.summary(Data(file.utf8)).digests.all.contains(claimed))
        // A signature whose digest is not that of its document, or whose value is wrong.
        let signed = try TaxFixture.text("deklaracja_vat_ue_signed")
        let digest = try #require(try TaxFixture.summary("deklaracja_vat_ue_signed").digests.signed.first)
        for (part, other) in [
            (digest.base64EncodedString(), claimed.base64EncodedString()), ("<P_Dc>", "<P_Dc>1"),
            ("<ds:SignatureValue>", "<ds:SignatureValue>AAAA"),
        ] {
            let changed = signed.replacing(part, with: other)
            #expect(changed != signed)
            #expect(try TaxFixture.summary(Data(changed.utf8)).digests.signed.isEmpty, "\(part)")
        }
    }

    @Test("Are of the document that is read, not of another one that stands before it in the file")
    func twoDocuments() throws {
        let bare = try TaxFixture.text("deklaracja_vat_ue").split(separator: "\n").dropFirst().joined(separator: "\n")
        let other = bare.replacing("9999999999", with: "1111111111")
        let around = { (text: String) in
            "<a xmlns=\"urn:x\"><s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/>\(text)</a>"
        }
        let honest = try TaxFixture.summary(Data(around(other).utf8)).digests
        // The first document is not read, because no signature precedes it.
        let both = around(bare).replacing("<a xmlns=\"urn:x\">", with: "<a xmlns=\"urn:x\">\(other)")
        let summary = try TaxFixture.summary(Data(both.utf8))
        #expect(summary.taxpayer.nip == "9999999999")
        #expect(summary.digests.ofEnclosed != nil && summary.digests.ofEnclosed != honest.ofEnclosed)
    }

    @Test("Is had without holding a large file: only its SHA-256 is known then")
    func large() throws {
        var limits = TaxFixture.limits
        limits.canonical = 100
        let file = try TaxFile.read(XMLSource(TaxFixture.bytes("jpk_v7m_3")), limits: limits)
        guard case .file(let summary) = file else { return #expect(Bool(false)) }
        let whole = try TaxFixture.summary("jpk_v7m_3").digests.ofBytes
        #expect(summary.digests.ofBytes.sha256 == whole.sha256)
        #expect(summary.digests.ofBytes.sha1 == nil && summary.digests.ofCanonical == nil)
    }
}
