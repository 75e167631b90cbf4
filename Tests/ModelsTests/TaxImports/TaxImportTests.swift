import Dates
import Foundation
import Models
import TestSupport
import Testing

@Suite("An imported JPK or declaration")
struct TaxImportTests {
    @Test("Goes to the firm of its NIP, with all that it says of itself")
    func facts() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(TaxFileText.jpk()).found
            #expect(found.firmId == office.cast.bakery.id && found.nip == "1111111111")
            #expect(found.kind == .jpk && found.structure == "JPK_V7M" && found.variant == 3)
            #expect(found.fromOn?.text == "2026-02-01" && found.untilOn?.text == "2026-02-28")
            #expect(found.periodKind == .month && found.purpose == .first && found.officeCode == "1435")
            #expect(found.madeAt == Date(timeIntervalSince1970: 1_772_273_700))
            #expect(found.due == Money(minor: 0, currency: "PLN") && found.taxpayerName == "Jan Przykładowy")
            let checks = try found.checks()
            #expect(found.problemCount == 0 && !checks.isEmpty && checks.allSatisfy(\.agrees))
            let item = try #require(try await office.items(as: office.cast.anna).first)
            #expect(Set(item.parts.map(\.part)) == ["declaration", "vatSales", "vatPurchases"])
            #expect(item.row.firmName == "Piekarnia Kłos" && item.row.importerName == "Anna Lis" && !item.isSuperseded)
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'taxFileImported'")
                    == ["import/\(found.id)"])
        }
    }

    @Test("Is one import when the same bytes come twice, whoever brings them")
    func twice() async throws {
        try await TestOffice.with { office in
            let text = try TaxFileText.jpk()
            let first = try await office.takeIn(text).found
            for person in [office.cast.anna, office.cast.marek, office.cast.ola] {
                guard case .known(let same) = try await office.takeIn(text, by: person) else {
                    Issue.record("taken twice")
                    continue
                }
                #expect(same.id == first.id)
            }
            #expect(try await office.number("SELECT count(*) FROM taxImport") == 1)
        }
    }

    @Test("Is held without a firm when its NIP is no firm's, also where a counterparty's is")
    func unmatched() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(TaxFileText.jpk(nip: "7777777777")).found
            #expect(found.firmId == nil)
            #expect(try await office.items(.unmatched, as: office.cast.anna).map(\.found.id) == [found.id])
            for person in [office.cast.marek, office.cast.dana, office.cast.ola] {
                #expect(try await office.items(as: person).isEmpty)
            }
            #expect(try await office.counts(as: office.cast.anna) == [1, 0, 0])
            #expect(try await office.counts(as: office.cast.marek) == [0, 0, 0])
        }
    }

    @Test("Of a firm that is closed is still that firm's")
    func closed() async throws {
        try await TestOffice.with { office in
            let (bakery, anna, now) = (office.cast.bakery, office.cast.anna, office.now)
            try await office.database.write { db in try bakery.close(db, by: anna, at: now) }
            #expect(try await office.takeIn(TaxFileText.jpk()).found.firmId == bakery.id)
        }
    }

    @Test("Of a firm of others is refused as one of no firm is, also when it is there already")
    func outsider() async throws {
        try await TestOffice.with { office in
            let (foreign, nobodys) = (try TaxFileText.jpk(), try TaxFileText.jpk(nip: "7777777777"))
            func refusal(_ text: String) async throws -> TaxImport.Refusal? {
                do {
                    _ = try await office.takeIn(text, by: office.cast.rafal)
                    return nil
                } catch let refusal as TaxImport.Refusal { return refusal }
            }
            for _ in 0..<2 {
                #expect(try await refusal(foreign) == .notOurs(number: "1111111111"))
                #expect(try await refusal(nobodys) == .notOurs(number: "7777777777"))
                _ = try await office.takeIn(foreign)
                _ = try await office.takeIn(nobodys)
            }
            #expect(try await office.items(as: office.cast.rafal).isEmpty)
            let own = try await office.takeIn(TaxFileText.jpk(nip: "2222222222"), by: office.cast.rafal).found
            #expect(own.firmId == office.cast.carrier.id)
            #expect(try await office.items(as: office.cast.rafal).map(\.found.id) == [own.id])
            #expect(try await office.items(of: office.cast.bakery, as: office.cast.rafal).isEmpty)
        }
    }

    @Test("Is given to the firm with its NIP by hand, to no other, and once")
    func assigned() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let found = try await office.takeIn(TaxFileText.jpk(nip: "7777777777")).found
            await #expect(throws: Invalid.self) { try await office.assign(found, to: cast.bakery) }
            await #expect(throws: NotFound.self) { try await office.assign(found, to: cast.bakery, by: cast.marek) }
            let (day, now) = (office.day, office.now)
            let new = try await office.database.write { db in
                let new = NewFirm(
                    name: "Nowa", country: .poland, taxIdentifier: "7777777777", form: .ledger, supervisor: cast.marek)
                return try Firm.add(db, new, by: cast.anna, on: day, at: now)
            }
            try await office.assign(found, to: new)
            try await office.assign(found, to: new)
            #expect(try await office.items(of: new, as: cast.marek).map(\.found.id) == [found.id])
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'taxFileAssigned'").count == 1)
            await #expect(throws: Invalid.self) { try await office.assign(found, to: cast.bakery) }
        }
    }

    @Test(
        "That came by a number mistyped on a firm's card is sent to nobody, and moves to the right firm until it is sent"
    )
    func mistyped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (carrier, choice) = (cast.carrier, try office.choice(.vatSales, .receipt))
            // The sawmill's books are with the carrier, which once had its number.
            try await office.execute("UPDATE firm SET taxIdentifier = '7777777777' WHERE id = \(cast.sawmill.id)")
            try await office.execute("UPDATE firm SET taxIdentifier = '4444444444' WHERE id = \(carrier.id)")
            let text = try TaxFileText.jpk(nip: "4444444444")
            let found = try await office.takeIn(text).found
            let upo = try await office.takeIn(TaxFileText.receipt(of: text, nip: nil)).found
            #expect(found.firmId == carrier.id && upo.firmId == carrier.id)
            try await office.execute("UPDATE firm SET taxIdentifier = '2222222222' WHERE id = \(carrier.id)")
            try await office.execute("UPDATE firm SET taxIdentifier = '4444444444' WHERE id = \(cast.sawmill.id)")
            let wrong = try await office.broadcast(to: [carrier], choice, need: .nothing)
            #expect(try await office.printouts(wrong, carrier).isEmpty)
            let ids = try await office.printouts(of: found).map(\.id)
            let message = try await office.thread(wrong, carrier).lastMessageId
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Printout.send(db, ids, with: message) }
            }
            let own = try await office.takeIn(TaxFileText.jpk(nip: "2222222222", made: "2026-02-27T08:00:00Z")).found
            #expect(try await office.current(of: carrier).contains("vatSales \(own.id)"), "it supersedes nothing here")

            await #expect(throws: Invalid.self) { try await office.assign(found, to: cast.furniture) }
            try await office.assign(found, to: cast.sawmill)
            #expect(try await office.items(of: cast.sawmill, as: cast.marek).count == 2, "its UPO follows")
            #expect(try await office.receipt(upo).documentId == found.id)
            let details = try await office.texts(
                "SELECT detail FROM auditEvent WHERE action = 'taxFileAssigned' AND firmId = \(cast.sawmill.id)")
            #expect(details.count == 2 && Set(details) == [#"{"from":"firm\/\#(carrier.id)"}"#])
            let right = try await office.broadcast(to: [cast.sawmill], choice)
            #expect(try await office.printouts(right, cast.sawmill).map(\.kind) == [.vatSales, .receipt])
            await #expect(throws: Invalid("firm", "errors.importSent")) {
                try await office.assign(found, to: cast.bakery)
            }
        }
    }

    @Test("That was held as nobody's goes to its firm when that firm's supervisor brings it again")
    func broughtAgain() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let text = try TaxFileText.jpk(nip: "7777777777")
            let upo = TaxFileText.receipt(of: text, nip: nil)
            for each in [upo, text] { _ = try await office.takeIn(each) }
            await #expect(throws: TaxImport.Refusal.notOurs(number: "7777777777")) {
                try await office.takeIn(text, by: cast.marek)
            }
            let new = try await office.database.write { db in
                let new = NewFirm(
                    name: "Nowa", country: .poland, taxIdentifier: "7777777777", form: .ledger, supervisor: cast.marek)
                return try Firm.add(db, new, by: cast.anna, on: day, at: now)
            }
            await #expect(throws: TaxImport.Refusal.notOurs(number: "7777777777")) {
                try await office.takeIn(text, by: cast.rafal)
            }
            guard case .known(let found) = try await office.takeIn(text, by: cast.marek) else {
                Issue.record("taken twice")
                return
            }
            #expect(found.firmId == new.id && found.assignedBy == nil)
            #expect(try await office.items(of: new, as: cast.marek).count == 2, "its UPO follows")
            #expect(
                try await office.texts("SELECT personId FROM auditEvent WHERE action = 'taxFileAssigned'")
                    == ["\(cast.marek)", "\(cast.marek)"])
        }
    }

    @Test("Of a person by PESEL goes to no firm by itself, and to any by hand")
    func pesel() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found
            #expect(found.firmId == nil && found.pesel == "44051401359" && found.kind == .declaration)
            #expect(found.purpose == .correction && found.structure == "PIT-36" && found.periodKind == .year)
            try await office.assign(found, to: office.cast.carrier)
            #expect(try await office.items(as: office.cast.rafal).map(\.found.id) == [found.id])
        }
    }

    @Test("Says which of its numbers do not agree, and is on the list of those")
    func problems() async throws {
        try await TestOffice.with { office in
            let text = try TaxFileText.jpk()
            let wrong = text.replacing("<LiczbaWierszySprzedazy>", with: "<LiczbaWierszySprzedazy>1")
            try #require(wrong != text)
            let found = try await office.takeIn(wrong).found
            let wrongChecks = try found.checks().filter { !$0.agrees }
            #expect(wrongChecks.map(\.element) == ["LiczbaWierszySprzedazy"])
            _ = try await office.takeIn(text)
            #expect(try await office.items(.withProblems, as: office.cast.anna).map(\.found.id) == [found.id])
            #expect(try await office.counts(as: office.cast.anna) == [0, 1, 0])
        }
    }

    @Test("Is superseded part by part by what was made later, in whatever order they come; all are kept")
    func superseded() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            let correction = TaxFileText.without(
                "Ewidencja", in: try TaxFileText.jpk(made: "2026-03-05T08:00:00Z", purpose: 2))
            let later = try await office.takeIn(correction).found.id
            let first = try await office.takeIn(TaxFileText.jpk()).found.id
            #expect(
                try await office.current(of: bakery)
                    == ["declaration \(later)", "vatSales \(first)", "vatPurchases \(first)"])
            let whole = try await office.takeIn(TaxFileText.jpk(made: "2026-03-04T08:00:00Z", purpose: 2)).found.id
            #expect(
                try await office.current(of: bakery)
                    == ["declaration \(later)", "vatSales \(whole)", "vatPurchases \(whole)"])
            let items = try await office.items(as: office.cast.anna)
            #expect(items.map(\.found.id) == [whole, first, later])
            #expect(items.map(\.isSuperseded) == [false, true, false])
            let other = try TaxFileText.jpk(nip: "2222222222", made: "2026-04-01T08:00:00Z")
            _ = try await office.takeIn(other)
            #expect(try await office.current(of: bakery).count == 3, "another firm's supersede nothing")
        }
    }

    @Test("Stays when uploads that nothing uses are swept, and takes no room for further ones")
    func kept() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(TaxFileText.jpk()).found
            let later = office.now.addingTimeInterval(48 * 3600)
            let swept = try await office.database.write { db in try StoredFile.sweep(db, at: later) }
            #expect(swept.isEmpty)
            #expect(try await office.number("SELECT count(*) FROM storedFile WHERE id = \(found.fileId)") == 1)
        }
    }

    @Test("Comes from the command line without a person, and is the office's")
    func machine() async throws {
        try await TestOffice.with { office in
            let found = try await office.takeIn(Data(TaxFileText.jpk().utf8), in: .office).found
            #expect(found.importedBy == nil && found.firmId == office.cast.bakery.id)
            #expect(try await office.items(as: office.cast.ola).map(\.row.importerName) == [nil])
        }
    }

    @Test("Is listed by pages, newest first, none twice")
    func pages() async throws {
        try await TestOffice.with { office in
            for day in 10..<17 { _ = try await office.takeIn(TaxFileText.jpk(made: "2026-03-\(day)T08:00:00Z")) }
            var seen: [Int64] = []
            while true {
                let page = try await office.items(as: office.cast.ola, after: seen.last, limit: 3).map(\.found.id)
                if page.isEmpty { break }
                seen += page
            }
            #expect(seen.count == 7 && seen == seen.sorted(by: >))
        }
    }
}
