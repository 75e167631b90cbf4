import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Forms about a person")
struct PersonalFormsTests {
    static func form(
        _ code: String, pesel: String = "44051401359", of firm: Firm, amount: Int = 1, purpose: Int = 1
    ) -> String {
        let name = code.prefix { $0 != " " }
        return """
            <Deklaracja xmlns="http://crd.gov.pl/wzor/2024/10/15/13535/"><Naglowek>
            <KodFormularza kodPodatku="PIT" kodSystemowy="\(code)" wersjaSchemy="1-0E">\(name)</KodFormularza>
            <WariantFormularza>29</WariantFormularza><CelZlozenia>\(purpose)</CelZlozenia><Rok>2025</Rok>
            <KodUrzedu>1435</KodUrzedu></Naglowek>
            <Podmiot1><OsobaNiefizyczna><NIP>\(firm.taxIdentifier)</NIP><PelnaNazwa>Płatnik</PelnaNazwa></OsobaNiefizyczna></Podmiot1>
            <Podmiot2 rola="Podatnik"><OsobaFizyczna><PESEL>\(pesel)</PESEL><ImiePierwsze>Żaneta</ImiePierwsze>
            <Nazwisko>Ćwik</Nazwisko></OsobaFizyczna></Podmiot2>
            <PozycjeSzczegolowe><P_29>\(amount)</P_29></PozycjeSzczegolowe></Deklaracja>
            """
    }

    private static let year = "2025-01-01/2025-12-31"

    private static func choice(_ period: Period?) throws -> PrintoutChoice {
        let period = try #require(period)
        return try #require(PrintoutChoice([.declaration], of: period))
    }

    @Test(
        "are payroll by their codes in use, and so is one about a person that nobody knows",
        arguments: [
            "PIT-11 (29)", "PIT-11Z (29)", "PIT-8C (13)", "PT-8AR (14)", "PIT-8AR (14)", "PIT-4R (13)", "PIT-R (23)",
            "PIT-40 (25)", "IFT-1R (16)", "IFT-1 (16)", "IFT-3R (6)", "PIT-8S (3)", "ABC-7 (1)",
        ])
    func payroll(code: String) async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            _ = try await office.takeIn(Self.form(code, of: bakery))
            let choice = try Self.choice(Period(Self.year))
            for isPayroll in [true, false] {
                let papers = try await office.database.read { db in
                    try choice.papers(db, of: bakery.id, isPayroll: isPayroll)
                }
                #expect((papers[.declaration]?.count ?? 0) == (isPayroll ? 1 : 0))
            }
        }
    }

    @Test("that are unknown show no wages once the head says so, all of that form, and do again; known ones always do")
    func said() async throws {
        try await TestOffice.with { office in
            let (bakery, anna, now) = (office.cast.bakery, office.cast.anna, office.now)
            let unknown = try await office.takeIn(Self.form("ABC-7 (1)", of: bakery)).found
            let other = try await office.takeIn(Self.form("ABC-7 (1)", pesel: "44051401458", of: bakery)).found
            let known = try await office.takeIn(Self.form("PIT-11 (29)", of: bakery)).found
            let choice = try Self.choice(Period(Self.year))
            func plain() async throws -> Int {
                try await office.database.read { db in
                    try choice.papers(db, of: bakery.id, isPayroll: false)[.declaration]?.count ?? 0
                }
            }
            func say(_ found: TaxImport, _ isPayroll: Bool) async throws {
                try await office.database.write { db in try found.sayPayroll(db, isPayroll, by: anna, at: now) }
            }
            #expect(try await plain() == 0)
            try await say(unknown, false)
            #expect(try await plain() == 2)
            try await say(other, true)
            #expect(try await plain() == 0)
            await #expect(throws: Invalid("payroll", "errors.formKnown")) { try await say(known, false) }
        }
    }

    @Test("supersede each other of one person alone")
    func versions() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            let first = try await office.takeIn(Self.form("PIT-11 (29)", of: bakery)).found
            let another = try await office.takeIn(Self.form("PIT-11 (29)", pesel: "44051401458", of: bakery)).found
            let again = try await office.takeIn(Self.form("PIT-11 (29)", of: bakery, amount: 2, purpose: 2)).found
            #expect(first.subject == "44051401359" && first.subjectName == "Żaneta Ćwik")
            #expect(
                try await office.current(of: bakery) == ["declaration \(another.id)", "declaration \(again.id)"])
        }
    }

    @Test("a return under a PESEL that was given to a firm is printed with its own taxpayer and sent to nobody")
    func own() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let found = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found
            try await office.assign(found, to: cast.carrier)
            let scope = try await office.scope(cast.anna)
            let printout = try #require(try await office.printouts(of: found).first)
            let reached = try await office.database.read { db in
                try ReachablePrintout.find(db, printout.id, message: nil, in: scope)
            }
            #expect(reached.ownName == "Jan Przykładowy" && reached.ownNumber == "44051401359")
            let choice = try Self.choice(printout.period)
            for isPayroll in [true, false] {
                let papers = try await office.database.read { db in
                    try choice.papers(db, of: cast.carrier.id, isPayroll: isPayroll)
                }
                #expect(papers.isEmpty)
            }
            let sent = try await office.broadcast(to: [cast.carrier])
            let message = try await office.thread(sent, cast.carrier).lastMessageId
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Printout.send(db, [printout.id], with: message) }
            }
        }
    }
}

extension Printout {
    fileprivate var period: Period? { Period(from: fromOn, until: untilOn) }
}
