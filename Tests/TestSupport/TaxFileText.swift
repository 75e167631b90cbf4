import Foundation
import Secrets

/// Makes tax files for tests from the small files of the parsers' tests.
package enum TaxFileText {
    /// Returns a `JPK_V7M (3)` for February 2026 with declaration and registers.
    package static func jpk(nip: String = "1111111111", made: String = "2026-02-28T10:15:00Z", purpose: Int = 1) throws
        -> String
    {
        try fixture("jpk_v7m_3").replacing("<etd:NIP>1111111111<", with: "<etd:NIP>\(nip)<")
            .replacing("2026-02-28T10:15:00Z", with: made)
            .replacing("<CelZlozenia poz=\"P_7\">1<", with: "<CelZlozenia poz=\"P_7\">\(purpose)<")
    }

    /// Returns a text without the part between two tags.
    package static func without(_ element: String, in text: String) -> String {
        guard let start = text.range(of: "  <\(element)>\n"), let end = text.range(of: "</\(element)>\n") else {
            return text
        }
        return text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
    }

    package static func fixture(_ name: String) throws -> String {
        let path = TestOffice.root.appendingPathComponent("Tests/FormatsTests/Files/\(name).xml")
        return try String(contentsOf: path, encoding: .utf8)
    }

    /// Returns an UPO of a document, by the SHA-256 of its bytes or another digest; or of one without a matching
    /// digest.
    package static func receipt(
        of document: String? = nil, digest other: String? = nil, nip: String? = "1111111111",
        at time: String = "2026-03-01T09:00:00Z",
        office: String = "1435", isAccepted: Bool = true
    ) -> String {
        let own = document.map { SHA256Digest.of(Data($0.utf8)).base64EncodedString() }
        let digest = other ?? own ?? "nieznany"
        let party = nip.map { "<NIP1>\($0)</NIP1>" } ?? "<NumerIdentyfikacyjny>7</NumerIdentyfikacyjny>"
        return """
            <Potwierdzenie wersjaSchemy="6.0"><NazwaPodmiotuPrzyjmujacego>Ministerstwo Finansów</NazwaPodmiotuPrzyjmujacego>
            <NumerReferencyjny>0f1e2d3c4b5a69788796a5b4c3d2e1f0</NumerReferencyjny><SkrotDokumentu>\(digest)</SkrotDokumentu>
            <SkrotZlozonejStruktury>x</SkrotZlozonejStruktury>
            <NazwaStrukturyLogicznej>Schemat_JPK_V7M(3)_v1-0E.xsd</NazwaStrukturyLogicznej>
            <DataWplyniecia>\(time)</DataWplyniecia><StempelCzasu>c3Q=</StempelCzasu>\(party)
            <KodUrzedu>\(office)</KodUrzedu><KodFormularza>JPK_VAT</KodFormularza><Przyjeto>\(isAccepted)</Przyjeto>
            <Blad>Zły NIP</Blad></Potwierdzenie>
            """
    }
}
