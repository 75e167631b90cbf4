/// Counts the rows of one part and computes the sums that the file declares.
struct Tally {
    /// A sum: the element that declares it, the columns to add and those to subtract.
    struct Sum {
        let element: String
        let added: [String]
        var subtracted: [String] = []
    }

    let part: FilePart
    let row: Shape.Role
    let control: Shape.Role?
    let countElement: String?
    var sums: [Sum] = []

    private(set) var count: Int64 = 0
    private var totals: [Int64] = []
    /// The slots of the added and subtracted columns of each sum, once there is a table.
    private var slots: [(added: [Int], subtracted: [Int])] = []
    private var typeSlot: Int?

    init(_ part: FilePart, _ row: Shape.Role, _ control: Shape.Role? = nil, count: String? = nil, _ sums: Sum...) {
        self.part = part
        self.row = row
        self.control = control
        countElement = count
        self.sums = sums
    }

    mutating func prepare(_ table: ShapeTable) {
        let slot = { [row] (name: String) in table.slot(name, of: row) }
        slots = sums.map { ($0.added.compactMap(slot), $0.subtracted.compactMap(slot)) }
        totals = sums.map { _ in 0 }
        typeSlot = row == .sale ? slot("TypDokumentu") : nil
    }

    /// - Throws: `sumTooLarge`.
    mutating func add(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        count += 1
        // Art. 109(3d): an invoice for a till receipt repeats an amount that the cash register has reported.
        if let typeSlot, record.isText(at: typeSlot, "FP") { return }
        for index in slots.indices {
            var total = totals[index]
            for slot in slots[index].added {
                try Self.add(record.value(at: slot) ?? 0, to: &total, in: stream)
            }
            for slot in slots[index].subtracted {
                try Self.add(-(record.value(at: slot) ?? 0), to: &total, in: stream)
            }
            totals[index] = total
        }
    }

    /// Returns the numbers of a control element, with the computed ones.
    func controls(_ record: Record) -> [ControlSum] {
        var controls: [ControlSum] = []
        if let countElement, let declared = record.amount(countElement) {
            // The schema requires a number above 0, even for a ledger that has no rows.
            let isEmpty = count == 0 && declared == 1 && (part == .taxLedger || part == .revenue)
            controls.append(
                ControlSum(
                    part: part, element: countElement, unit: .rows, declared: declared,
                    computed: isEmpty ? declared : count))
        }
        for (sum, total) in zip(sums, totals) {
            guard let declared = record.amount(sum.element) else { continue }
            controls.append(
                ControlSum(part: part, element: sum.element, unit: .amount, declared: declared, computed: total))
        }
        return controls
    }

    private static func add(_ value: Int64, to total: inout Int64, in stream: XMLStream) throws(TaxFileError) {
        let (sum, isTooLarge) = total.addingReportingOverflow(value)
        guard !isTooLarge else { throw stream.error(.sumTooLarge) }
        total = sum
    }
}

extension Structure {
    /// The counts and sums of such a file.
    var tallies: [Tally] {
        switch family {
        case .vatMonthly, .vatQuarterly:
            Self.vatTallies(
                output: [16, 18, 20, 24, 26, 28, 30, 32, 33, 34], less: [35, 36, 360], input: [41, 43, 44, 45, 46, 47])
        case .vatRegister:
            Self.vatTallies(
                output: [16, 18, 20, 24, 26, 28, 30, 33, 35, 36, 37], less: [38, 39], input: [44, 46, 47, 48, 49, 50])
        case .taxLedger:
            [
                Tally(
                    .taxLedger, .ledgerRow, .ledgerControl, count: "LiczbaWierszy",
                    .init(element: "SumaPrzychodow", added: ["K_9"]),
                    .init(element: "SumaPrzychodow2", added: ["K_9A"]))
            ]
        case .revenue:
            [
                Tally(
                    .revenue, .revenueRow, .revenueControl, count: "LiczbaWierszy",
                    .init(element: "SumaPrzychodow", added: [RevenueColumns(variant: variant)?.total ?? "K_8"])),
                Tally(
                    .fixedAssets, .asset, .assetControl, count: "LiczbaWierszy",
                    .init(element: "SumaWartosci", added: ["KW_7"])),
            ]
        case .books:
            [
                Tally(.trialBalance, .balance),
                Tally(
                    .journal, .journal, .journalControl, count: "LiczbaWierszyDziennika",
                    .init(element: "SumaKwotOperacji", added: ["DziennikKwotaOperacji"])),
                Tally(
                    .ledgerAccounts, .posting, .postingControl, count: "LiczbaWierszyKontoZapisj",
                    .init(element: "SumaWinien", added: ["KwotaWinien"]),
                    .init(element: "SumaMa", added: ["KwotaMa"])),
            ]
        case .booksOfIncomeTax:
            [
                Tally(.trialBalance, .balance),
                Tally(.journal, .journal, .booksControl, count: "C_1", .init(element: "C_2", added: ["D_11"])),
                Tally(
                    .ledgerAccounts, .posting, .booksControl, count: "C_3", .init(element: "C_4", added: ["Z_4"]),
                    .init(element: "C_5", added: ["Z_7"])),
            ]
        case .fixedAssets, .fixedAssetsOfBooks: [Tally(.fixedAssets, .asset)]
        case .declaration: []
        }
    }

    private static func vatTallies(output: [Int], less: [Int], input: [Int]) -> [Tally] {
        let columns = { (numbers: [Int]) in numbers.map { "K_\($0)" } }
        return [
            Tally(
                .vatSales, .sale, .saleControl, count: "LiczbaWierszySprzedazy",
                .init(element: "PodatekNalezny", added: columns(output), subtracted: columns(less))),
            Tally(
                .vatPurchases, .purchase, .purchaseControl, count: "LiczbaWierszyZakupow",
                .init(element: "PodatekNaliczony", added: columns(input))),
        ]
    }
}
