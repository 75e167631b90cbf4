import Testing

@testable import Formats
@testable import Printouts

@Suite("An UPO on paper")
struct ReceiptPrintoutTests {
    @Test("Reads as the ministry's own, with the signing time", .enabled(if: SharedFile.areThere))
    func official() throws {
        let file = try SharedFile("UPO/synthetic_upo6_jpk_v7m3_2026-07_signed_enveloping.xml")
        guard case .receipt(let receipt) = file.content else { throw PrintoutError.wrongKind }
        let lines = try Paper(ReceiptPrintout.document(receipt, frame: Samples.frame(period: "2026-07"))).lines()
        let text = lines.joined(separator: " ")
        for words in [
            "URZĘDOWE POŚWIADCZENIE ODBIORU", "DOKUMENTU", "ELEKTRONICZNEGO",
            "A. Nazwa pełna podmiotu, któremu doręczono dokument elektroniczny Ministerstwo Finansów",
            "B. INFORMACJA O DOKUMENCIE",
            "Dokument został zarejestrowany w systemie teleinformatycznym Ministerstwa Finansów",
            "0f1e2d3c4b5a69788796a5b4c3d2e1f0 2026-08-20T12:34:56.789+02:00",
            "XMQfB6tyQwHLBqRcipzWR/xcXU1bL38AUguTL5mWI6Y=", "PCo5NQjfWfYYrb6WSzPz6zH8CX3u4hInm3Z9lP9yxUo=",
            "zgodności ze strukturą logiczną JPK_V7M(3)_v1-0E.xsd", "NIP 1111111111",
            "PIERWSZY URZĄD SKARBOWY WARSZAWA-ŚRÓDMIEŚCIE (1435)",
            "c3ludGhldGljIHRpbWUgc3RhbXAsIG5vdCBhIHJlYWwgb25l",
            "Dokument wystawiony automatycznie przez system teleinformatyczny Ministerstwa Finansów",
            "Data i czas wystawienia dokumentu: 2026-08-20T10:35:02Z", "UPO (6)",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test("Says so in large letters when its signature does not agree with it")
    func broken() throws {
        var receipt = Samples.receipt
        receipt.signature = .broken
        let text = try Paper(ReceiptPrintout.document(receipt, frame: Samples.frame())).text()
        #expect(text.contains("PODPIS ELEKTRONICZNY NIE ZGADZA SIĘ") && text.contains("Nie jest dowodem odbioru"))
        let intact = try Paper(ReceiptPrintout.document(Samples.receipt, frame: Samples.frame())).text()
        #expect(!intact.contains("NIE ZGADZA SIĘ"))
    }

    @Test("Names what makes its signature weak", arguments: SignatureWeakness.allCases)
    func weak(weakness: SignatureWeakness) throws {
        var receipt = Samples.receipt
        receipt.weaknesses = [weakness]
        let text = try Paper(ReceiptPrintout.document(receipt, frame: Samples.frame())).text()
        let words = [
            SignatureWeakness.shortKey: "Klucz podpisu jest za krótki", .sha1: "SHA-1",
            .expired: "stracił ważność", .notYetValid: "nie był jeszcze ważny",
        ]
        #expect(text.contains("SŁABY PODPIS ELEKTRONICZNY") && text.contains(words[weakness] ?? "?"))
    }

    @Test("Looks as it did when it was last looked at")
    func picture() throws {
        let paper = try Paper(ReceiptPrintout.document(Samples.receipt, frame: Samples.frame()))
        #expect(paper.pages == 1)
        Picture.expect(try paper.ink(columns: 34, rows: 48), "upo")
    }
}
