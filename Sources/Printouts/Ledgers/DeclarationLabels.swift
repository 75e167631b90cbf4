import Formats

/// Official Polish labels of a form's fields, by element.
struct DeclarationLabels {
    private let labels: [Substring: Substring]
    private let variant: Int

    /// - Parameter text: a field a line, its element first.
    private init(_ text: String, variant: Int) {
        self.variant = variant
        let pairs = text.split(separator: "\n").map { line -> (Substring, Substring) in
            let element = line.prefix { $0 != " " }
            return (element, line.dropFirst(element.count + 1))
        }
        labels = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    static func vat(variant: Int) -> DeclarationLabels {
        DeclarationLabels(vat, variant: variant)
    }

    /// Nothing for a form that no labels are known of.
    static func form(_ form: String, variant: Int) -> DeclarationLabels? {
        switch (form, variant) {
        case ("CIT-8", 33): DeclarationLabels(citFirstHalf + "\n" + citSecondHalf, variant: variant)
        case ("VAT-UE", 5): DeclarationLabels(vatUE, variant: variant)
        default: nil
        }
    }

    subscript(_ element: String) -> String? {
        (labels["\(element)@\(variant)"] ?? labels[element[...]]).map { String($0) }
    }

    /// How a mark is printed, where the form has it as 1 or 2; nothing for what is no mark.
    func value(_ field: DeclarationField) -> String? {
        guard Self.marks.contains(field.element), labels[field.element[...]] != nil else { return nil }
        return ["1": "nie", "2": "tak"][field.text]
    }

    /// Whether a delivery or an acquisition of a `VAT-UE` is part of a triangular transaction: 2 is yes.
    private static let marks: Set = ["P_Dd", "P_Nd"]

    /// Told by public programs; the schema itself was not to be had.
    private static let vatUE = """
        Grupa1 Informacja o wewnątrzwspólnotowych dostawach towarów
        Grupa2 Informacja o wewnątrzwspólnotowych nabyciach towarów
        Grupa3 Informacja o wewnątrzwspólnotowym świadczeniu usług
        Grupa4 Informacja o przemieszczeniach towarów w procedurze magazynu typu call-off stock
        P_Da Kod kraju
        P_Db Numer identyfikacyjny VAT kontrahenta
        P_Dc Kwota transakcji w zł
        P_Dd Transakcje trójstronne
        P_Na Kod kraju
        P_Nb Numer identyfikacyjny VAT kontrahenta
        P_Nc Kwota transakcji w zł
        P_Nd Transakcje trójstronne
        P_Ua Kod kraju
        P_Ub Numer identyfikacyjny VAT kontrahenta
        P_Uc Kwota transakcji w zł
        """
}
