extension Shape {
    /// `JPK_V7M` and `JPK_V7K`, whose variants differ in marks, in the status in KSeF and in a few columns.
    static func vat(variant: Int, isQuarterly: Bool) -> Shape {
        let declarationHeader = [
            fields(["KodFormularzaDekl"], .systemCode), numbers("WariantFormularzaDekl"),
            isQuarterly ? numbers("Kwartal") : [],
        ]
        let declaration = group(
            "Deklaracja", occurs: .optional,
            [
                [group("Naglowek", .declarationHeader, declarationHeader), vatPositions],
                texts("Pouczenia"),
            ])
        let registers = group(
            "Ewidencja", occurs: .optional, [[sale(variant), saleControl, purchase(variant), purchaseControl]])
        return jpk(header: [numbers("Rok", "Miesiac"), office], taxpayer: personOrFirm, [declaration, registers])
    }

    /// `JPK_VAT (3)`: its registers are in the root, and each may be absent together with its control element.
    static let vatRegister: Shape = {
        let taxpayer = group("Podmiot1", .firm, isOpen: true, [texts("NIP", "PelnaNazwa")])
        let pairs = [[15, 16], [17, 18], [19, 20], [23, 24], [25, 26], [27, 28], [29, 30], [32, 33], [34, 35]]
        let sale = group(
            "SprzedazWiersz", .sale, occurs: .many, rules: pairs.map { .together($0.map { "K_\($0)" }) },
            [
                texts("LpSprzedazy", "NrKontrahenta", "NazwaKontrahenta", "AdresKontrahenta", "DowodSprzedazy"),
                days("DataWystawienia"), optional(.day, "DataSprzedazy"), optional(.amount, names("K_", 10...39)),
            ])
        let purchase = group(
            "ZakupWiersz", .purchase, occurs: .many,
            rules: [.together(["K_43", "K_44"]), .together(["K_45", "K_46"])],
            [
                texts("LpZakupu", "NrDostawcy", "NazwaDostawcy", "AdresDostawcy", "DowodZakupu"),
                days("DataZakupu"), optional(.day, "DataWplywu"), optional(.amount, names("K_", 43...50)),
            ])
        var controls = [saleControl, purchaseControl]
        for index in controls.indices { controls[index].occurrence = .optional }
        return jpk(
            header: range, purpose: defaulted(.number, "CelZlozenia"), taxpayer: taxpayer,
            [sale, controls[0], purchase, controls[1]],
            rules: [.needs("SprzedazWiersz", ["SprzedazCtrl"]), .needs("ZakupWiersz", ["ZakupCtrl"])])
    }()

    private static let vatPositions: Shape = {
        let refunds = ["P_540", "P_55", "P_56", "P_560", "P_57", "P_58", "P_59"]
        let amounts = names("P_", 10...36) + ["P_360"] + names("P_", 37...54)
        let required: Set = ["P_38", "P_51"]
        let taken = amounts.map { name in
            Shape(name: name, content: .whole, occurrence: required.contains(name) ? .once : .optional)
        }
        let pairs = [
            (15, 16), (17, 18), (19, 20), (23, 24), (25, 26), (27, 28), (29, 30), (31, 32), (40, 41), (42, 43),
        ]
        return group(
            "PozycjeSzczegolowe", .declaration,
            rules: pairs.map { .together(["P_\($0.0)", "P_\($0.1)"]) } + [
                .together(["P_59", "P_60", "P_61"]), .together(["P_68", "P_69"]),
                .needs("P_54", refunds),
            ] + refunds.map { .needs($0, ["P_54"]) },
            [
                taken, optional(.text, refunds),
                optional(.whole, "P_60"), optional(.text, "P_61"), optional(.whole, "P_62"),
                optional(.text, "P_63", "P_64", "P_65", "P_66", "P_660", "P_67"), optional(.whole, "P_68", "P_69"),
                optional(.text, "P_ORDZU"),
            ])
    }()

    /// The marks of a row of sales, of all variants.
    static let saleMarks =
        (1...13).map { $0 < 10 ? "GTU_0\($0)" : "GTU_\($0)" } + [
            "SW", "EE", "WSTO_EE", "IED", "TP", "TT_WNT", "TT_D", "MR_T", "MR_UZ", "I_42", "I_63", "B_SPV",
            "B_SPV_DOSTAWA", "B_MPV_PROWIZJA", "MPP",
        ]
    static let purchaseMarks = ["MPP", "IMP"]
    private static let proofs = ["NrKSeF", "OFF", "BFK", "DI"]

    private static func sale(_ variant: Int) -> Shape {
        let pairs = [15, 17, 19, 23, 25, 27, 29, 31].map { Rule.together(["K_\($0)", "K_\($0 + 1)"]) }
        let dates = ["TerminPlatnosci", "DataZaplaty"]
        let debt = [Rule.needs("KorektaPodstawyOpodt", dates)] + dates.map { .needs($0, ["KorektaPodstawyOpodt"]) }
        return group(
            "SprzedazWiersz", .sale, occurs: .many,
            rules: pairs + (variant >= 3 ? [.oneOf(proofs)] : []) + (variant == 1 ? [] : debt),
            [
                texts("LpSprzedazy"), optional(.text, "KodKrajuNadaniaTIN"),
                texts("NrKontrahenta", "NazwaKontrahenta", "DowodSprzedazy"), days("DataWystawienia"),
                optional(.day, "DataSprzedazy"), variant >= 3 ? optional(.text, proofs) : [],
                optional(.text, "TypDokumentu"), optional(.text, saleMarks), optional(.text, "KorektaPodstawyOpodt"),
                optional(.day, dates), optional(.amount, names("K_", 10...36)),
                variant >= 3 ? optional(.amount, "K_360") : [], optional(.amount, "SprzedazVAT_Marza"),
            ])
    }

    private static func purchase(_ variant: Int) -> Shape {
        group(
            "ZakupWiersz", .purchase, occurs: .many,
            rules: [.together(["K_40", "K_41"]), .together(["K_42", "K_43"])]
                + (variant >= 3 ? [.oneOf(proofs)] : []),
            [
                texts("LpZakupu"), optional(.text, "KodKrajuNadaniaTIN"),
                texts("NrDostawcy", "NazwaDostawcy", "DowodZakupu"), days("DataZakupu"), optional(.day, "DataWplywu"),
                variant >= 3 ? optional(.text, proofs) : [], optional(.text, "DokumentZakupu"),
                optional(.text, purchaseMarks), optional(.amount, names("K_", 40...47)),
                optional(.amount, "ZakupVAT_Marza"),
            ])
    }

    private static let saleControl = group(
        "SprzedazCtrl", .saleControl, [numbers("LiczbaWierszySprzedazy"), amounts("PodatekNalezny")])
    private static let purchaseControl = group(
        "ZakupCtrl", .purchaseControl, [numbers("LiczbaWierszyZakupow"), amounts("PodatekNaliczony")])
}
