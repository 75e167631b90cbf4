/// Fixed assets: `JPK_ST (1)` and `JPK_ST_KR (1)`. Their schemas were not available; this comes from public programs,
/// so no field of a row is required, and unlisted ones are skipped.
extension Shape {
    static let fixedAssets = jpk(
        header: range + [office], taxpayer: personOrFirm,
        [
            assets("EWP", "F", fields: 1...16, amounts: [10, 11]),
            assets("PKPIR", "G", fields: 1...22, amounts: [12, 13, 14, 15, 16, 17]),
        ])

    static let fixedAssetsOfBooks = jpk(
        header: [
            optional(.day, "DataOd", "DataDo"), days("RokDataOd", "RokDataDo"),
            optional(.day, "RokPdDataOd", "RokPdDataDo"), defaulted(.text, "DomyslnyKodWaluty"), office,
        ],
        taxpayer: firm,
        [
            group(
                "ST_KR", .asset, occurs: .many, isOpen: true,
                [
                    (1...32).flatMap { number -> [Shape] in
                        switch number {
                        case 9: optional(.text, "E_9_1", "E_9_2", "E_9_3")
                        case 10, 25: optional(.text, "E_\(number)A") + optional(.amount, "E_\(number)B")
                        case 12...16, 18...24, 26, 27: optional(.amount, "E_\(number)")
                        default: optional(.text, "E_\(number)")
                        }
                    }
                ])
        ])

    private static func assets(_ name: String, _ letter: String, fields: ClosedRange<Int>, amounts: Set<Int>) -> Shape {
        let row = fields.flatMap { optional(amounts.contains($0) ? .amount : .text, "\(letter)_\($0)") }
        return group(
            name, occurs: .optional, isOpen: true, [[group("Wiersz", .asset, occurs: .many, isOpen: true, [row])]])
    }
}
