import Demo
import Foundation
import GRDB
import Models
import Secrets
import Testing

@Suite("The demo office")
struct DemoOfficeTests {
    @Test("Has 64 active firms of every form, two of them without a person, and one closed")
    func firms() async throws {
        let office = try await MadeDemo.shared.value
        let day = office.day
        let list = try await office.database.read { db in
            var rows: [FirmList.FirmRow] = []
            let list = FirmList(scope: .wholeOffice, day: day)
            while rows.count < (try list.count(db)) {
                rows += try list.page(db, rows.last.map { .after($0.id) } ?? .first).rows
            }
            return rows
        }
        #expect(list.count == 64)
        #expect(Set(list.compactMap(\.form)) == Set(TaxationForm.allCases))
        #expect(list.filter { $0.peopleCount == 0 }.map(\.name) == ["Galeria Ramka", "Kwiaty Mak"])
        #expect(list.allSatisfy { $0.supervisor != nil })
        #expect(list.contains { $0.peopleCount == 2 })
        #expect(Set(list.map(\.name)).count == 64)
        #expect(try await office.texts("SELECT name FROM firm WHERE closedAt IS NOT NULL") == ["Sklep Rybny Sum"])
    }

    @Test("The cast is active, in its roles, with the demo's password")
    func cast() async throws {
        let office = try await MadeDemo.shared.value
        for listed in DemoOffice.cast {
            let (person, role) = try await office.database.read { db in
                let person = try #require(try Person.find(db, email: EmailAddress(listed.email)))
                return (person, try Staff.find(db, personId: person.id)?.role.rawValue)
            }
            #expect(person.name == listed.name && !person.isInvited && person.disabledAt == nil)
            #expect(role ?? "client" == listed.role)
            #expect(person.passwordHash == office.hash.phc)
            let isHebrew = ["dana@biuro.example", "noa@studio.example"].contains(listed.email)
            #expect(person.language == (isHebrew ? .he : .pl))
        }
        #expect(try await office.texts("SELECT name FROM person WHERE activatedAt IS NULL").count == 4)
    }

    @Test("The accountant has the bakery alone, Tomasz has two firms")
    func assignments() async throws {
        let office = try await MadeDemo.shared.value
        let assigned = try await office.texts(
            """
            SELECT firm.name FROM assignment JOIN firm ON firm.id = firmId JOIN person ON person.id = personId
            WHERE email = 'ola@biuro.example'
            """)
        #expect(assigned == ["Piekarnia Kłos"])
        #expect(try await office.inbox("tomasz@meble.example").firms == ["Meble Dąb sp. z o.o.", "Tartak Dąb sp. j."])
    }

    @Test("Something waits for those who sign in: unread messages, one with a PDF, and open questions")
    func waiting() async throws {
        let office = try await MadeDemo.shared.value
        let piotr = try await office.inbox("piotr@piekarnia.example")
        #expect(piotr.unread.count == 3 && piotr.unread.contains { $0.fileCount == 1 })
        #expect(Set(try await office.inbox("tomasz@meble.example").unread.map(\.firmId)).count == 2)
        let noa = try await office.inbox("noa@studio.example")
        #expect(noa.unread.count == 2 && noa.unread.allSatisfy { $0.preview.contains("ש") })
        let ages = try await office.numbers(
            "SELECT (\(office.now.milliseconds) - waitingSince) / 60000 FROM conversation WHERE waitingSince IS NOT NULL"
        )
        #expect(ages.contains(5) && ages.contains(9 * 24 * 60) && ages.count >= 9)
        for table in ["readReceipt", "download", "handling", "auditEvent", "broadcastSkip"] {
            #expect(try await office.numbers("SELECT count(*) FROM \(table)")[0] > 0, "\(table)")
        }
        #expect(try await office.numbers("SELECT count(*) FROM unread WHERE side = 'client'")[0] > 0)
    }

    @Test("Has a notice about payroll, read only by those who may know of it, and a firm without such a person")
    func payroll() async throws {
        let office = try await MadeDemo.shared.value
        #expect(try await office.numbers("SELECT count(*) FROM broadcast WHERE isPayroll") == [1])
        let strangers = try await office.numbers(
            """
            SELECT count(*) FROM readReceipt JOIN message ON message.id = messageId
            JOIN conversation ON conversation.id = conversationId AND isPayroll AND broadcastId IS NOT NULL
            WHERE readReceipt.personId NOT IN (SELECT personId FROM membership
                WHERE firmId = conversation.firmId AND canPayroll)
            """)
        #expect(strangers == [0])
        let skipped = try await office.texts(
            "SELECT firm.name FROM broadcastSkip JOIN firm ON firm.id = firmId WHERE reason = 'noPayroll'")
        #expect(skipped == ["Piekarnia Kłos"])
    }

