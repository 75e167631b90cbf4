import Formats

/// The columns of amounts in a VAT register: only those that occur, base and tax of one rate side by side.
struct VATSheetColumns<Key: Hashable & Comparable> {
    /// The base and the tax under one heading.
    struct Pair {
        let heading: String
        let base: Key?
        let tax: Key?
        /// Whether the base is a part of another column and is not added to the row's sum.
        var isPartOfAnother = false
        /// Whether the tax is subtracted.
        var isSubtracted = false
    }

    private let pairs: [Pair]
    let columns: [Column]
    /// The relative width of each column; the more columns, the smaller the text.
    let share: Double
    let textSize: Double
    /// The headings over base and tax, by the index of the column.
    let groups: [Group]

    /// - Parameter identity: the columns before these, which keep their width as long as there is space.
    init(_ pairs: [Pair], found: Set<Key>, after identity: [Column]) {
        let used = pairs.filter { pair in [pair.base, pair.tax].contains { $0.map(found.contains) == true } }
        let count = used.reduce(2) { $0 + ($1.base != nil && $1.tax != nil ? 2 : 1) }
        let free = 789 - identity.reduce(0) { $0 + $1.share }
        let share = min(max(free / Double(count), 30), 58)
        let offset = identity.count
        self.share = share
        textSize = share < 36 ? 6 : 6.5
        var (columns, groups) = ([Column](), [Group]())
        for pair in used {
            if pair.base != nil, pair.tax != nil {
                let first = offset + columns.count
                groups.append(Group(pair.heading, first..<(first + 2)))
                columns += [.amount("netto", share: share), .amount("VAT", share: share)]
            } else {
                columns.append(.amount(pair.heading, share: share))
            }
        }
        self.pairs = used
        self.columns = columns
        self.groups = groups
    }

    func cells(_ amounts: [Key: Int64]) -> [Cell] {
        pairs.flatMap { pair in [pair.base, pair.tax].compactMap { $0 }.map { Cell.amount(amounts[$0]) } }
    }

    /// Returns a row's sums: of its bases, and of its tax.
    func sums(_ amounts: [Key: Int64]) -> (base: Int64, tax: Int64) {
        var (base, tax) = (Int64(0), Int64(0))
        for pair in pairs {
            if !pair.isPartOfAnother, let key = pair.base { base &+= amounts[key] ?? 0 }
            if let key = pair.tax { tax &+= (amounts[key] ?? 0) * (pair.isSubtracted ? -1 : 1) }
        }
        return (base, tax)
    }
}

/// The headings of `JPK_VAT (3)`, which numbers its columns differently from `JPK_V7`; shortened from its schema.
enum OldRegister {
    /// Returns `K_19 Stawka 22% lub 23%, netto`.
    static func heading(_ element: String) -> String {
        [element, headings[element]].compactMap { $0 }.joined(separator: " ")
    }

    private static let headings: [String: String] = {
        var all = [
            "K_10": "Zwolnione, netto", "K_11": "Poza terytorium kraju, netto",
            "K_12": "w tym usługi art. 100 ust. 1 pkt 4, netto", "K_13": "Stawka 0%, netto",
            "K_14": "w tym art. 129, netto", "K_21": "WDT, netto", "K_22": "Eksport towarów, netto",
            "K_31": "Nabywca podatnikiem art. 17 ust. 1 pkt 7 lub 8 (dostawca), netto",
            "K_36": "VAT od spisu z natury art. 14 ust. 5", "K_37": "Zwrot ulgi na kasy",
            "K_38": "VAT od WNT środków transportu", "K_39": "VAT od WNT paliw",
            "K_47": "Korekta VAT od środków trwałych",
            "K_48": "Korekta VAT od pozostałych nabyć", "K_49": "Korekta VAT art. 89b ust. 1",
            "K_50": "Korekta VAT art. 89b ust. 4",
        ]
        let pairs = [
            15: "Stawka 5%", 17: "Stawka 7% lub 8%", 19: "Stawka 22% lub 23%", 23: "WNT", 25: "Import towarów art. 33a",
            27: "Import usług bez art. 28b", 29: "Import usług art. 28b",
            32: "Nabywca podatnikiem art. 17 ust. 1 pkt 5", 34: "Nabywca podatnikiem art. 17 ust. 1 pkt 7 lub 8",
            43: "Środki trwałe", 45: "Pozostałe nabycia",
        ]
        for (number, name) in pairs {
            all["K_\(number)"] = "\(name), netto"
            all["K_\(number + 1)"] = "\(name), VAT"
        }
        return all
    }()
}

extension VATSheetColumns where Key == VATSaleColumn {
    /// The register of sales of `JPK_V7`.
    static var sales: [Pair] {
        [
            Pair(heading: "Zwolnione", base: .k10, tax: nil),
            Pair(heading: "Poza terytorium kraju", base: .k11, tax: nil),
            Pair(heading: "w tym usługi art. 100 ust. 1 pkt 4", base: .k12, tax: nil, isPartOfAnother: true),
            Pair(heading: "Stawka 0%", base: .k13, tax: nil),
            Pair(heading: "w tym art. 129", base: .k14, tax: nil, isPartOfAnother: true),
            Pair(heading: "Stawka 5%", base: .k15, tax: .k16), Pair(heading: "Stawka 7% lub 8%", base: .k17, tax: .k18),
            Pair(heading: "Stawka 22% lub 23%", base: .k19, tax: .k20),
            Pair(heading: "WDT", base: .k21, tax: nil), Pair(heading: "Eksport towarów", base: .k22, tax: nil),
            Pair(heading: "WNT", base: .k23, tax: .k24),
            Pair(heading: "Import towarów art. 33a", base: .k25, tax: .k26),
            Pair(heading: "Import usług bez art. 28b", base: .k27, tax: .k28),
            Pair(heading: "Import usług art. 28b", base: .k29, tax: .k30),
            Pair(heading: "Nabywca podatnikiem art. 17 ust. 1 pkt 5", base: .k31, tax: .k32),
            Pair(heading: "VAT od spisu z natury art. 14 ust. 5", base: nil, tax: .k33),
            Pair(heading: "Zwrot ulgi na kasy", base: nil, tax: .k34),
            Pair(heading: "VAT od WNT środków transportu", base: nil, tax: .k35, isSubtracted: true),
            Pair(heading: "VAT od WNT paliw art. 103 ust. 5aa", base: nil, tax: .k36, isSubtracted: true),
            Pair(heading: "VAT od niezwróconej kaucji", base: nil, tax: .k360, isSubtracted: true),
            Pair(
                heading: "Wartość sprzedaży brutto w procedurze marży", base: .margin, tax: nil, isPartOfAnother: true),
        ]
    }
}

extension VATSheetColumns where Key == VATPurchaseColumn {
    /// The register of purchases of `JPK_V7`.
    static var purchases: [Pair] {
        [
            Pair(heading: "Środki trwałe", base: .k40, tax: .k41),
            Pair(heading: "Pozostałe nabycia", base: .k42, tax: .k43),
            Pair(heading: "Korekta VAT od środków trwałych", base: nil, tax: .k44),
            Pair(heading: "Korekta VAT od pozostałych nabyć", base: nil, tax: .k45),
            Pair(heading: "Korekta VAT art. 89b ust. 1", base: nil, tax: .k46),
            Pair(heading: "Korekta VAT art. 89b ust. 4", base: nil, tax: .k47),
            Pair(heading: "Wartość nabyć w procedurze marży", base: .margin, tax: nil, isPartOfAnother: true),
        ]
    }
}
