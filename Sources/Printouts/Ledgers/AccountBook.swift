import Formats

/// The postings of a file by account, a batch of accounts at a time.
struct AccountBook {
    struct Line {
        let posting: LedgerPosting
        var day: CivilDate?
        var document: String?
        var event: String?
    }

    struct Account {
        let code: String
        var name: String?
        var balance: BalanceRow?
        var lines: [Line] = []
    }

    /// How many postings are held at once, unless one account has more.
    static let batchSize = 20_000

    private let rows: Ledger.Rows
    /// In the order of the trial balance, then those that it does not have.
    private let batches: [[Account]]

    init(_ rows: @escaping Ledger.Rows) throws {
        self.rows = rows
        var accounts: [Account] = []
        var places: [String: Int] = [:]
        try rows([.trialBalance]) { row in
            guard case .balance(let row) = row, places[row.account] == nil else { return }
            places[row.account] = accounts.count
            accounts.append(Account(code: row.account, name: row.name, balance: row))
        }
        var counts = [Int](repeating: 0, count: accounts.count)
        try rows([.ledgerAccounts]) { row in
            guard case .posting(let posting) = row else { return }
            if let place = places[posting.account] {
                counts[place] += 1
            } else {
                places[posting.account] = accounts.count
                accounts.append(Account(code: posting.account))
                counts.append(1)
            }
        }
        batches = Self.batches(accounts, counts)
    }

    /// Accounts without postings and without a balance are left out.
    private static func batches(_ accounts: [Account], _ counts: [Int]) -> [[Account]] {
        var batches: [[Account]] = []
        var size = 0
        for (account, count) in zip(accounts, counts) {
            let opening = account.balance?.opening
            guard count > 0 || opening?.debit ?? 0 != 0 || opening?.credit ?? 0 != 0 else { continue }
            if batches.isEmpty || size + count > batchSize {
                batches.append([])
                size = 0
            }
            batches[batches.count - 1].append(account)
            size += count
        }
        return batches
    }

    func forEachAccount(_ body: (Account) throws -> Void) throws {
        for batch in batches { for account in try filled(batch) { try body(account) } }
    }

    /// The accounts with their postings, and these with what the journal says of them.
    private func filled(_ batch: [Account]) throws -> [Account] {
        var accounts = batch
        let places = Dictionary(batch.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var wanted: [String: [(account: Int, line: Int)]] = [:]
        try rows([.ledgerAccounts]) { row in
            guard case .posting(let posting) = row, let place = places[posting.account] else { return }
            wanted[posting.entry, default: []].append((place, accounts[place].lines.count))
            accounts[place].lines.append(Line(posting: posting))
        }
        try rows([.journal]) { row in
            guard case .journal(let entry) = row, let lines = wanted[entry.entry] else { return }
            for line in lines {
                accounts[line.account].lines[line.line].day = entry.happenedOn
                accounts[line.account].lines[line.line].document = entry.document
                accounts[line.account].lines[line.line].event = entry.event
            }
        }
        return accounts
    }
}
