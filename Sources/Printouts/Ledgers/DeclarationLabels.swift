import Formats

/// The official Polish labels of a form's fields, by element.
struct DeclarationLabels {
    private let table: LabelTable
    private let variant: Int

    private init(_ text: String, variant: Int) {
        self.variant = variant
        table = LabelTable(text)
    }

    static func vat(variant: Int) -> DeclarationLabels {
        DeclarationLabels(vat, variant: variant)
    }

    /// Returns the labels of the settlement of income tax in a `JPK_KR_PD`.
    static func taxDifferences(variant: Int) -> DeclarationLabels {
        DeclarationLabels(taxDifferences, variant: variant)
    }

    /// Returns `nil` for a form without known labels. Each variant renumbers its fields, so the labels of one do not
    /// fit another.
    ///
    /// - Parameter form: the ministry's code of the form, or its usual name.
    static func form(_ form: String, variant: Int) -> DeclarationLabels? {
        let parts: [String] =
            switch (form, variant) {
            case ("CIT-8", 33): [citFirstHalf, citSecondHalf]
            case ("PIT-11", 29): [pit11]
            case ("PIT-28", 27): [pit28FirstHalf, pit28SecondHalf]
            case ("PIT-36", 32): [pit36Income, pit36Tax, pit36Payment]
            case ("PIT-36L", 21), ("PIT36L", 21): [pit36L]
            case ("PIT-37", 31): [pit37]
            case ("PIT-4R", 13): [pit4R]
            case ("VAT-UE", 5): [vatUE]
            case ("VAT-UEK", 5), ("VATUEK", 5): [vatUEK]
            default: []
            }
        return parts.isEmpty ? nil : DeclarationLabels(parts.joined(separator: "\n"), variant: variant)
    }

    subscript(_ element: String) -> String? {
        table.labels["\(element)@\(variant)"] ?? table.labels[element]
    }

    /// Returns the title of the form's part that contains a field.
    func part(of element: String) -> String? { table.parts[element] }

    /// Returns the text of a mark, which the form has as 1 or 2; `nil` for other fields.
    func value(_ field: DeclarationField) -> String? {
        guard Self.marks.contains(field.element), table.labels[field.element] != nil else { return nil }
        return ["1": "nie", "2": "tak"][field.text]
    }

    /// The marks of `VAT-UE` for triangular transactions: 2 is yes.
    private static let marks: Set = ["P_Dd", "P_Nd", "P_DBd", "P_DJd", "P_NBd", "P_NJd"]
}
