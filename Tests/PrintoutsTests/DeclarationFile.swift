import Foundation

@testable import Formats
@testable import Printouts

/// An invented declaration, parsed like a file.
enum DeclarationFile {
    static func lines(_ code: String, _ fields: String, group: String? = nil) throws -> [String] {
        let name = code.prefix { $0 != " " }
        let variant = code.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
        let form = group.map { "<\($0)>\(fields)</\($0)>" } ?? fields
        let text = """
            <Deklaracja xmlns="http://crd.gov.pl/wzor/2026/01/01/00000/">
            <Naglowek><KodFormularza kodSystemowy="\(code)" wersjaSchemy="1-0E">\(name)</KodFormularza>
            <WariantFormularza>\(variant)</WariantFormularza><CelZlozenia>1</CelZlozenia><Rok>2026</Rok>
            <KodUrzedu>1435</KodUrzedu></Naglowek>
            <Podmiot1 rola="Podatnik"><OsobaNiefizyczna><NIP>9999999999</NIP><PelnaNazwa>WZÓR</PelnaNazwa>
            </OsobaNiefizyczna></Podmiot1>
            <PozycjeSzczegolowe>\(form)</PozycjeSzczegolowe><Pouczenie>1</Pouczenie></Deklaracja>
            """
        let bytes = Data(text.utf8)
        let limits = TaxFileLimits(bytes: 1 << 20)
        guard case .file(let summary) = try TaxFile.read(XMLSource(bytes), limits: limits) else {
            throw PrintoutError.wrongKind
        }
        let frame = Samples.frame(Samples.polish, firm: "WZÓR", taxIdentifier: "9999999999", period: "2026")
        let ledger = Ledger(summary, frame: frame) { parts, body in
            try TaxFile.forEachRow(of: parts, in: XMLSource(bytes), limits: limits, body)
        }
        return try Paper(ledger.document(of: .declaration)).lines()
    }
}
