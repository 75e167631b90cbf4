import Formats
import Foundation

/// Prints an UPO with the words and in the order of the ministry's own print. The file is the proof, not this paper.
package enum ReceiptPrintout {
    /// - Parameter frame: for the receipt's firm, with the period of its declaration.
    package static func document(_ receipt: Receipt, frame: PrintoutFrame) -> Document {
        Document(
            "URZĘDOWE POŚWIADCZENIE ODBIORU DOKUMENTU ELEKTRONICZNEGO", subject: "UPO \(receipt.form)",
            orientation: .portrait, frame: frame,
            parts: [
                .form([
                    [
                        Field(
                            "A. Nazwa pełna podmiotu, któremu doręczono dokument elektroniczny", receipt.receiver)
                    ]
                ]),
                .heading("B. INFORMACJA O DOKUMENCIE"),
                .paragraph("Dokument został zarejestrowany w systemie teleinformatycznym Ministerstwa Finansów"),
                .form(document(receipt) + parties(receipt)), .form(issue(receipt)),
            ] + warning(receipt))
    }

    /// Returns a warning for a broken or weak signature, so that the paper does not look like proof.
    private static func warning(_ receipt: Receipt) -> [Document.Part] {
        if receipt.signature == .broken {
            return [
                .heading("UWAGA: PODPIS ELEKTRONICZNY NIE ZGADZA SIĘ Z TREŚCIĄ PLIKU"),
                .paragraph(
                    "Plik tego poświadczenia zmieniono po podpisaniu albo uszkodzono. Nie jest dowodem odbioru."),
            ]
        }
        guard !receipt.weaknesses.isEmpty else { return [] }
        return [.heading("UWAGA: SŁABY PODPIS ELEKTRONICZNY")]
            + SignatureWeakness.allCases.filter(receipt.weaknesses.contains).map { .paragraph(sentence($0)) }
            + [.paragraph("Taki podpis mógł złożyć ktoś inny. Sam nie wystarcza jako dowód odbioru.")]
    }

    private static func sentence(_ weakness: SignatureWeakness) -> String {
        switch weakness {
        case .shortKey: "Klucz podpisu jest za krótki (słabszy niż RSA 2048 bitów)."
        case .sha1: "Podpis używa skrótu SHA-1, który można podrobić."
        case .expired: "Certyfikat podpisu stracił ważność przed wystawieniem poświadczenia."
        case .notYetValid: "Certyfikat podpisu nie był jeszcze ważny, gdy wystawiono poświadczenie."
        }
    }

    private static func document(_ receipt: Receipt) -> [[Field]] {
        [
            [
                Field("Identyfikator dokumentu", receipt.reference, share: 3),
                Field("Dnia (data, czas)", receipt.receivedAtText, share: 2),
            ],
            [
                Field(
                    "Skrót złożonego dokumentu – identyczny z wartością użytą do podpisu dokumentu",
                    receipt.documentDigest)
            ],
            [
                Field(
                    """
                    Skrót dokumentu w postaci otrzymanej przez system \
                    (łącznie z podpisem elektronicznym)
                    """,
                    receipt.submissionDigest)
            ],
            [
                Field(
                    "Dokument zweryfikowano pod względem zgodności ze strukturą logiczną", receipt.schema)
            ],
        ]
    }

    private static func parties(_ receipt: Receipt) -> [[Field]] {
        let label = "Identyfikator podatkowy podmiotu występującego jako"
        var parties = [Field("\(label) pierwszy na dokumencie", number(receipt.first))]
        if let second = receipt.second { parties.append(Field("\(label) drugi na dokumencie", number(second))) }
        return [
            parties,
            [Field("Urząd skarbowy, do którego został złożony dokument", TaxOffice.name(receipt.officeCode))],
            [Field("Stempel czasu", receipt.timeStamp)],
        ]
    }

    private static func number(_ party: Receipt.Party) -> String {
        party.nip.map { "NIP \($0)" } ?? party.pesel.map { "PESEL \($0)" } ?? party.other ?? ""
    }

    private static func issue(_ receipt: Receipt) -> [[Field]] {
        let words = "Dokument wystawiony automatycznie przez system teleinformatyczny Ministerstwa Finansów"
        let signed = receipt.signedAtText ?? "–"
        let version = receipt.schemaVersion.map { "UPO (\($0.prefix { $0 != "." }))" } ?? "UPO"
        return [
            [Field(words, "Data i czas wystawienia dokumentu: \(signed)", share: 5), Field("Wzór", version, share: 1)]
        ]
    }
}
