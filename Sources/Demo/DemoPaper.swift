import Foundation

/// A small file that somebody of the demo attaches: a real PDF, CSV or TXT.
struct DemoPaper {
    enum Kind: String {
        /// From clients.
        case invoice, statement, contract, letter, timesheet
        /// From the office.
        case register, summary, note, payslip, contributions, stocktaking, deadlines, report
    }

    let name: String
    let bytes: Data

    /// A paper with its places filled in, as in the text that it goes with.
    init(_ kind: Kind, _ values: [String: String]) {
        let (name, lines) = Self.words(kind)
        self.name = DemoText.fill(name, values)
        let filled = lines.map { DemoText.fill($0, values) }
        bytes =
            name.hasSuffix(".pdf")
            ? DemoPDF.page(filled[0], filled.dropFirst() + ["", "Dane demonstracyjne – Skrytka"])
            : Data((filled.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private static func words(_ kind: Kind) -> (name: String, lines: [String]) {
        fromClients[kind] ?? fromOffice[kind] ?? ("plik.txt", ["Plik"])
    }

    /// The first line of a PDF is its title.
    private static let fromClients: [Kind: (name: String, lines: [String])] = [
        .invoice: (
            "Faktura FV-{serial}.pdf",
            ["Faktura FV-{serial}", "Sprzedawca: {supplier}", "Do zapłaty: {amount}", "Termin: 14 dni, przelew"]
        ),
        .statement: (
            "Wyciąg {month} {yearOfMonth}.csv",
            ["Data;Opis;Kwota", "02;Przelew od klienta;{amount}", "11;{supplier};-412,50", "20;ZUS;-1773,96"]
        ),
        .contract: (
            "Umowa {serial}.pdf",
            ["Umowa {serial}", "Strony: {supplier} i nabywca", "Przedmiot: dostawa", "Cena: {amount}"]
        ),
        .letter: (
            "Pismo z urzędu {serial}.pdf",
            ["Wezwanie", "W sprawie: JPK za {number}/{yearOfMonth}", "Termin: 7 dni od dnia odbioru pisma"]
        ),
        .timesheet: (
            "Godziny {month} {yearOfMonth}.txt",
            ["Ewidencja czasu pracy – {month} {yearOfMonth}", "Pracownik 1: 160 h", "Pracownik 2: 152 h, urlop 8 h"]
        ),
    ]

    private static let fromOffice: [Kind: (name: String, lines: [String])] = [
        .register: (
            "Ewidencja przychodów {number}-{yearOfMonth}.pdf",
            ["Ewidencja przychodów {number}/{yearOfMonth}", "3,0 %: 41 280,00", "8,5 %: 2 150,00", "Razem: 43 430,00"]
        ),
        .summary: (
            "Zestawienie {number}-{yearOfMonth}.csv",
            ["Dokument;Data;Netto;VAT", "FV 1;03;1200,00;276,00", "FV 2;12;640,00;147,20", "FV 3;28;98,00;4,90"]
        ),
        .note: (
            "Wzór noty korygującej.txt",
            ["NOTA KORYGUJĄCA", "Wystawca noty:", "Dotyczy faktury nr:", "Treść korygowana:", "Treść prawidłowa:"]
        ),
        .payslip: (
            "Lista płac {number}-{yearOfMonth}.pdf",
            ["Lista płac {number}/{yearOfMonth}", "Brutto: 14 320,00", "Netto: 10 418,33", "Do ZUS: 4 901,20"]
        ),
        .contributions: (
            "Składki ZUS {year}.pdf",
            [
                "Składki ZUS {year} – przykład", "Ulga na start: tylko zdrowotna", "Preferencyjne: 456,19",
                "Pełne: 1 773,96",
            ]
        ),
        .stocktaking: (
            "Arkusz spisu z natury {year}.csv",
            ["Lp.;Nazwa;Jednostka;Ilość;Cena;Wartość", "1;;szt.;;;", "2;;szt.;;;", "3;;kg;;;"]
        ),
        .deadlines: (
            "Terminy {thisNumber}-{year}.pdf",
            [
                "Terminy {thisNumber}/{year}", "10 – dokumenty", "15 i 20 – ZUS", "20 – podatek dochodowy",
                "25 – VAT i JPK",
            ]
        ),
        .report: (
            "VAT report {number}-{yearOfMonth}.pdf",
            ["VAT report {number}/{yearOfMonth}", "Output VAT: 6,820.00", "Input VAT: 2,610.00", "To pay: 4,210.00"]
        ),
    ]
}
