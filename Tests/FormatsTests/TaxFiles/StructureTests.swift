import Foundation
import Testing

@testable import Formats

@Suite("What a file is")
struct StructureTests {
    @Test("Is told of those that are not read, by name")
    func refused() {
        let cases: [(String, String, TaxFileError.Reason, String)] = [
            ("JPK", "http://jpk.mf.gov.pl/wzor/2022/02/17/02171/", .notNeeded, "JPK_FA (4)"),
            ("JPK", "http://jpk.mf.gov.pl/wzor/2019/09/27/09271/", .notNeeded, "JPK_FA (3)"),
            ("JPK", "http://jpk.mf.gov.pl/wzor/2016/03/09/03092/", .notSupported, "JPK_WB (1)"),
            ("Faktura", "http://crd.gov.pl/wzor/2025/06/25/13775/", .notNeeded, "FA (3)"),
            ("Faktura", "http://crd.gov.pl/wzor/2027/01/01/99999/", .notNeeded, "FA"),
            ("Faktura", "", .notNeeded, "FA"),
            ("KEDU", "http://www.zus.pl/2024/KEDU_5_6", .notSupported, "KEDU"), ("KEDU", "", .notSupported, "KEDU"),
            (
                "JednostkaMala",
                "http://www.mf.gov.pl/schematy/SF/DefinicjeTypySprawozdaniaFinansowe/2018/07/09/JednostkaMalaWZlotych",
                .notSupported, "e-sprawozdanie"
            ), ("JednostkaInna", "urn:2030", .notSupported, "e-sprawozdanie"),
            ("Potwierdzenie", "http://upo.schematy.mf.gov.pl/KSeF/v4-3", .invoiceReceipt, "UPO KSeF 4.3"),
            ("Potwierdzenie", "http://upo.schematy.mf.gov.pl/KSeF/v5-0", .invoiceReceipt, "UPO KSeF"),
        ]
        for (root, namespace, reason, name) in cases {
            let text = "<\(root) xmlns=\"\(namespace)\"><a/></\(root)>"
            let error = TaxFixture.error(text)
            let signed = TaxFixture.error(
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><Object>\(text)</Object></Signature>")
            #expect(root == "JPK" || root == "Potwierdzenie" || signed?.detail == name, "\(name)")
            #expect(error?.reason == reason && error?.detail == name && error?.element == root)
        }
    }

    @Test("Is told by the namespace alone: drafts, other roots and none at all are unknown, with their namespace")
    func unknown() {
        for (root, namespace) in [
            ("JPK", "http://crd.gov.pl/wzor/2025/06/18/06181/"), ("JPK", ""), ("JPK", "urn:x"), ("faktura", "urn:y"),
            ("Deklaracja", "http://example.com/"), ("Rachunek", "http://crd.gov.pl/wzor/2023/06/29/12649/"),
        ] {
            let error = TaxFixture.error("<\(root) xmlns=\"\(namespace)\">\n<a/></\(root)>")
            #expect(error?.reason == (namespace.isEmpty ? .noNamespace : .unknownNamespace))
            #expect(error?.detail == namespace && error?.element == root)
        }
        #expect(!Structure.known.isEmpty)
    }

    @Test("Is the same under any prefix")
    func prefix() throws {
        let text = try TaxFixture.text("deklaracja_cit_8")
        let names = text.replacing(/<(\/?)([A-Z])/, with: { "<\($0.1)t:\($0.2)" })
        let prefixed = names.replacing(" xmlns=\"", with: " xmlns:t=\"")
        #expect(try TaxFixture.summary(Data(prefixed.utf8)).amountDue == 40_000)
    }

    @Test("Is no matter of a document's style sheet, comments or white space")
    func trimmings() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
            .replacing("<JPK ", with: "<?xml-stylesheet type=\"text/xsl\" href=\"http://x/\"?><!-- a --><JPK ")
            .replacing("<K_8>-500.00</K_8>", with: "<K_8>\n -500<!-- x -->.00\t</K_8><!-- <K_8>1</K_8> -->")
            .replacing("Korekta", with: "<![CDATA[  Kor]]>ekta &amp; \n  inne ")
        let bytes = Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        #expect(try TaxFixture.summary(bytes).agrees)
        guard case .revenue(let row) = try TaxFixture.rows(bytes, [.revenue]).first else { return #expect(Bool(false)) }
        #expect(row.remarks == "Korekta & inne")
    }
}
