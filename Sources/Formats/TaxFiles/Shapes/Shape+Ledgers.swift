extension Shape {
    /// `JPK_PKPIR (3)` and `(2)`.
    static func taxLedger(variant: Int) -> Shape {
        let year = group("PKPIRInfo", .ledgerYear, [amounts("P_1", "P_2", "P_3", "P_4")])
        let stock = group("PKPIRSpis", .stockTaking, occurs: .many, [days("P_5A"), amounts("P_5B")])
        let row = variant >= 3 ? newLedgerRow : oldLedgerRow
        let control = group(
            "PKPIRCtrl", .ledgerControl,
            [
                numbers("LiczbaWierszy"), amounts("SumaPrzychodow"),
                variant >= 3 ? optional(.amount, "SumaPrzychodow2") : [],
            ])
        return jpk(
            header: variant >= 3 ? range + [office] : range + [office, currency],
            taxpayer: variant >= 3 ? personOrFirm : firm,
            [year, stock, row, control])
    }

    private static let newLedgerRow = group(
        "PKPIRWiersz", .ledgerRow, occurs: .many, rules: [.together(["K_16A", "K_16B"])],
        [
            texts("K_1"), days("K_2"), texts("K_3A"), optional(.text, "K_3B", "K_4A", "K_4B"),
            texts("K_5A", "K_5B", "K_6"),
            optional(
                .amount, "K_7", "K_8", "K_9", "K_9A", "K_10", "K_11", "K_12", "K_13", "K_14", "K_14A", "K_15"),
            optional(.text, "K_16A"), optional(.amount, "K_16B"), optional(.text, "K_17"),
        ])

    private static let oldLedgerRow = group(
        "PKPIRWiersz", .ledgerRow, occurs: .atLeastOne, rules: [.together(["K_16A", "K_16B"])],
        [
            texts("K_1"), days("K_2"), texts("K_3", "K_4", "K_5", "K_6"), fields(names("K_", 7...15), .amount),
            optional(.text, "K_16A"), optional(.amount, "K_16B"), optional(.text, "K_17"),
        ])

    /// `JPK_EWP (4)` to `(1)`.
    static func revenue(variant: Int) -> Shape {
        let columns = RevenueColumns(variant: variant)
        let row: [[Shape]] =
            if let columns {
                [
                    fields(columns.rates.map(\.element) + [columns.total], .amount),
                    optional(variant == 1 ? .day : .text, columns.remarks),
                ]
            } else {
                [
                    optional(.text, "K_5", "K_6", "K_7"), amounts("K_8"), fields(["K_9"], .text),
                    optional(.text, "K_10"),
                ]
            }
        let rows = group(
            "EWPWiersz", .revenueRow, occurs: variant == 4 ? .many : .atLeastOne,
            [texts("K_1"), days("K_2", "K_3"), texts("K_4")] + row)
        let control = group("EWPCtrl", .revenueControl, [numbers("LiczbaWierszy"), amounts("SumaPrzychodow")])
        return jpk(
            header: variant == 4 ? range + [office] : range + [office, currency],
            taxpayer: variant == 4 ? personOrFirm : firm,
            [rows, control] + (variant >= 3 ? assets : []))
    }

    private static let assets = [
        group(
            "Wykaz", .asset, occurs: .many, rules: [.together(["KW_10A", "KW_10B"])],
            [
                texts("KW_1"), days("KW_2", "KW_3"), texts("KW_4", "KW_5", "KW_6"), amounts("KW_7"),
                texts("KW_8"), amounts("KW_9"), optional(.day, "KW_10A"), optional(.text, "KW_10B"),
                optional(.day, "KW_10C"),
            ]),
        group("WykazCtrl", .assetControl, occurs: .optional, [numbers("LiczbaWierszy"), amounts("SumaWartosci")]),
    ]

    /// `JPK_KR (1)`: journal entries and postings in separate tables.
    static let books = jpk(
        header: range + [office, currency], taxpayer: firm,
        [
            group(
                "ZOiS", .balance, occurs: .atLeastOne,
                [
                    texts(
                        "KodKonta", "OpisKonta", "TypKonta", "KodZespolu", "OpisZespolu", "KodKategorii",
                        "OpisKategorii"),
                    optional(.text, "KodPodkategorii", "OpisPodkategorii"),
                    amounts(
                        "BilansOtwarciaWinien", "BilansOtwarciaMa", "ObrotyWinien", "ObrotyMa", "ObrotyWinienNarast",
                        "ObrotyMaNarast", "SaldoWinien", "SaldoMa"),
                ]),
            group(
                "Dziennik", .journal, occurs: .atLeastOne,
                [
                    texts(
                        "LpZapisuDziennika", "NrZapisuDziennika", "OpisDziennika", "NrDowoduKsiegowego",
                        "RodzajDowodu"),
                    days("DataOperacji", "DataDowodu", "DataKsiegowania"), texts("KodOperatora", "OpisOperacji"),
                    amounts("DziennikKwotaOperacji"),
                ]),
            group(
                "DziennikCtrl", .journalControl, [numbers("LiczbaWierszyDziennika"), amounts("SumaKwotOperacji")]),
            group(
                "KontoZapis", .posting, occurs: .atLeastOne,
                [texts("LpZapisu", "NrZapisu"), side("Winien"), side("Ma")]),
            group(
                "KontoZapisCtrl", .postingControl,
                [numbers("LiczbaWierszyKontoZapisj"), amounts("SumaWinien", "SumaMa")]),
        ])

    private static func side(_ side: String) -> [Shape] {
        defaulted(.text, "KodKonta\(side)") + fields(["Kwota\(side)"], .amount)
            + optional(.amount, "Kwota\(side)Waluta") + optional(.text, "KodWaluty\(side)", "OpisZapisu\(side)")
    }

    /// `JPK_KR_PD (1)`: postings inside their journal entry.
    static let booksOfIncomeTax: Shape = {
        let accounts = (1...8).map { kind in
            group(
                "ZOiS\(kind)", .balance, occurs: .many,
                [
                    texts("S_1", "S_2", "S_3"), fields(names("S_", 4...11), .amount),
                    kind == 8 ? optional(.text, "S_12_1") : texts("S_12_1"), optional(.text, "S_12_2", "S_12_3"),
                ])
        }
        let posting = group(
            "KontoZapis", .posting, occurs: .atLeastOne, rules: [.oneOf(["Z_4", "Z_7"])],
            [
                texts("Z_1", "Z_2"), defaulted(.text, "Z_3"), optional(.amount, "Z_4", "Z_5"), optional(.text, "Z_6"),
                optional(.amount, "Z_7", "Z_8"), optional(.text, "Z_9"),
            ])
        let journal = group(
            "Dziennik", .journal, occurs: .atLeastOne,
            [
                texts("D_1", "D_2"), optional(.text, "D_3"), texts("D_4", "D_5"), days("D_6", "D_7", "D_8"),
                texts("D_9", "D_10"), amounts("D_11"), optional(.text, "D_12"), [posting],
            ])
        return jpk(
            header: range + [
                office, days("RokDataOd", "RokDataDo"), optional(.day, "RokPdDataOd", "RokPdDataDo"),
                defaulted(.text, "DomyslnyKodWaluty"),
            ],
            taxpayer: firm,
            [
                group(
                    "Kontrahent", .counterparty, occurs: .many, [texts("T_1"), optional(.text, "T_2", "T_3")]),
                group("ZOiS", rules: [.oneOf(names("ZOiS", 1...8))], [accounts]), journal,
                group(
                    "Ctrl", .booksControl,
                    [numbers("C_1"), amounts("C_2"), numbers("C_3"), amounts("C_4", "C_5")]),
                group("RPD", .differences, [fields(names("K_", 1...8), .amount)]),
            ])
    }()
}
