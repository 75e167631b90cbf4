import Dates
import Formats

/// Groups the postings of a file by account, in batches. A file has them in the journal's order; it is read again for
/// each batch, so that a large one needs no more memory than a small one.
struct AccountBook {
    struct Line {
        let posting: LedgerPosting
        /// The account on the other side, or several if they are few.
        var against: String?
        var day: Day?
        var document: String?
        var event: String?
    }

    struct Account {
        let code: String
        var name: String?
        var balance: BalanceRow?
    }

    /// A part of an account's postings, in the file's order: usually all of them.
    struct Section {
        let account: Account
        let isFirst: Bool
        let isLast: Bool
        var lines: [Line] = []
    }

    /// The account and the range of postings of a section.
    private struct Place {
        let account: Int
        let lines: Range<Int>
        let isLast: Bool
    }

    /// The number of postings in memory at once.
    static let batchSize = 20_000

    private let rows: Ledger.Rows
    private let batchSize: Int
    /// In the order of the trial balance, followed by accounts that are not in it.
    private var accounts: [Account] = []
    private var numbers: [String: Int] = [:]
    private var batches: [[Place]] = []

    init(_ rows: @escaping Ledger.Rows, batchSize: Int = batchSize) throws {
        (self.rows, self.batchSize) = (rows, batchSize)
        try rows([.trialBalance]) { row in
            guard case .balance(let row) = row, numbers[row.account] == nil else { return }
            numbers[row.account] = accounts.count
            accounts.append(Account(code: row.account, name: row.name, balance: row))
        }
        var counts = [Int](repeating: 0, count: accounts.count)
        try rows([.ledgerAccounts]) { row in
            guard case .posting(let posting) = row else { return }
            if let number = numbers[posting.account] {
                counts[number] += 1
            } else {
                numbers[posting.account] = accounts.count
                accounts.append(Account(code: posting.account))
                counts.append(1)
            }
        }
        let synthetic = try AccountTree(rows).synthetic
        for number in accounts.indices where counts[number] > 0 || !synthetic.contains(accounts[number].code) {
            divide(number, of: counts[number])
        }
    }

    /// Adds an account to the batches. Skips accounts without postings and balance, and synthetic accounts.
    private mutating func divide(_ number: Int, of count: Int) {
        guard count > 0 || accounts[number].balance?.atStart ?? 0 != 0 else { return }
        var first = 0
        repeat {
            let held = batches.last?.reduce(0) { $0 + $1.lines.count } ?? batchSize
            if held >= batchSize { batches.append([]) }
            let room = held >= batchSize ? batchSize : batchSize - held
            let end = min(first + room, count)
            batches[batches.count - 1].append(Place(account: number, lines: first..<end, isLast: end == count))
            first = end
        } while first < count
    }

    func forEachSection(_ body: (Section) throws -> Void) throws {
        for batch in batches { for section in try filled(batch) { try body(section) } }
    }

    /// Returns the sections with their postings, and the journal's data for each.
    private func filled(_ batch: [Place]) throws -> [Section] {
        var sections = batch.map {
            Section(account: accounts[$0.account], isFirst: $0.lines.lowerBound == 0, isLast: $0.isLast)
        }
        let places = Dictionary(uniqueKeysWithValues: batch.enumerated().map { ($1.account, $0) })
        var met: [Int: Int] = [:]
        var wanted: [EntryKey: [(section: Int, line: Int)]] = [:]
        var sides = EntrySides()
        let settle = { (key: EntryKey, sides: EntrySides) in
            for line in wanted[key] ?? [] {
                sections[line.section].lines[line.line].against = sides.against(
                    sections[line.section].lines[line.line].posting)
            }
        }
        try rows([.ledgerAccounts]) { row in
            guard case .posting(let posting) = row else { return }
            if let left = sides.take(posting) { settle(left.key, left.sides) }
            guard let number = numbers[posting.account], let place = places[number] else { return }
            let line = met[number, default: 0]
            met[number] = line + 1
            guard batch[place].lines.contains(line) else { return }
            wanted[EntryKey(posting), default: []].append((place, sections[place].lines.count))
            sections[place].lines.append(Line(posting: posting, against: posting.against))
        }
        if let last = sides.end() { settle(last.key, last.sides) }
        try rows([.journal]) { row in
            guard case .journal(let entry) = row, let lines = wanted[EntryKey(entry)] else { return }
            // When two entries have the same number, the first one counts.
            for line in lines where sections[line.section].lines[line.line].day == nil {
                sections[line.section].lines[line.line].day = entry.happenedOn
                sections[line.section].lines[line.line].document = entry.document
                sections[line.section].lines[line.line].event = entry.event
            }
        }
        return sections
    }
}

/// The key by which a posting and its journal entry are matched.
private struct EntryKey: Hashable {
    private let place: Int?
    private let number: String

    init(_ posting: LedgerPosting) { (place, number) = (posting.place, posting.place == nil ? posting.entry : "") }
    init(_ entry: JournalEntry) { (place, number) = (entry.place, entry.place == nil ? entry.entry : "") }
}

/// The accounts on both sides of the current entry, when entries contain their postings: each posting gets the accounts
/// of the other side.
private struct EntrySides {
    /// The most accounts that are named.
    private static let limit = 3
    private var key: EntryKey?
    private var debits: [String] = []
    private var credits: [String] = []

    /// - Returns: the previous entry, when this is the first posting of the next one.
    mutating func take(_ posting: LedgerPosting) -> (key: EntryKey, sides: EntrySides)? {
        guard posting.place != nil else { return nil }
        let left = key == EntryKey(posting) ? nil : end()
        key = EntryKey(posting)
        switch posting.side {
        case .debit: Self.add(posting.account, to: &debits)
        case .credit: Self.add(posting.account, to: &credits)
        }
        return left
    }

    /// - Returns: the last entry.
    mutating func end() -> (key: EntryKey, sides: EntrySides)? {
        defer { self = EntrySides() }
        return key.map { ($0, self) }
    }

    func against(_ posting: LedgerPosting) -> String? {
        let others = posting.side == .debit ? credits : debits
        return others.isEmpty ? nil : others.count > Self.limit ? "różne" : others.joined(separator: ", ")
    }

    private static func add(_ account: String, to side: inout [String]) {
        if side.count <= limit, !side.contains(account) { side.append(account) }
    }
}
