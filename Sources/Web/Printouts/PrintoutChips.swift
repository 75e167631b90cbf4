import Dates
import Models

/// The printouts that a message will carry, in its form.
struct PrintoutChips: Encodable {
    struct Chip: Encodable {
        let chipCode: String
        let chipPapers: String
        let chipName: String
        let chipPeriod: String
    }

    /// The only recipient firm; `nil` where firms are ticked.
    var onlyFirm: String?
    /// Whether a check page follows.
    var isChecked = false
    /// Whether the message is about payroll, if the form has no checkbox for it.
    var isOfPayroll = false
    var chosenPeriod = ""
    var chips: [Chip] = []
    var printoutsError: String?

    /// - Parameter papers: for a single firm, the printouts of each kind that it would get now.
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

    /// Returns printouts in the form of a field.
    static func code(_ papers: [Int64]) -> String { papers.map(\.code).joined(separator: "+") }
}

extension Form {
    /// The printouts that the sender was shown, if the form contains them.
    var shownPrintouts: Set<Int64>? {
        has("shown") ? Set(ids("shown")) : nil
    }

    /// Reads the printouts of a form.
    /// - Throws: `Invalid` naming `printouts`.
    func printouts() throws -> PrintoutChoice? {
        try PrintoutChoice.typed(all("printout"), of: self["printouts"])
    }

    /// The same for showing a form again, without invalid values.
    var typedPrintouts: PrintoutChoice? { try? printouts() }
}
