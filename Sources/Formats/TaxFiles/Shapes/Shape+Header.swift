extension Shape {
    /// The root of a JPK with its header, its taxpayer, and the other groups. Signatures are skipped.
    static func jpk(
        header: [[Shape]], purpose: [Shape] = numbers("CelZlozenia"), taxpayer: Shape, _ rest: [Shape],
        rules: [Rule] = []
    ) -> Shape {
        let common = [
            fields(["KodFormularza"], .systemCode), numbers("WariantFormularza"), purpose,
            fields(["DataWytworzeniaJPK"], .moment),
        ]
        return group(
            "JPK", isOpen: true, rules: rules,
            [[group("Naglowek", .header, isOpen: true, common + header), taxpayer], rest])
    }

    static let office = texts("KodUrzedu")

    /// `DataOd`, `DataDo` in the header.
    static let range = [days("DataOd", "DataDo")]
    static let currency = texts("DomyslnyKodWaluty")

    /// A person or a firm, in the newer schemas. E-mail, phone and date of birth are skipped.
    static let personOrFirm = group(
        "Podmiot1", .taxpayer, isOpen: true, rules: [.oneOf(["OsobaFizyczna", "OsobaNiefizyczna"])],
        [
            [
                group(
                    "OsobaFizyczna", .person, occurs: .optional, isOpen: true, rules: [.anyOf(["NIP", "PESEL"])],
                    [optional(.text, "NIP", "PESEL"), texts("ImiePierwsze", "Nazwisko")]),
                group("OsobaNiefizyczna", .firm, occurs: .optional, isOpen: true, [texts("NIP", "PelnaNazwa")]),
            ],
            optional(.text, TaxpayerMark.allCases.map(\.rawValue)),
        ])

    /// The older schemas have firms alone.
    static let firm = group(
        "Podmiot1", .taxpayer, isOpen: true,
        [
            [group("IdentyfikatorPodmiotu", .firm, isOpen: true, [texts("NIP", "PelnaNazwa")])],
            optional(.text, TaxpayerMark.allCases.map(\.rawValue)),
        ])
}
