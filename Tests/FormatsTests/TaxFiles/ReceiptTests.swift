import Foundation
import Testing

@testable import Formats

@Suite("An UPO")
struct ReceiptTests {
    @Test("Has every field as it was written, mistakes included")
    func fields() throws {
        let receipt = try TaxFixture.receipt("upo_5")
        #expect(receipt.receiver == "Ministerstwo Finansów" && receipt.schemaVersion == "5.0")
        #expect(receipt.reference == "0f1e2d3c4b5a69788796a5b4c3d2e1f0" && receipt.schema == "PIT-36(27)_v1-1E.xsd")
        #expect(receipt.receivedAtText == "2026-08-20T12:34:56.789+02:00")
        #expect(abs(receipt.receivedAt.timeIntervalSince1970 - 1_787_222_096.789) < 0.001)
        #expect(receipt.first == .init(nip: nil, pesel: "44051401359", other: nil))
        #expect(receipt.second == .init(nip: nil, pesel: "44051401458", other: nil))
        #expect(receipt.officeCode == "1435" && receipt.form == "PIT-36" && receipt.timeStamp == "c3RlbXBlbA==")
        #expect(!receipt.isAccepted && receipt.mistakes == ["Pierwszy", "Drugi"])
        #expect(receipt.signature == .unsigned && receipt.signedAt == nil)
    }

    @Test("Is found in a signature, around a signature, under any namespace and anywhere in a file")
    func places() throws {
        for name in ["upo_6_enveloping", "upo_6_enveloped"] {
            let receipt = try TaxFixture.receipt(name)
            #expect(receipt.first.nip == "9999999999" && receipt.isAccepted && receipt.second == nil)
            #expect(receipt.signedAt == Date(timeIntervalSince1970: 1_787_222_102))
        }
        let bare = try TaxFixture.text("upo_5").split(separator: "\n").dropFirst().joined(separator: "\n")
        let named = bare.replacing("<Potwierdzenie ", with: "<Potwierdzenie xmlns=\"urn:x\" ")
        #expect(try TaxFixture.receipt(Data(named.utf8)).form == "PIT-36")
        let wrapped =
            "<a xmlns=\"urn:answer\"><b><c>1</c>\(bare.replacing("<Potwierdzenie ", with: "<Potwierdzenie xmlns=\"\" "))</b></a>"
        #expect(try TaxFixture.receipt(Data(wrapped.utf8)).form == "PIT-36")
    }

    @Test("Is intact while nothing of what was signed has changed", arguments: ["upo_6_enveloping", "upo_6_enveloped"])
    func intact(name: String) throws {
        #expect(try TaxFixture.receipt(name).signature == .intact)
        let text = try TaxFixture.text(name)
        for (part, other) in [
            ("9999999999", "1111111111"), ("<Przyjeto>true", "<Przyjeto>1"),
            ("2026-08-20T12:34:56", "2026-08-21T12:34:56"), ("0f1e2d3c", "0f1e2d3d"),
        ] {
            let changed = text.replacing(part, with: other)
            #expect(changed != text)
            #expect(try TaxFixture.receipt(Data(changed.utf8)).signature == .broken, "\(part)")
        }
        let start = try #require(text.range(of: "<ds:SignatureValue>")).upperBound
        let flipped = text.replacingCharacters(
            in: start..<text.index(after: start), with: text[start] == "A" ? "B" : "A")
        #expect(try TaxFixture.receipt(Data(flipped.utf8)).signature == .broken)
    }

    @Test(
        "Says why an intact signature is a weak one: its key, SHA-1, a certificate that was not valid then",
        arguments: [
            ("strong", []), ("enveloping", []), ("enveloped", []), ("short_key", [.shortKey]), ("sha1", [.sha1]),
            ("expired", [.expired]), ("early", [.notYetValid]),
        ] as [(String, Set<SignatureWeakness>)])
    func weaknesses(name: String, expected: Set<SignatureWeakness>) throws {
        let receipt = try TaxFixture.receipt("upo_6_\(name)")
        #expect(receipt.signature == .intact && receipt.weaknesses == expected)
        let changed = try TaxFixture.text("upo_6_\(name)").replacing("<Przyjeto>true", with: "<Przyjeto>1")
        let broken = try TaxFixture.receipt(Data(changed.utf8))
        #expect(broken.signature == .broken && broken.weaknesses.isEmpty)
    }

    @Test("Is broken when the signature is of something else in the file")
    func wrapping() throws {
        let text = try TaxFixture.text("upo_6_enveloping")
        // The signed content stays, and another receipt is inserted before it: two receipts are refused.
        let other = try TaxFixture.text("upo_5").split(separator: "\n").dropFirst().joined()
        #expect(
            TaxFixture.error(text.replacing("<ds:Object Id=", with: "<ds:Object>\(other)</ds:Object><ds:Object Id="))
                != nil)
        // The signed object has no receipt, which is beside it.
        let moved = text.replacing("<ds:Object Id=\"Dokument\">", with: "<ds:Object Id=\"Dokument\"/><ds:Object>")
        #expect(try TaxFixture.receipt(Data(moved.utf8)).signature == .broken)
        // Two elements with the signed identifier.
        let twice = text.replacing("<ds:Object Id=", with: "<ds:Object Id=\"Dokument\"></ds:Object><ds:Object Id=")
        #expect(try TaxFixture.receipt(Data(twice.utf8)).signature == .broken)
    }

    @Test("Fetches nothing and takes no expression: such a signature is not verifiable")
    func references() throws {
        let text = try TaxFixture.text("upo_6_enveloping")
        for uri in [
            "http://127.0.0.1:1/x", "file:///etc/hostname", "/etc/hostname", "#xpointer(/)",
            "#xpointer(id('Dokument'))", "ftp://127.0.0.1/x",
        ] {
            let changed = text.replacing("URI=\"#Dokument\"", with: "URI=\"\(uri)\"")
            #expect(try TaxFixture.receipt(Data(changed.utf8)).signature == .unverifiable, "\(uri)")
        }
        for (algorithm, other) in [
            ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
            (
                "<ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\">",
                "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\">"
            ),
        ] {
            let changed = text.replacing(algorithm, with: other)
            #expect(changed != text)
            #expect(try TaxFixture.receipt(Data(changed.utf8)).signature == .unverifiable)
        }
        let bare = FileSummaryTests.without("ds:KeyInfo", text)
        #expect(try TaxFixture.receipt(Data(bare.utf8)).signature == .unverifiable)
    }

    @Test("Names its document by digests in Base64 and hex, in any brackets")
    func digests() throws {
        let receipt = try TaxFixture.receipt("upo_5")
        #expect(Set(receipt.digests.map(\.count)) == [20, 16, 32])
        var other = receipt
        let document = try TaxFixture.summary("jpk_v7m_3").digests
        #expect(!receipt.names(document))
        other.documentDigest = document.ofBytes.sha256.base64EncodedString()
        #expect(other.names(document))
        other.documentDigest = "x [\(document.ofCanonical?.md5?.map { String(format: "%02X", $0) }.joined() ?? "")]"
        #expect(other.names(document))
    }
}
