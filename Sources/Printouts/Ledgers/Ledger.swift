import Dates
import Formats
import Foundation

/// An imported file for printing: its summary, and its rows, which are read again each time.
package struct Ledger {
    /// Calls `body` with the rows of some parts in the file's order, from the first, each time it is called.
    package typealias Rows = (_ parts: Set<FilePart>, _ body: (FileRow) throws -> Void) throws -> Void

    package let summary: FileSummary
    /// Its period is that of the printed part: the declaration of a `JPK_V7K` has the quarter.
    package let frame: PrintoutFrame
    let rows: Rows

    package init(_ summary: FileSummary, frame: PrintoutFrame, rows: @escaping Rows) {
        self.summary = summary
        self.frame = frame
        self.rows = rows
    }

    /// Returns the printout of one part. The file is read once or twice to find the columns that occur.
    /// - Throws: ``PrintoutError/wrongKind`` for a part that the file cannot have, or an error of `rows`.
    package func document(of part: FilePart) throws -> Document {
        guard summary.structure.parts.contains(part) else { throw PrintoutError.wrongKind }
        return switch part {
        case .taxLedger: try taxLedger()
        case .revenue: try revenue()
        case .fixedAssets: summary.structure.family == .revenue ? fixedAssets() : try listedAssets()
        case .vatSales: try vatSales()
        case .vatPurchases: try vatPurchases()
        case .trialBalance: try trialBalance()
        case .journal: journal()
        case .ledgerAccounts: try ledgerAccounts()
        case .taxDifferences: taxDifferences()
        case .declaration: summary.structure.family == .declaration ? try declaration() : vatDeclaration()
        }
    }

    /// Returns a document of this file: its origin, then the parts.
    func sheet(_ title: String, _ orientation: Document.Orientation, _ parts: [Document.Part]) -> Document {
        Document(
            title, subject: summary.structure.code, orientation: orientation, frame: frame,
            parts: [.form([origin])] + parts)
    }

    private var origin: [Field] {
        var fields = [Field("Struktura pliku", summary.structure.code, share: 2)]
        if let office = summary.officeCode { fields.append(Field("Urząd skarbowy", TaxOffice.name(office), share: 4)) }
        let purpose =
            switch summary.purpose {
            case .onDemand: "na żądanie"
            case .first: "złożenie"
            case .correction: "korekta"
            }
        fields.append(Field("Cel złożenia", purpose, share: 1.3))
        if let madeAt = summary.madeAt {
            let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: PolishTime.zone)
            let text = madeAt.formatted(style.year().month().day().time(includingFractionalSeconds: false))
            fields.append(Field("Data wytworzenia pliku (czas polski)", text, share: 2.4))
        }
        if summary.currency != "PLN" { fields.append(Field("Waluta", summary.currency)) }
        let marks = TaxpayerMark.allCases.filter(summary.marks.contains).map(Self.markLabel)
        if !marks.isEmpty { fields.append(Field("Oznaczenia podatnika", marks.joined(separator: ", "), share: 2)) }
        return fields
    }

    private static func markLabel(_ mark: TaxpayerMark) -> String {
        switch mark {
        case .cashAccounting: "kasowy PIT"
        case .farmer: "rolnik"
        case .estonianCIT: "estoński CIT"
        case .ifrs: "MSSF"
        }
    }

    /// Returns the control numbers of a part, and whether its rows match.
    func controls(of part: FilePart) -> [Document.Part] {
        let fields = summary.controls.filter { $0.part == part }.map { control in
            let text = { (value: Int64) in
                control.unit == .rows ? AmountText.text(whole: Int(value)) : AmountText.text(Int(value))
            }
            let verdict =
                control.agrees ? "zgodna z wierszami" : "niezgodna: z wierszy wynika \(text(control.computed))"
            return Field(Self.controlLabel(control.element), "\(text(control.declared)) – \(verdict)")
        }
        return fields.isEmpty ? [] : [.heading("Sumy kontrolne pliku"), .form([fields])]
    }

    private static func controlLabel(_ element: String) -> String {
        switch element {
        case "C_1", "LiczbaWierszyDziennika": "Liczba zapisów dziennika"
        case "C_3", "LiczbaWierszyKontoZapisj": "Liczba zapisów na kontach"
        case "C_2", "SumaKwotOperacji": "Suma kwot operacji"
        case "C_4", "SumaWinien": "Suma zapisów po stronie Wn"
        case "C_5", "SumaMa": "Suma zapisów po stronie Ma"
        case "PodatekNalezny": "Podatek należny"
        case "PodatekNaliczony": "Podatek naliczony"
        case "SumaPrzychodow", "SumaPrzychodow2": "Suma przychodów"
        case "SumaWartosci": "Suma wartości początkowych"
        default: element.hasPrefix("Liczba") ? "Liczba wierszy" : element
        }
    }
}

extension Cell {
    static func amount(_ value: Int64?) -> Cell { .amount(value.map { Int($0) }) }
    static func amount(_ value: Int64) -> Cell { .amount(Int(value)) }
    static func day(_ day: Day?) -> Cell { .text(day?.text) }
}
