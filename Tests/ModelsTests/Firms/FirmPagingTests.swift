import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The pages of the firm list")
struct FirmPagingTests {
    /// Adds 130 firms to the six of the cast. They differ in every column, with some equal values.
    private static func fill(_ office: TestOffice) async throws {
        let cast = office.cast
        let firms = try await office.addFirms(130, supervisor: cast.dana)
        try await office.execute("DELETE FROM assignment WHERE duty = 'supervisor' AND firmId % 4 = 0")
        let (day, start) = (office.day, office.now)
        try await office.database.write { db in
            for (index, firm) in firms.enumerated() where index.isMultiple(of: 9) {
                let (content, now) = (NewContent(body: "Treść"), start.addingTimeInterval(Double(index) * 60))
                _ = try Conversation.ask(db, "Pytanie", content, firm: firm, by: cast.piotr, on: day, at: now)
            }
        }
        office.pass(3 * 3600)
        _ = try await office.broadcast(to: Array(firms[20..<50]))
        _ = try await office.broadcast(to: Array(firms[40..<60]), "Drugie")
        try await office.execute("UPDATE taxation SET form = 'card' WHERE firmId % 3 = 0")
        try await office.execute("UPDATE firm SET vat = 'monthly', approvalRequired = 1 WHERE id % 5 = 0")
        try await office.execute(
            "UPDATE everyConversation SET isPayroll = 1 WHERE broadcastId IS NULL AND firmId % 2 = 0")
    }

    @Test("Visit each firm once, in order, there and back", arguments: FirmList.Sort.allCases, [false, true])
    func visitsEach(sort: FirmList.Sort, isDescending: Bool) async throws {
        try await TestOffice.with { office in
            try await Self.fill(office)
            let day = office.day
            let (there, back, offsets) = try await office.database.read { db in
                var list = FirmList(scope: .wholeOffice, day: day)
                (list.sort, list.isDescending) = (sort, isDescending)
                var pages = [try list.page(db)]
                while let page = pages.last, page.hasNext, let last = page.rows.last {
                    pages.append(try list.page(db, .after(last.id)))
                }
                var backwards = [try #require(pages.last)]
                while let page = backwards.first, page.hasPrevious, let first = page.rows.first {
                    backwards.insert(try list.page(db, .before(first.id)), at: 0)
                }
                return (pages.flatMap(\.rows), backwards.flatMap(\.rows), pages.map(\.offset))
            }
            #expect(there.count == 136 && Set(there.map(\.id)).count == 136)
            #expect(back.map(\.id) == there.map(\.id) && offsets == [0, 50, 100])
            let approving = try await office.numbers("SELECT id FROM firm WHERE approvalRequired")
            let asked = try await office.numbers("SELECT firmId FROM conversation WHERE isPayroll")
            let payroll = Dictionary(uniqueKeysWithValues: asked.map { ($0, Int64(1)) })
            let keys = there.map { Self.key($0, sort, approving, payroll) }
            let sorted = isDescending ? keys.sorted().reversed() : keys.sorted()
            #expect(keys == sorted)
            #expect(Set(keys).count > 1)
        }
    }

    /// Returns the sort key of a list, as text or as a number with leading zeros.
    private static func key(
        _ row: FirmList.FirmRow, _ sort: FirmList.Sort, _ approving: Set<Int64>, _ payroll: [Int64: Int64]
    ) -> String {
        switch sort {
        case .name: SearchFolding.fold(row.name)
        case .form: row.form?.rawValue ?? ""
        case .supervisor: row.supervisor ?? ""
        case .waits: urgency(row.waitsFor)
        case .contact: padded(row.lastAt?.milliseconds ?? 0)
        case .vat: row.vat?.rawValue ?? ""
        case .approval: approving.contains(row.id) ? "1" : "0"
        case .payrollQuestions: padded(payroll[row.id] ?? 0)
        }
    }

    private static func urgency(_ waits: WaitsFor) -> String {
        switch waits {
        case .answer(let since, _): "0" + padded(since.milliseconds)
        case .reading(let since): "1" + padded(since.milliseconds)
        case .signIn(let since): "2" + padded(since.milliseconds)
        case .person: "3"
        case .nothing: "4"
        }
    }

    private static func padded(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 15 - digits.count) + digits
    }

    @Test("After or before a firm that is not one's own are those of the beginning, as after no firm")
    func foreignPlace() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            let list = FirmList(scope: .assigned(to: cast.marek, on: day), day: day)
            try await office.database.read { db throws in
                let first = try list.page(db).rows.map(\.id)
                for place in [cast.carrier.id, 999_999] {
                    #expect(try list.page(db, .after(place)).rows.map(\.id) == first)
                    #expect(try list.page(db, .before(place)).rows.map(\.id) == first)
                }
            }
        }
    }

    @Test("Have live columns: people, unread, questions, the last contact and who read it")
    func columns() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            _ = try await office.ask()
            office.pass(60)
            let thread = try await office.thread(office.broadcast(to: [cast.bakery]), cast.bakery)
            let sent = office.now
            office.pass(60)
            try await office.read(thread.lastMessageId, of: thread, by: cast.piotr)
            let row = try await office.database.read { db in try FirmList.FirmRow.find(db, cast.bakery, on: day) }
            #expect(row.peopleCount == 2 && row.activeCount == 1)
            #expect(row.unread == 0 && row.unreadSince == nil && row.questions == 1, "one reader of the firm is enough")
            #expect(row.lastSubject == "Zamknięcie roku" && row.lastAt == sent && row.lastSide == "office")
            #expect(row.lastReader == "Piotr Kłos" && row.lastReadAt == office.now)
            #expect(row.form == .lumpSum && row.supervisor == "Marek Wilk" && row.people == "Iwona Kłos, Piotr Kłos")
        }
    }
}
