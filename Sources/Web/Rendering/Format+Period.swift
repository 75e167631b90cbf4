import Models

extension Format {
    /// `sierpień 2026`, `III kwartał 2026`, `rok 2026`; any other days by the first and the last of them.
    func period(_ period: PrintoutPeriod) -> String {
        switch period.shape {
        case .month(let month, let year):
            text("period.month", ["month": text("period.month\(month)"), "year": "\(year)"])
        case .quarter(let quarter, let year):
            text("period.quarter", ["quarter": text("period.quarter\(quarter)"), "year": "\(year)"])
        case .year(let year): text("period.year", ["year": "\(year)"])
        case .range: text("period.range", ["from": day(period.from), "until": day(period.until)])
        }
    }

    /// Nothing where one of the days is not known.
    func period(_ from: Day?, _ until: Day?) -> String? {
        guard let from, let until else { return nil }
        return PrintoutPeriod(from: from, until: until).map(period)
    }
}
