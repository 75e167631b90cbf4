/// The columns and rates of an older `JPK_EWP`. The fourth variant has a row for each rate instead.
struct RevenueColumns {
    let rates: [(element: String, rate: RevenueRate)]
    let total: String
    let remarks: String

    init?(variant: Int) {
        switch variant {
        case 3:
            self.init([170, 150, 140, 125, 120, 100, 85, 55, 30], total: "K_14", remarks: "K_15")
        case 2:
            self.init([170, 150, 125, 100, 85, 55, 30], total: "K_12", remarks: "K_13")
        case 1:
            // The rate of 10 % was added later, after the total.
            self.init([200, 170, 85, 55, 30], further: ("K_11", 100), total: "K_10", remarks: "K_12")
        default: return nil
        }
    }

    private init(_ tenths: [Int], further: (String, Int)? = nil, total: String, remarks: String) {
        let columns = tenths.enumerated().map { ("K_\($0.offset + 5)", $0.element) } + (further.map { [$0] } ?? [])
        rates = columns.map { ($0.0, RevenueRate(tenths: $0.1)) }
        self.total = total
        self.remarks = remarks
    }

    /// The rates that `K_9` of the fourth variant may contain.
    static let written: [String: RevenueRate] = [
        "17": 170, "15": 150, "14": 140, "12.5": 125, "12": 120, "10": 100, "8.5": 85, "5.5": 55, "3": 30,
    ].mapValues(RevenueRate.init(tenths:))
}
