import Formats

/// Official Polish labels of a form's fields, by element.
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

    /// Of the settlement of income tax in a `JPK_KR_PD`.
    static func taxDifferences(variant: Int) -> DeclarationLabels {
        DeclarationLabels(taxDifferences, variant: variant)
    }

    /// Nothing for a form that no labels are known of. Each variant numbers its fields anew, so what is known of one
    /// says nothing of another.
    ///
    /// - Parameter form: as the ministry's code of the form has it, or as the form itself is called.
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

    /// The title of the part of the form that a field is in.
    func part(of element: String) -> String? { table.parts[element] }

    /// How a mark is printed, where the form has it as 1 or 2; nothing for what is no mark.
    func value(_ field: DeclarationField) -> String? {
        guard Self.marks.contains(field.element), table.labels[field.element] != nil else { return nil }
        return ["1": "nie", "2": "tak"][field.text]
    }

    /// Whether a delivery or an acquisition of a `VAT-UE` is part of a triangular transaction: 2 is yes.
    private static let marks: Set = ["P_Dd", "P_Nd", "P_DBd", "P_DJd", "P_NBd", "P_NJd"]
}
