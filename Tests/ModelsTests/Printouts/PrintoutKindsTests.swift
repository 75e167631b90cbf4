import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Which printouts belong to which firm")
struct PrintoutKindsTests {
    @Test("Firms of one form are offered its ledgers, firms of several every kind, with how many have it")
    func offered() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.takeIn(TaxFileText.books("jpk_ewp_4", of: cast.bakery))
            _ = try await office.takeIn(TaxFileText.books("jpk_kr_1", of: cast.furniture))
            let one = try await office.offer([cast.carrier, cast.sawmill], period: "2026-02-01/2026-02-28")
            #expect(
                one.kinds.map(\.kind) == [
                    .taxLedger, .vatSales, .vatPurchases, .vatDeclaration, .declaration, .receipt,
                ])
            let all = try await office.offer([cast.bakery, cast.carrier, cast.sawmill, cast.furniture])
            #expect(all.kinds.map(\.kind) == Printout.Kind.allCases)
            #expect(all.period?.text == "2026-02-01/2026-02-28", "the last month that there is anything of")
            let counts = Dictionary(uniqueKeysWithValues: all.kinds.map { ($0.kind, [$0.have, $0.of]) })
            #expect(counts[.revenue] == [1, 1] && counts[.taxLedger] == [0, 2] && counts[.trialBalance] == [1, 1])
            #expect(counts[.vatDeclaration] == [0, 4])
        }
    }

    @Test("One firm is offered what it has, and somebody else's firm nothing")
    func one() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.takeIn(TaxFileText.jpk())
            let own = try await office.offer([cast.bakery], as: cast.ola)
            #expect(own.kinds.map(\.kind) == [.vatSales, .vatPurchases, .vatDeclaration])
            #expect(own.periods.map(\.text) == ["2026-02-01/2026-02-28"])
            let foreign = try await office.offer([cast.bakery], as: cast.rafal)
            #expect(foreign.periods.isEmpty && foreign.kinds.isEmpty)
        }
    }

    @Test("An Israeli firm has none, and a firm on a tax card no ledger")
    func others() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let kinds = try await office.offer([cast.studio, cast.empty], period: "2026-02-01/2026-02-28").kinds
            #expect(kinds.allSatisfy { $0.of == 1 && $0.kind.forms.contains(.card) })
            let none = try await office.offer([cast.studio, cast.studio], period: "2026-02-01/2026-02-28").kinds
            #expect(none.isEmpty)
        }
    }

    @Test("A firm that changed its form has the old ledger before, the new one after, and both over the change")
    func changed() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let change = try #require(Day("2026-12-01"))
            try await office.database.write { db in
                try cast.carrier.tax(db, as: .lumpSum, from: change, by: cast.anna, at: now)
            }
            let days = [("2026-11-01", "2026-11-30"), ("2026-12-01", "2026-12-31"), ("2026-11-01", "2026-12-31")]
            for (from, until) in days {
                for name in ["jpk_pkpir_3", "jpk_ewp_4"] {
                    _ = try await office.takeIn(
                        TaxFileText.books(name, of: cast.carrier, from: from, until: until))
                }
            }
            let expected: [[Printout.Kind]] = [[.taxLedger], [.revenue], [.taxLedger, .revenue]]
            for ((from, until), kinds) in zip(days, expected) {
                let choice = try office.choice(.taxLedger, .revenue, from: from, until: until)
                let sent = try await office.broadcast(to: [cast.carrier], choice)
                #expect(try await office.printouts(sent, cast.carrier).map(\.kind) == kinds, "\(from)")
            }
        }
    }

    @Test("A firm that changed its form within a year has both ledgers in that year, each of its own part")
    func changedWithinYear() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let change = try #require(Day("2027-07-01"))
            try await office.database.write { db in
                try cast.carrier.tax(db, as: .lumpSum, from: change, by: cast.anna, at: now)
            }
            let halves = [("2027-01-01", "2027-06-30"), ("2027-07-01", "2027-12-31"), ("2027-03-01", "2027-03-31")]
            for (from, until) in halves {
                for name in ["jpk_pkpir_3", "jpk_ewp_4"] {
                    _ = try await office.takeIn(TaxFileText.books(name, of: cast.carrier, from: from, until: until))
                }
            }
            let choice = try office.choice(.taxLedger, .revenue, from: "2027-01-01", until: "2027-12-31")
            let draft = try await office.draft(to: [cast.carrier], choice)
            let check = try await office.check(draft)
            #expect(check.lacking.isEmpty)
            let found = try await office.printouts(office.send(draft, as: check), cast.carrier)
            #expect(
                found.map { "\($0.kind) \($0.period?.text ?? "")" } == [
                    "taxLedger 2027-01-01/2027-06-30", "revenue 2027-07-01/2027-12-31",
                ])
        }
    }

    @Test(
        "VAT is missed of those who settle it: monthly ones each month, quarterly ones at the quarter's end",
        arguments: [
            ("2026-02-01", "2026-02-28", ["Meble Dąb sp. z o.o.", "Przewozy Ewa Nowak"]),
            ("2026-03-01", "2026-03-31", ["Meble Dąb sp. z o.o.", "Przewozy Ewa Nowak", "Tartak Dąb"]),
            ("2026-01-01", "2026-03-31", ["Tartak Dąb"]), ("2026-01-01", "2026-12-31", []),
        ])
    func settling(from: String, until: String, missing: [String]) async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            for (firm, vat) in [(cast.bakery, "exempt"), (cast.carrier, "monthly"), (cast.sawmill, "quarterly")] {
                try await office.execute("UPDATE firm SET vat = '\(vat)' WHERE id = \(firm.id)")
            }
            let choice = try office.choice(.vatDeclaration, from: from, until: until)
            let draft = try await office.draft(
                to: [cast.bakery, cast.carrier, cast.furniture, cast.sawmill], choice)
            let due = try await office.check(draft).lacking.filter { !$0.kinds.isEmpty }
            #expect(due.map(\.name) == missing)
        }
    }

    @Test("The declaration of a quarter goes with the quarter's last month, and with no other")
    func quarterly() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            _ = try await office.takeIn(TaxFileText.fixture("jpk_v7k_3"))
            for (from, until, kinds) in [
                ("2026-03-01", "2026-03-31", [.vatSales, .vatDeclaration] as [Printout.Kind]),
                ("2026-01-01", "2026-03-31", [.vatDeclaration]), ("2026-02-01", "2026-02-28", []),
            ] {
                let choice = try office.choice(.vatSales, .vatDeclaration, from: from, until: until)
                let sent = try await office.broadcast(to: [bakery], choice, need: .nothing)
                #expect(try await office.printouts(sent, bakery).map(\.kind) == kinds, "\(from)")
            }
        }
    }

    @Test("An UPO goes with the declaration that it is of; of several declarations all go")
    func receipts() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            let jpk = try TaxFileText.jpk()
            _ = try await office.takeIn(jpk)
            _ = try await office.takeIn(TaxFileText.receipt(of: jpk))
            let declaration = try TaxFileText.fixture("deklaracja_vat_ue").replacing("9999999999", with: "1111111111")
                .replacing("<Miesiac>7<", with: "<Miesiac>2<")
            _ = try await office.takeIn(declaration)
            _ = try await office.takeIn(TaxFileText.receipt(of: declaration, at: "2026-03-01T09:05:00Z"))
            let choice = try office.choice(.declaration, .receipt, .vatDeclaration)
            let sent = try await office.broadcast(to: [bakery], choice)
            let found = try await office.printouts(sent, bakery)
            #expect(
                found.map { "\($0.kind) \($0.structure)" } == [
                    "vatDeclaration JPK_V7M", "declaration VAT-UE", "receipt JPK_V7M", "receipt VAT-UE",
                ])
        }
    }

    @Test("The periods of hundreds of firms are those of any of them, the latest first, as those of a few are")
    func manyFirms() async throws {
        try await TestOffice.with { office in
            let (bakery, carrier) = (office.cast.bakery, office.cast.carrier)
            let many = try await office.addFirms(301)
            _ = try await office.takeIn(TaxFileText.fixture("jpk_v7k_3"))
            _ = try await office.takeIn(TaxFileText.books("jpk_ewp_4", of: bakery, until: "2026-08-31"))
            _ = try await office.takeIn(TaxFileText.books("jpk_ewp_4", of: bakery))
            _ = try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: carrier, until: "2026-03-31"))
            _ = try await office.takeIn(TaxFileText.receipt())
            let few = try await office.offer([bakery]).periods
            #expect(
                few.map(\.text) == [
                    "2026-02-01/2026-08-31", "2026-03-01/2026-03-31", "2026-01-01/2026-03-31", "2026-02-01/2026-02-28",
                ])
            #expect(try await office.offer([bakery] + many).periods == few)
            let all = try await office.offer([bakery, carrier] + many)
            #expect(all.periods.count == 5 && all.period?.text == "2026-03-01/2026-03-31")
        }
    }
}
