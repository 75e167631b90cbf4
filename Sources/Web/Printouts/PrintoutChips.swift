import Dates
import Models

/// The printouts that a message will carry, as they stand in its form before it is sent.
struct PrintoutChips: Encodable {
    struct Chip: Encodable {
        let chipCode: String
        let chipPapers: String
        let chipName: String
        let chipPeriod: String
    }

    /// The firm to whom one writes; nothing where firms are ticked.
    var onlyFirm: String?
    /// Whether a check page follows.
    var isChecked = false
    /// Whether what they go with is about payroll, where no box in the form says so.
    var isOfPayroll = false
    var chosenPeriod = ""
    var chips: [Chip] = []
    var printoutsError: String?

    /// - Parameter papers: where it is for one firm, what that gets of each kind now.
    init(
        _ choice: PrintoutChoice?, firm: Int64? = nil, papers: [Printout.Kind: [Int64]] = [:], error: String? = nil,
        _ format: Format
    ) {
        onlyFirm = firm.map(\.code)
        isChecked = firm == nil
        printoutsError = error
        guard let choice else { return }
        chosenPeriod = choice.period.text
        chips = choice.kinds.map {
            Chip(
                chipCode: $0.rawValue, chipPapers: Self.code(papers[$0] ?? []), chipName: format.name($0),
                chipPeriod: format.period(choice.period))
        }
    }

    /// Printouts as a form carries them.
    static func code(_ papers: [Int64]) -> String { papers.map(\.code).joined(separator: "+") }
}

extension Form {
    /// The printouts that the sender was shown, where the form says so.
    var shownPrintouts: Set<Int64>? {
        has("shown") ? Set(ids("shown")) : nil
    }

    /// The printouts that a form names.
    /// - Throws: `Invalid` naming `printouts`.
    func printouts() throws -> PrintoutChoice? {
        try PrintoutChoice.typed(all("printout"), of: self["printouts"])
    }

    /// The same, to show a form again: what is wrong there is left out.
    var typedPrintouts: PrintoutChoice? { try? printouts() }
}
