import Testing

@testable import Formats
@testable import Printouts

@Suite("Accounts that hold the sums of others")
struct AccountTreeTests {
    private static func row(_ account: String, parent: String? = nil, _ amount: Int64 = 100) -> FileRow {
        let (pair, none) = (BalanceRow.Pair(debit: amount, credit: 0), BalanceRow.Pair(debit: 0, credit: 0))
        return .balance(
            BalanceRow(
                account: account, name: "", parent: parent ?? account, opening: pair, turnover: none,
                turnoverToDate: none, closing: pair, markers: []))
    }

    private static func synthetic(_ rows: [FileRow]) throws -> Set<String> {
        try AccountTree { _, body in for row in rows { try body(row) } }.synthetic
    }

    @Test("are known by any number of levels, whatever sign stands between them", arguments: ["-", ".", "/", " ", "_"])
    func levels(sign: String) throws {
        let codes = ["201", "201\(sign)1", "201\(sign)1\(sign)1", "201\(sign)1\(sign)1\(sign)7", "800"]
        let rows = codes.map { Self.row($0, parent: String($0.prefix(3))) }
        #expect(try Self.synthetic(rows) == Set(codes.prefix(3)))
        #expect(try Self.synthetic(rows.reversed()) == Set(codes.prefix(3)))
    }

    @Test("without a sign are known by their sums alone: 10 is not above 100 for its name")
    func digits() throws {
        let held = [Self.row("201"), Self.row("20101", 40), Self.row("20102", 60), Self.row("2010201", 60)]
        #expect(try Self.synthetic(held) == ["201", "20102"])
        #expect(try Self.synthetic([Self.row("10", 70), Self.row("100", 30)]).isEmpty)
    }

    @Test("are those that others name as theirs, where the file has them")
    func named() throws {
        let rows = [Self.row("200"), Self.row("X", parent: "200"), Self.row("130", parent: "13")]
        #expect(try Self.synthetic(rows) == ["200"])
    }
}

@Suite("Books of a part of a year", .enabled(if: SharedFile.areThere))
struct BooksOfMonthTests {
    @Test("begin each account with what it had when the days of the file began")
    func opening() throws {
        let lines = try SharedFile("../cases/tax/kr1_monthly_june.xml").paper(.ledgerAccounts).lines()
        for (account, opening) in [("130", "30 000,00"), ("201-1", "2 000,00"), ("700", "90 000,00")] {
            let start = try #require(lines.firstIndex { $0.hasPrefix("\(account) ") })
            #expect(lines[start + 1] == "Saldo na początek okresu \(opening)")
        }
        #expect(!lines.contains { $0.contains("inne niż z zapisów") || $0.hasPrefix("Bilans otwarcia") })
    }

    @Test("add up three levels of accounts once, and print no account that holds others' sums alone")
    func levels() throws {
        let file = try SharedFile("../cases/tax/kr1_three_levels.xml")
        let sums = ["300,00", "50,00", "50,00", "350,00"].map { "\($0) \($0)" }.joined(separator: " ")
        #expect(try file.paper(.trialBalance).lines().contains("Razem \(sums)"))
        let accounts = try file.paper(.ledgerAccounts).lines()
        #expect(accounts.contains { $0.hasPrefix("201-1-2") })
        #expect(!accounts.contains { $0 == "201-1 Odbiorcy krajowi" || $0 == "201 Odbiorcy razem" })
        #expect(!accounts.contains { $0.contains("inne niż z zapisów") })
    }
}
