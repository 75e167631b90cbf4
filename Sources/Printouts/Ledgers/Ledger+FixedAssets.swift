import Formats

/// Fixed assets of `JPK_ST` and `JPK_ST_KR`: the columns that occur in the file.
extension Ledger {
    func listedAssets() throws -> Document {
        var found: Set<String> = []
        try rows([.fixedAssets]) { row in
            if case .fixedAsset(let row) = row { found.formUnion(row.fields.map(\.element)) }
        }
        let kept = AssetColumn.all.filter { column in column.elements.contains { found.contains($0) } }
        let rows = rows
        let table = Table(columns: kept.map(\.column), sums: .state, textSize: 6) { body in
            try rows([.fixedAssets]) { row in
                guard case .fixedAsset(let row) = row else { return }
                try body(.entry(kept.map { $0.cell(row) }))
            }
        }
        let kind = found.first?.prefix(1)
        let left = AssetColumn.all.count { $0.elements.contains { $0.prefix(1) == kind } } - kept.count
        let note: [Document.Part] =
            left > 0 ? [.paragraph("Pominięto kolumny, w których żaden wiersz nic nie ma: \(left).")] : []
        let title = "Ewidencja środków trwałych oraz wartości niematerialnych i prawnych"
        return sheet(title, .landscape, [.table(table)] + note)
    }
}

/// A column of the list, and its elements: one in each of the structures' three kinds of rows.
private struct AssetColumn {
    let elements: [String]
    let heading: String
    let share: Double
    let isAmount: Bool

    var column: Column {
        isAmount ? .amount(heading, share: share) : Column(heading, share: share)
    }

    func cell(_ row: FixedAssetRow) -> Cell {
        guard let field = row.fields.first(where: { elements.contains($0.element) }) else { return .blank }
        if isAmount { return .amount(field.amount) }
        return .text(Self.words[field.element]?[field.text] ?? field.text)
    }

    private init(_ elements: String, _ heading: String, _ share: Double, isAmount: Bool = false) {
        self.elements = elements.split(separator: " ").map(String.init)
        (self.heading, self.share, self.isAmount) = (heading, share, isAmount)
    }

    private static func amount(_ elements: String, _ heading: String) -> AssetColumn {
        AssetColumn(elements, heading, 52, isAmount: true)
    }

    /// In the order of the forms: `F` for a revenue register, `G` for a ledger, `E` for full books.
    static let all: [AssetColumn] = [
        AssetColumn("F_1 G_1 E_1", "Lp. lub numer inwentarzowy", 34),
        AssetColumn("F_2 G_2 E_2", "Data nabycia środka trwałego", 44),
        AssetColumn("F_3 G_3 E_3", "Data nabycia wartości niematerialnej", 44),
        AssetColumn("F_4 G_4 E_4", "Data przyjęcia do używania", 44),
        AssetColumn("F_5 G_5 E_5", "Dokument przyjęcia", 52), AssetColumn("F_6 G_6 E_6", "Sposób nabycia (kod)", 30),
        AssetColumn("F_7 G_7 E_7", "Nazwa", 96), AssetColumn("F_8 G_8 E_8", "Symbol KŚT", 32),
        AssetColumn("G_9 E_9_1", "Metoda amortyzacji", 46), AssetColumn("E_9_2", "Druga metoda amortyzacji", 46),
        AssetColumn("E_9_3", "Trzecia metoda amortyzacji", 46),
        AssetColumn("F_9 G_10 E_10A", "Stawka amortyzacji, %", 34), amount("E_10B", "Stawka amortyzacji, kwota"),
        AssetColumn("G_11 E_11", "Stawka po podwyższeniu lub obniżeniu, %", 38),
        amount("F_10 G_12 E_12", "Wartość początkowa"), amount("F_11 G_13 E_13", "Zaktualizowana wartość początkowa"),
        amount("E_14", "Zaktualizowane odpisy"), amount("E_15", "Zmiana wartości początkowej"),
        amount("E_16", "Odpisy sprzed założenia ewidencji"), AssetColumn("E_17", "Częstość odpisów (kod)", 34),
        amount("E_18", "Odpisy roku niebędące kosztem"), amount("G_14 E_19", "Odpisy w roku"),
        amount("G_15 E_20", "Odpisy razem"), amount("G_16", "Zaktualizowane odpisy"),
        amount("G_17", "Zmiana wartości początkowej"), amount("E_21", "Wartość początkowa w księgach"),
        amount("E_22", "Zaktualizowana wartość w księgach"), amount("E_23", "Zaktualizowane odpisy w księgach"),
        amount("E_24", "Zmiana wartości w księgach"), AssetColumn("E_25A", "Stawka w księgach, %", 34),
        amount("E_25B", "Stawka w księgach, kwota"), amount("E_26", "Odpisy roku w księgach"),
        amount("E_27", "Odpisy w księgach razem"), AssetColumn("F_12 G_18 E_28", "Data wykreślenia", 44),
        AssetColumn("F_13 G_19 E_29", "Przyczyna wykreślenia (kod)", 36),
        AssetColumn("F_14 G_20 E_30", "Dokument wykreślenia", 52),
        AssetColumn("F_16 G_22 E_32", "Zmiana kwalifikacji", 32),
    ]

    private static let yesNo = ["1": "tak", "2": "nie"]
    private static let words = ["F_16": yesNo, "G_22": yesNo, "E_32": yesNo]
}
