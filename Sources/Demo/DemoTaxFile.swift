import Dates
import Foundation

/// A file as a bookkeeping program writes it: small, whole, of a firm of the demo and of one month. Its control sums
/// agree, but where the demo is to show one that does not.
struct DemoTaxFile {
    /// The firm of the file, its subject, and the time when it was made.
    struct Head {
        let name: String
        /// A sole trader's own name; nothing for companies.
        let person: String?
        let nip: String
        let year: Int
        let month: Int
        let madeAt: Date
        var isCorrection = false

        /// `2026-10`.
        var period: String { String(format: "%04d-%02d", year, month) }
        var first: String { "\(period)-01" }
        var last: String { (28...31).reversed().map(day).first { Day($0) != nil } ?? first }

        func day(_ number: Int) -> String { String(format: "%@-%02d", period, number) }
    }

    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// The root of a JPK: header, taxpayer and the rest.
    init(_ form: String, namespace: String, _ head: Head, header: String, taxpayer: String, _ rest: [String]) {
        name = "\(form) \(head.period)\(head.isCorrection ? " korekta" : "").xml"
        text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <JPK xmlns="\(namespace)" xmlns:etd="http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/09/13/eD/DefinicjeTypy/">
            <Naglowek>\(header)</Naglowek>
            <Podmiot1 rola="Podatnik">\(taxpayer)</Podmiot1>
            \(rest.joined(separator: "\n"))
            </JPK>

            """
    }

    // MARK: Pieces

    static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }

    static func element(_ name: String, minor amount: Int) -> String {
        let sign = amount < 0 ? "-" : ""
        return "<\(name)>\(sign)\(abs(amount) / 100).\(String(format: "%02d", abs(amount) % 100))</\(name)>"
    }

    static func group(_ name: String, _ parts: [String]) -> String { "<\(name)>\(parts.joined())</\(name)>" }

    /// The header of a ledger: on demand, or the correction of one.
    static func ranged(_ form: String, _ variant: Int, _ head: Head, currency: Bool = false) -> String {
        """
        <KodFormularza kodSystemowy="\(form) (\(variant))" wersjaSchemy="1-0">\(form)</KodFormularza>\
        <WariantFormularza>\(variant)</WariantFormularza>\
        <CelZlozenia>\(head.isCorrection ? 2 : currency ? 1 : 0)</CelZlozenia>\
        \(element("DataWytworzeniaJPK", head.madeAt.formatted(.iso8601)))\
        \(element("DataOd", head.first))\(element("DataDo", head.last))\
        \(currency ? element("DomyslnyKodWaluty", "PLN") : "")\(element("KodUrzedu", "1435"))
        """
    }

    /// The taxpayer, as the newer structures have it.
    static func taxpayer(_ head: Head) -> String {
        guard let person = head.person?.split(separator: " ", maxSplits: 1), person.count == 2 else {
            return group("OsobaNiefizyczna", [element("NIP", head.nip), element("PelnaNazwa", head.name)])
        }
        return group(
            "OsobaFizyczna",
            [
                element("etd:NIP", head.nip), element("etd:ImiePierwsze", String(person[0])),
                element("etd:Nazwisko", String(person[1])), element("etd:DataUrodzenia", "1980-01-01"),
            ])
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}

/// Business that goes into the books: what was sold and bought in a month.
struct DemoTrade {
    let day: Int
    let document: String
    let party: (name: String, nip: String)
    let event: String
    /// Minor units.
    let net: Int
    let isSale: Bool

    var tax: Int { net * 23 / 100 }

    /// Numbers that no firm can have: their check digits are wrong.
    private static let parties = [
        ("Hurtownia Łan", "1010101010"), ("Stacja Paliw Iskra", "2020202020"), ("Biuroland", "3030303030"),
        ("Zajazd Pod Kogutem", "4040404040"),
    ]
    private static let costs = ["Zakup materiałów", "Paliwo", "Artykuły biurowe", "Usługi obce"]

    /// A month's, in the order of their days.
    static func month(_ count: Int, _ random: inout DemoRandom) -> [DemoTrade] {
        (0..<count).map { index in
            let (isSale, number) = (index % 3 != 1, Int(random.next() % 4))
            let cost = 4_000 + Int(random.next() % 90_000)
            return DemoTrade(
                day: 2 + index * 25 / count,
                document: isSale ? "FV/\(index + 1)" : "F \(100 + Int(random.next() % 800))",
                party: parties[number], event: isSale ? "Sprzedaż" : costs[number],
                net: isSale ? 120_000 + Int(random.next() % 900_000) : cost, isSale: isSale)
        }
    }
}
