import Formats

/// The declaration in a `JPK_V7`, with the labels of its schema; and any other declaration, field by field.
extension Ledger {
    func vatDeclaration() -> Document {
        let labels = DeclarationLabels.vat(variant: summary.structure.variant)
        let rows = rows
        let table = Table(columns: Self.fieldColumns, textSize: 8) { body in
            var sections = VATSections()
            try rows([.declaration]) { row in
                guard case .field(let field) = row else { return }
                if let title = sections.title(before: field.element) { try body(.section(title)) }
                try body(.entry(Self.fieldCells(field, labels[field.element], Self.vatValue(field))))
            }
        }
        let code = summary.declarationCode ?? summary.structure.code
        var document = sheet("Deklaracja \(code) – część deklaracyjna \(summary.structure.code)", .portrait, [])
        document.parts += settlementForm + [.table(table)]
        return document
    }

    private static let fieldColumns = [
        Column("Poz.", share: 9), Column("Treść", share: 68), Column("Wartość", share: 23, alignment: .end),
    ]

    /// Puts a long text below its label, where it has more space.
    private static func fieldCells(_ field: DeclarationField, _ label: String?, _ value: String) -> [Cell] {
        let name = Cell.text(field.element.replacing("_", with: " "))
        if value.count <= 40 { return [name, .text(label), .text(value)] }
        return [name, .text([label, value].compactMap { $0 }.joined(separator: ": ")), .blank]
    }

    /// Returns whole złoty in groups of three; "tak" for a mark of 1.
    private static func vatValue(_ field: DeclarationField) -> String {
        let marks: Set = [
            "P_540", "P_55", "P_56", "P_560", "P_57", "P_58", "P_59", "P_63", "P_64", "P_65", "P_66", "P_660", "P_67",
        ]
        if marks.contains(field.element), field.text == "1" { return "tak" }
        guard field.element != "P_ORDZU", field.element != "P_61", let amount = field.amount else { return field.text }
        return AmountText.text(whole: Int(amount / 100))
    }

    /// The results of the declaration, above its fields.
    private var settlementForm: [Document.Part] {
        guard let settlement = summary.settlement else { return [] }
        var fields = [Field("Do wpłaty do urzędu skarbowego (P 51)", Self.zloty(settlement.payable), alignment: .end)]
        if let refund = settlement.refund {
            fields.append(Field("Do zwrotu (P 54)", Self.zloty(refund), alignment: .end))
        }
        if let carried = settlement.carriedOver {
            fields.append(Field("Do przeniesienia na następny okres (P 62)", Self.zloty(carried), alignment: .end))
        }
        return [.form([fields])]
    }

    private static func zloty(_ amount: Int64) -> String {
        "\(AmountText.text(whole: Int(amount / 100))) zł"
    }

    // MARK: Any form

    func declaration() throws -> Document {
        let form = summary.structure.form
        let labels = DeclarationLabels.form(form, variant: summary.structure.variant)
        let rows = rows
        let unlabelled = try unlabelled(labels)
        let table = Table(columns: Self.fieldColumns, textSize: 8) { body in
            var sections = DeclarationSections(labels)
            try rows([.declaration]) { row in
                guard case .field(let field) = row else { return }
                if let title = sections.title(before: field) { try body(.section(title)) }
                if field.path.first == SubjectLabels.party {
                    try body(.entry([.blank, .text(SubjectLabels[field.element]), .text(field.text)]))
                    return
                }
                // Attachments number their fields separately.
                let label = field.path.first?.hasPrefix("Zalacznik") == true ? nil : labels?[field.element]
                try body(.entry(Self.fieldCells(field, label, labels?.value(field) ?? Self.value(field))))
            }
        }
        return sheet(
            "Deklaracja \(summary.structure.code)", .portrait,
            (unlabelled.map { [.paragraph($0)] } ?? []) + [.table(table)])
    }

    /// Returns a note, once, about fields without known labels.
    private func unlabelled(_ labels: DeclarationLabels?) throws -> String? {
        var (known, unknown) = (0, 0)
        try rows([.declaration]) { row in
            guard case .field(let field) = row, field.path.first != SubjectLabels.party else { return }
            let isKnown = field.path.first?.hasPrefix("Zalacznik") != true && labels?[field.element] != nil
            if isKnown { known += 1 } else { unknown += 1 }
        }
        if unknown == 0 { return nil }
        return known == 0
            ? "Opisy pozycji tego formularza nie są tu znane: są tylko numery pozycji i wartości."
            : "Opisy niektórych pozycji nie są tu znane: są przy nich tylko numery i wartości."
    }

    /// Only a number with a decimal point is certainly an amount.
    private static func value(_ field: DeclarationField) -> String {
        guard field.text.contains("."), let amount = field.amount else { return field.text }
        return AmountText.text(Int(amount))
    }

    /// Returns the differences between the accounting and the tax result (`RPD`).
    func taxDifferences() -> Document {
        let labels = DeclarationLabels.taxDifferences(variant: summary.structure.variant)
        let rows = rows
        let table = Table(columns: Self.fieldColumns, textSize: 8) { body in
            try rows([.taxDifferences]) { row in
                guard case .field(let field) = row else { return }
                let name = field.element.replacing("_", with: " ")
                try body(.entry([.text("RPD \(name)"), .text(labels[field.element]), .amount(field.amount)]))
            }
        }
        return sheet("Rozliczenie podatku dochodowego na zasadach ogólnych", .portrait, [.table(table)])
    }
}

/// The parts of the VAT declaration, by their first field.
private struct VATSections {
    private var last = 0

    mutating func title(before element: String) -> String? {
        let section =
            switch element {
            case "P_ORDZU": 4
            case _ where element.hasPrefix("P_"): Self.section(Int(element.dropFirst(2)) ?? 0)
            default: last
            }
        guard section != last else { return nil }
        last = section
        return ["", "Podatek należny", "Podatek naliczony", "Rozliczenie podatku", "Informacje dodatkowe"][section]
    }

    private static func section(_ number: Int) -> Int {
        switch number {
        case 10...38, 360: 1
        case 39...48: 2
        case 49...62, 540, 560: 3
        default: 4
        }
    }
}
