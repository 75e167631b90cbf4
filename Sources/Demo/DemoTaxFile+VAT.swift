import Foundation
import Secrets

/// `JPK_V7M` with declaration and registers, and the receipt of one.
extension DemoTaxFile {
    static func vat(_ head: Head, _ trades: [DemoTrade]) -> DemoTaxFile {
        let (sales, purchases) = (trades.filter(\.isSale), trades.filter { !$0.isSale })
        let sold = sales.enumerated().map { index, trade in
            group(
                "SprzedazWiersz",
                [
                    element("LpSprzedazy", "\(index + 1)"), element("NrKontrahenta", trade.party.nip),
                    element("NazwaKontrahenta", trade.party.name), element("DowodSprzedazy", trade.document),
                    element("DataWystawienia", head.day(trade.day)), element("BFK", "1"),
                    element("K_19", minor: trade.net), element("K_20", minor: trade.tax),
                ])
        }
        let bought = purchases.enumerated().map { index, trade in
            group(
                "ZakupWiersz",
                [
                    element("LpZakupu", "\(index + 1)"), element("NrDostawcy", trade.party.nip),
                    element("NazwaDostawcy", trade.party.name), element("DowodZakupu", trade.document),
                    element("DataZakupu", head.day(trade.day)), element("BFK", "1"),
                    element("K_42", minor: trade.net), element("K_43", minor: trade.tax),
                ])
        }
        let controls = (
            sales: group(
                "SprzedazCtrl",
                [
                    element("LiczbaWierszySprzedazy", "\(sold.count)"),
                    element("PodatekNalezny", minor: sum(sales, \.tax)),
                ]),
            purchases: group(
                "ZakupCtrl",
                [
                    element("LiczbaWierszyZakupow", "\(bought.count)"),
                    element("PodatekNaliczony", minor: sum(purchases, \.tax)),
                ])
        )
        let registers = group("Ewidencja", sold + [controls.sales] + bought + [controls.purchases])
        return DemoTaxFile(
            "JPK_V7M", namespace: "http://crd.gov.pl/wzor/2025/12/19/14090/", head, header: monthly(head),
            taxpayer: taxpayer(head), [declaration(sales, purchases), registers])
    }

    private static func monthly(_ head: Head) -> String {
        """
        <KodFormularza kodSystemowy="JPK_V7M (3)" wersjaSchemy="1-0E">JPK_VAT</KodFormularza>\
        <WariantFormularza>3</WariantFormularza>\
        \(element("DataWytworzeniaJPK", head.madeAt.formatted(.iso8601)))<NazwaSystemu>Skrytka</NazwaSystemu>\
        <CelZlozenia poz="P_7">\(head.isCorrection ? 2 : 1)</CelZlozenia>\(element("KodUrzedu", "1435"))\
        \(element("Rok", "\(head.year)"))\(element("Miesiac", "\(head.month)"))
        """
    }

    /// Whole złoty, rounded.
    private static func declaration(_ sales: [DemoTrade], _ purchases: [DemoTrade]) -> String {
        let whole = { (amount: Int) in (amount + 50) / 100 }
        let (net, output) = (whole(sum(sales, \.net)), whole(sum(sales, \.tax)))
        let (cost, input) = (whole(sum(purchases, \.net)), whole(sum(purchases, \.tax)))
        var fields = [
            ("P_19", net), ("P_20", output), ("P_37", net), ("P_38", output), ("P_42", cost), ("P_43", input),
            ("P_48", input), ("P_51", max(output - input, 0)),
        ]
        if input > output { fields += [("P_53", input - output), ("P_62", input - output)] }
        let header = """
            <Naglowek><KodFormularzaDekl kodSystemowy="VAT-7 (23)" kodPodatku="VAT" rodzajZobowiazania="Z" \
            wersjaSchemy="1-0E">VAT-7</KodFormularzaDekl><WariantFormularzaDekl>23</WariantFormularzaDekl></Naglowek>
            """
        let positions = group("PozycjeSzczegolowe", fields.map { element($0.0, "\($0.1)") })
        return group("Deklaracja", [header, positions, element("Pouczenia", "1")])
    }

    /// The receipt of a file, by the digest of its bytes.
    static func receipt(of file: DemoTaxFile, _ head: Head, at moment: Date) -> DemoTaxFile {
        let digest = SHA256Digest.of(Data(file.text.utf8))
        let parts = [
            element("NazwaPodmiotuPrzyjmujacego", "Ministerstwo Finansów"),
            element("NumerReferencyjny", Hex.text(digest.prefix(16))),
            element("SkrotDokumentu", digest.base64EncodedString()),
            element("SkrotZlozonejStruktury", digest.base64EncodedString()),
            element("NazwaStrukturyLogicznej", "Schemat_JPK_V7M(3)_v1-0E.xsd"),
            element("DataWplyniecia", moment.formatted(.iso8601)), element("StempelCzasu", "c3RlbXBlbA=="),
            element("NIP1", head.nip), element("KodUrzedu", "1435"), element("KodFormularza", "JPK_VAT"),
            element("Przyjeto", "true"),
        ]
        let text = "<Potwierdzenie wersjaSchemy=\"6.0\">\(parts.joined())</Potwierdzenie>\n"
        return DemoTaxFile("UPO \(head.period).xml", text)
    }
}
