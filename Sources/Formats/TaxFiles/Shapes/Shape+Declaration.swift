extension Shape {
    /// A `Deklaracja` of e-Deklaracje, of any form: header and taxpayer are alike, the other fields are not listed.
    /// `Podmiot2` contains the person whom a form such as `PIT-11` is about. `DaneAutoryzujace` is in another
    /// namespace, and so is skipped.
    static let declaration: Shape = {
        let header = group(
            "Naglowek", .header, isOpen: true,
            rules: [.oneOf(["Rok", "OkresOd"]), .together(["OkresOd", "OkresDo"])],
            [
                fields(["KodFormularza"], .systemCode), numbers("WariantFormularza", "CelZlozenia"),
                optional(.number, "Rok", "Miesiac", "Kwartal"), optional(.day, "OkresOd", "OkresDo"),
                optional(.text, "KodUrzedu"),
            ])
        var second = group("Podmiot2", nil, occurs: .optional, [])
        second.isFree = true
        var positions = group("PozycjeSzczegolowe", nil, [])
        positions.isFree = true
        var attachments = group("Zalaczniki", nil, occurs: .optional, [])
        attachments.isFree = true
        return group("Deklaracja", isOpen: true, [[header, personOrFirm, second, positions, attachments]])
    }()

    /// An UPO, versions 5.0 and 6.0.
    static let receipt: Shape = {
        var mistakes = Shape(name: "Blad", content: .text)
        mistakes.occurrence = .many
        return group(
            "Potwierdzenie", .receipt, isOpen: true,
            rules: [.oneOf(["NIP1", "PESEL1", "NumerIdentyfikacyjny"])],
            [
                texts(
                    "NazwaPodmiotuPrzyjmujacego", "NumerReferencyjny", "SkrotDokumentu", "SkrotZlozonejStruktury",
                    "NazwaStrukturyLogicznej"),
                fields(["DataWplyniecia"], .moment), texts("StempelCzasu"),
                optional(.text, "NIP1", "PESEL1", "NumerIdentyfikacyjny", "NIP2", "PESEL2"),
                texts("KodUrzedu", "KodFormularza", "Przyjeto"), [mistakes],
            ])
    }()
}
