import Models

/// A month, a quarter or the year, as a form asks for it: `m7`, `q3`, `y`, and the year beside it.
enum TaxImportSpan {
    static func period(_ form: Form) -> PrintoutPeriod? {
        guard let year = Int(form["year"]), (2000...2100).contains(year) else { return nil }
        let span = form["span"]
        guard let number = Int(span.dropFirst()) else { return span == "y" ? PrintoutPeriod(year: year) : nil }
        return switch span.first {
        case "m": PrintoutPeriod(month: number, of: year)
        case "q": PrintoutPeriod(quarter: number, of: year)
        default: nil
        }
    }

    static func options(_ text: LanguageText, chosen: String) -> [Option] {
        let months = (1...12).map { (code: "m\($0)", name: text("period.month\($0)")) }
        let quarters = (1...4).map { (code: "q\($0)", name: text("period.quarter\($0)")) }
        let all = months + quarters + [(code: "y", name: text("taxFiles.wholeYear"))]
        return all.map { Option(code: $0.code, name: $0.name, isSelected: $0.code == chosen) }
    }

    /// As ``options(_:chosen:)`` has it; nothing for a period of other days.
    static func code(_ period: PrintoutPeriod) -> (span: String, year: Int)? {
        switch period.shape {
        case .month(let month, let year): ("m\(month)", year)
        case .quarter(let quarter, let year): ("q\(quarter)", year)
        case .year(let year): ("y", year)
        case .range: nil
        }
    }
}
