import Models

/// The printouts that a message will carry, as they stand in its form before it is sent.
struct PrintoutChips: Sendable {
    struct Chip: Sendable {
        let chipCode: String
        let chipName: String
        let chipPeriod: String
    }

    /// The firm to whom one writes; nothing where firms are ticked.
    var onlyFirm: String?
    /// Whether a check page follows.
    var isChecked = false
    var chosenPeriod = ""
    var chips: [Chip] = []
    var printoutsError: String?

    init(_ choice: PrintoutChoice?, firm: Int64? = nil, error: String? = nil, _ format: Format) {
        onlyFirm = firm.map { "\($0)" }
        isChecked = firm == nil
        printoutsError = error
        guard let choice else { return }
        chosenPeriod = choice.period.text
        chips = choice.kinds.map {
            Chip(chipCode: $0.rawValue, chipName: format.name($0), chipPeriod: format.period(choice.period))
        }
    }
}

extension Form {
    /// The printouts that a form names.
    /// - Throws: `Invalid` naming `printouts`.
    func printouts() throws -> PrintoutChoice? {
        try PrintoutChoice.typed(all("printout"), of: self["printouts"])
    }

    /// The same, to show a form again: what is wrong there is left out.
    var typedPrintouts: PrintoutChoice? { try? printouts() }
}
