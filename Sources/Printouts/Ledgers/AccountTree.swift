import Formats

/// Finds the synthetic accounts of a trial balance, which contain the sums of others, so that nothing is added twice.
/// Others belong to an account when they name it as their parent, or when their code continues its code: `201-1-2` is
/// below `201-1`. For a code that continues without a separator, as `20101` after `201`, the sums decide.
struct AccountTree {
    private struct Sums: Equatable {
        var opening: Int64 = 0
        var debit: Int64 = 0
        var credit: Int64 = 0
        var closing: Int64 = 0

        init() {}

        init(_ row: BalanceRow) {
            opening = row.opening.debit &- row.opening.credit
            (debit, credit) = (row.turnoverToDate.debit, row.turnoverToDate.credit)
            closing = row.closing.debit &- row.closing.credit
        }

        mutating func add(_ other: Sums) {
            opening &+= other.opening
            debit &+= other.debit
            credit &+= other.credit
            closing &+= other.closing
        }
    }

    private(set) var synthetic: Set<String> = []

    init(_ rows: Ledger.Rows) throws {
        var sums: [String: Sums] = [:]
        var parents: Set<String> = []
        try rows([.trialBalance]) { row in
            guard case .balance(let row) = row else { return }
            sums[row.account] = Sums(row)
            if row.parent != row.account { parents.insert(row.parent) }
        }
        synthetic = parents.filter { sums[$0] != nil }
        var held: [String: Sums] = [:]
        for (account, own) in sums {
            guard let (parent, isMarked) = Self.parent(of: account, among: sums) else { continue }
            if isMarked { synthetic.insert(parent) } else { held[parent, default: Sums()].add(own) }
        }
        for (parent, sum) in held where sum != Sums() && sum == sums[parent] { synthetic.insert(parent) }
    }

    /// Returns the account with the longest code that begins this one's, and whether a separator follows it.
    private static func parent(of account: String, among sums: [String: Sums]) -> (code: String, isMarked: Bool)? {
        var prefix = account.dropLast()
        while !prefix.isEmpty {
            if sums[String(prefix)] != nil {
                let next = account[prefix.endIndex]
                let isMarked =
                    !(next.isLetter || next.isNumber) || prefix.last.map { !($0.isLetter || $0.isNumber) } == true
                return (String(prefix), isMarked)
            }
            prefix = prefix.dropLast()
        }
        return nil
    }
}