    @Test("Has printouts of three forms of taxation: sent, taken, waiting, superseded, with an UPO and without")
    func printouts() async throws {
        let office = try await MadeDemo.shared.value
        let forms = try await office.texts(
            """
            SELECT DISTINCT taxation.form FROM messagePrintout JOIN printout ON printout.id = printoutId
            JOIN taxImport ON taxImport.id = importId JOIN taxation USING (firmId) ORDER BY taxation.form
            """)
        #expect(forms == ["fullBooks", "ledger", "lumpSum"].sorted())
        let carrier = try await office.database.read { db in
            let id = try #require(try Int64.fetchOne(db, sql: "SELECT id FROM firm WHERE name LIKE 'Przewozy%'"))
            return try FirmPrintouts(of: Firm.find(db, id, in: .wholeOffice)).page(db)
        }
        #expect(carrier.rows.contains { $0.kind == .taxLedger && !$0.isInForce && $0.messageId != nil })
        #expect(carrier.rows.contains { $0.kind == .vatDeclaration && $0.receiptAt == nil })
        #expect(carrier.rows.contains { $0.kind == .vatDeclaration && $0.receiptAt != nil })
        let waiting = carrier.rows.filter { $0.messageId != nil && carrier.downloads[$0.id] == nil }
        #expect(!waiting.isEmpty && !carrier.downloads.isEmpty)
        #expect(try await office.numbers("SELECT count(*) FROM taxImport WHERE firmId IS NULL") == [1])
        #expect(try await office.numbers("SELECT count(*) FROM taxImport WHERE problemCount > 0") == [1])
    }

    @Test("Its past is two years long, in order, through the verbs, and leaves no place unfilled")
    func past() async throws {
        let office = try await MadeDemo.shared.value
        let moments = try await office.numbers("SELECT at FROM auditEvent ORDER BY id")
        #expect(moments == moments.sorted())
        let ages = moments.map { office.now.timeIntervalSince(Date(milliseconds: $0)) / (24 * 3600) }
        #expect(ages.allSatisfy { $0 > 0 && $0 <= 730 } && (ages.first ?? 0) > 725)
        #expect(try await office.numbers("SELECT count(*) FROM broadcast")[0] >= 30)
        let talks = try await office.numbers("SELECT count(*) FROM conversation WHERE broadcastId IS NULL")[0]
        #expect((150...250).contains(talks))
        let texts = try await office.texts(
            """
            SELECT body FROM content UNION ALL SELECT subject FROM conversation UNION ALL SELECT name FROM storedFile
            """)
        #expect(texts.filter { $0.contains("{") || $0.contains("}") } == [])
        let silent = try await office.numbers(
            "SELECT count(*) - (SELECT count(*) FROM auditEvent WHERE action = 'messageRead') FROM readReceipt")
        #expect(silent == [0])
    }

    @Test(
        "A message is marked to have files when it has any, however it went, and the first page counts those that wait")
    func filesOfMessages() async throws {
        let office = try await MadeDemo.shared.value
        let marks = try await office.numbers(
            """
            SELECT count(*) FROM message GROUP BY hasFiles, hasFiles =
                (EXISTS (SELECT 1 FROM attachment WHERE attachment.contentId = message.contentId)
                OR EXISTS (SELECT 1 FROM messagePrintout WHERE messageId = message.id))
            """)
        #expect(marks.count == 2, "messages without files, messages with files, and none that is marked wrongly")
        let people = try await office.numbers("SELECT DISTINCT personId FROM membership ORDER BY personId")
        let counts = try await office.database.read { db in
            let zone = try Office.find(db)?.zone ?? .gmt
            return try people.map { person in
                var waiting = ClientFiles(of: person, at: office.now, in: zone)
                waiting.state = .waiting
                return (
                    try ClientFiles.waiting(db, of: person, firm: nil, at: office.now).count,
                    waiting.counts(of: try waiting.entries(db)).all
                )
            }
        }
        #expect(counts.allSatisfy { $0 == $1 } && counts.contains { $0.0 > 0 })
    }

    @Test("Its files are on the disk, whole, and of the kind they say")
    func papers() async throws {
        let office = try await MadeDemo.shared.value
        let files = try await office.database.read { try StoredFile.fetchAll($0, sql: "SELECT * FROM storedFile") }
        #expect(Set(files.map(\.kind)) == ["PDF", "CSV", "TXT", "XML"])
        for file in files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: office.files.path(file.key)))
            #expect(SHA256Digest.of(bytes) == file.sha256, "\(file.name)")
        }
    }

    @Test("Two made at the same moment have the same past")
    func deterministic() async throws {
        let one = try await MadeDemo.shared.value.texts(MadeDemo.everything)
        let other = try await MadeDemo.with(at: MadeDemo.friday) { try await $0.texts(MadeDemo.everything) }
        #expect(one == other)
    }

    @Test("The cast's last days are the same when the demo is made in the night to Monday")
    func mondayNight() async throws {
        let people = ["piotr@piekarnia.example", "tomasz@meble.example", "noa@studio.example", "ewa@przewozy.example"]
        let now = try Date("2026-12-06T23:30:00Z", strategy: .iso8601)
        let unread = try await MadeDemo.with(at: now) { office in
            var unread: [Int] = []
            for email in people { unread.append(try await office.inbox(email).unread.count) }
            return unread
        }
        #expect(unread == [3, 3, 2, 0])
    }

    /// A time at which a client of the closed firm could have written to it weeks later.
    @Test("Is made whenever it is made: nobody writes to a firm that has left")
    func leaving() async throws {
        let sunday = MadeDemo.friday.addingTimeInterval(170_670)
        try await MadeDemo.with(at: sunday) { demo in
            let late = try await demo.database.read { db in
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM message JOIN firm ON firm.id = firmId
                        WHERE closedAt IS NOT NULL AND sentAt > closedAt
                        """)
            }
            #expect(late == 0)
        }
    }
}
