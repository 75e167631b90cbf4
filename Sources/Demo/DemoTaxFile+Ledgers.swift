/// The ledgers of the three forms of taxation.
extension DemoTaxFile {
    /// Podatkowa księga przychodów i rozchodów.
    /// - Parameter stated: what its control sum says beyond what its rows give, in minor units.
    static func ledger(_ head: Head, _ trades: [DemoTrade], stated: Int = 0) -> DemoTaxFile {
        let rows = trades.enumerated().map { index, trade in
            let amounts =
                trade.isSale
                ? [element("K_7", minor: trade.net), element("K_9", minor: trade.net)]
                : [element("K_13", minor: trade.net), element("K_14", minor: trade.net)]
            return group(
                "PKPIRWiersz",
                [
                    element("K_1", "\(index + 1)"), element("K_2", head.day(trade.day)),
                    element("K_3A", trade.document),
                    element("K_4A", "PL"), element("K_4B", trade.party.nip), element("K_5A", trade.party.name),
                    element("K_5B", "-"), element("K_6", trade.event),
                ] + amounts)
        }
        let (revenue, costs) = (sum(trades) { $0.isSale ? $0.net : 0 }, sum(trades) { $0.isSale ? 0 : $0.net })
        let year = group(
            "PKPIRInfo",
            [
                element("P_1", minor: 0), element("P_2", minor: 0), element("P_3", minor: costs),
                element("P_4", minor: revenue - costs),
            ])
        let control = group(
            "PKPIRCtrl",
            [element("LiczbaWierszy", "\(rows.count)"), element("SumaPrzychodow", minor: revenue + stated)])
        return DemoTaxFile(
            "JPK_PKPIR", namespace: "http://jpk.mf.gov.pl/wzor/2024/10/30/10302/", head,
            header: ranged("JPK_PKPIR", 3, head), taxpayer: taxpayer(head), [year] + rows + [control])
    }

    /// Ewidencja przychodów.
    static func revenue(_ head: Head, _ trades: [DemoTrade]) -> DemoTaxFile {
        let sales = trades.filter(\.isSale)
        let rows = sales.enumerated().map { index, trade in
            let day = element("K_2", head.day(trade.day)) + element("K_3", head.day(trade.day))
            return group(
                "EWPWiersz",
                [
                    element("K_1", "\(index + 1)"), day, element("K_4", trade.document),
                    element("K_8", minor: trade.net), element("K_9", index % 4 == 3 ? "8.5" : "3"),
                ])
        }
        let control = group(
            "EWPCtrl", [element("LiczbaWierszy", "\(rows.count)"), element("SumaPrzychodow", minor: sum(sales, \.net))])
        return DemoTaxFile(
            "JPK_EWP", namespace: "http://jpk.mf.gov.pl/wzor/2024/10/30/10301/", head,
            header: ranged("JPK_EWP", 4, head), taxpayer: taxpayer(head), rows + [control])
    }

    static func sum(_ trades: [DemoTrade], _ value: (DemoTrade) -> Int) -> Int { trades.reduce(0) { $0 + value($1) } }
}
