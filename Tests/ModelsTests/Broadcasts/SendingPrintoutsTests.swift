import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Sending printouts")
struct SendingPrintoutsTests {
    @Test("To firms of three forms attaches the right ledger to each, and nothing of another firm")
    func threeForms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            // A firm does not get ledgers of a form of taxation that it did not have.
            _ = try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: cast.bakery))
            let firms = [cast.bakery, cast.carrier, cast.furniture, cast.studio]
            let draft = try await office.draft(to: firms, office.choice(.taxLedger, .revenue, .trialBalance, .journal))
            let check = try await office.check(draft)
            #expect(check.lacking.map(\.name) == ["Studio Noa"] && check.count == 3)
            let before = try await office.counts()
            let sent = try await office.send(draft, as: check)
            #expect(try await office.added(since: before)["messagePrintout"] == 4)
            for (firm, kinds) in [
                (cast.bakery, [.revenue] as [Printout.Kind]), (cast.carrier, [.taxLedger]),
                (cast.furniture, [.trialBalance, .journal]),
            ] {
                #expect(try await office.printouts(sent, firm).map(\.kind) == kinds, "\(firm.name)")
            }
            let foreign = try await office.number(
                """
                SELECT count(*) FROM messagePrintout JOIN message ON message.id = messageId
                JOIN printout ON printout.id = printoutId JOIN taxImport ON taxImport.id = importId
                WHERE taxImport.firmId <> message.firmId
                """)
            #expect(foreign == 0)
            let event = try await office.texts("SELECT detail FROM auditEvent ORDER BY id DESC LIMIT 1")
            let carried = try await office.texts(
                """
                SELECT conversationId || ':' || group_concat(printoutId, '+') FROM (SELECT conversationId, printoutId
                    FROM messagePrintout JOIN message ON message.id = messageId ORDER BY 1, 2)
                GROUP BY conversationId ORDER BY conversationId
                """
            ).joined(separator: ",")
            let detail =
                #"{"firms":"3","printouts":"4","printoutsOf":"\#(carried)","skipped":"1","subject":"Dokumenty","without":"0"}"#
            #expect(event == [detail] && carried.split(separator: ",").count == 3)
        }
    }

    @Test("Shows before it which firms lack what, and in the preview of a firm its own printouts alone")
    func lacking() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            let firms = [cast.bakery, cast.carrier, cast.sawmill, cast.empty]
            let draft = try await office.draft(to: firms, office.choice(.taxLedger, .revenue, .fixedAssets))
            var place = DraftCheck.Place()
            place.preview = cast.carrier.id
            let check = try await office.check(draft, at: place)
            #expect(check.count == 2, "who may not get the notice anyway is not named as lacking")
            #expect(check.counts == counts(complete: 1, partial: 1, without: 1))
            #expect(check.lacking.map(\.name) == ["Piekarnia Kłos", "Tartak Dąb"])
            #expect(check.lacking.map(\.kinds) == [[.fixedAssets], [.taxLedger]])
            #expect(check.lacking.map(\.hasOthers) == [true, false])
            #expect(check.preview?.recipient.firmId == cast.carrier.id)
            #expect(check.preview?.printouts.map(\.kind) == [.taxLedger])
            let other = try await office.draft(to: [cast.furniture, cast.carrier], office.choice(.taxLedger))
            let shown = try await office.check(other).preview
            #expect(shown?.recipient.firmId == cast.carrier.id, "one that gets a printout is shown first")
        }
    }

    @Test("Leaves out the firms without any unless the sender says otherwise, and those that lack one when asked to")
    func needs() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            let draft = try await office.draft(
                to: [cast.bakery, cast.carrier, cast.sawmill, cast.studio],
                office.choice(.taxLedger, .revenue, .fixedAssets))
            let names: [PrintoutNeed: [String]] = [
                .any: ["Piekarnia Kłos", "Przewozy Ewa Nowak"], .every: ["Przewozy Ewa Nowak"],
                .nothing: ["Piekarnia Kłos", "Przewozy Ewa Nowak", "Studio Noa", "Tartak Dąb"],
            ]
            var audiences: Set<String> = []
            for need in PrintoutNeed.allCases {
                var place = DraftCheck.Place()
                place.need = need
                let check = try await office.check(draft, at: place)
                #expect(check.counts == counts(complete: 1, partial: 1, without: 2))
                #expect(check.lacking.map(\.name) == ["Piekarnia Kłos", "Studio Noa", "Tartak Dąb"])
                #expect(check.lacking.map(\.hasOthers) == [true, false, false])
                #expect(check.recipients.map(\.name) == names[need] && check.count == names[need]?.count)
                #expect(check.skippedCount == 4 - check.count)
                #expect(check.skipped.allSatisfy { $0.reason == .noPrintout })
                for other in PrintoutNeed.allCases where other != need {
                    await #expect(throws: AudienceChanged.self) {
                        try await office.send(draft, as: check, need: other)
                    }
                }
                audiences.insert(check.fingerprint)
            }
            #expect(audiences.count == 3)
            let sent = try await office.send(draft, as: office.check(draft))
            #expect(sent.firmCount == 2 && sent.withPrintouts)
            let skips = try await office.texts("SELECT firmId || reason FROM broadcastSkip ORDER BY firmId")
            #expect(skips == [cast.sawmill.id, cast.studio.id].sorted().map { "\($0)noPrintout" })
        }
    }

    @Test("Without them sends to the firms that lack one all the same, and the report says so")
    func without() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            let sent = try await office.broadcast(
                to: [cast.carrier, cast.sawmill], office.choice(.taxLedger), need: .nothing)
            #expect(sent.firmCount == 2)
            #expect(try await office.printouts(sent, cast.sawmill).isEmpty)
            let (totals, page) = try await office.database.read { db in
                let report = BroadcastReport(sent, scope: .wholeOffice)
                return (try report.totals(db), try report.page(db, .without))
            }
            #expect(totals.without == 1 && page.rows.map(\.firmName) == ["Tartak Dąb"])
            let detail = try await office.texts("SELECT detail FROM auditEvent ORDER BY id DESC LIMIT 1")
            #expect(detail.first?.contains(#""without":"1""#) == true)
        }
    }

    @Test("To nobody but firms without any is not sent unless the sender says so, and the report knows it then")
    func nobody() async throws {
        try await TestOffice.with { office in
            let sawmill = office.cast.sawmill
            let draft = try await office.draft(to: [sawmill], office.choice(.taxLedger))
            let check = try await office.check(draft)
            #expect(check.count == 0 && check.counts == counts(without: 1))
            await #expect(throws: AudienceChanged.self) { try await office.send(draft, as: check) }
            let sent = try await office.broadcast(to: [sawmill], office.choice(.taxLedger), need: .nothing)
            let totals = try await office.database.read { db in
                try BroadcastReport(sent, scope: .wholeOffice).totals(db)
            }
            #expect(sent.withPrintouts && totals.without == 1)
            let plain = try await office.broadcast(to: [sawmill])
            let other = try await office.database.read { db in
                try BroadcastReport(plain, scope: .wholeOffice).totals(db)
            }
            #expect(!plain.withPrintouts && other.without == 0, "a notice that announced none lacks none")
        }
    }

    private func counts(complete: Int = 0, partial: Int = 0, without: Int = 0) -> DraftCheck.Counts {
        var counts = DraftCheck.Counts()
        (counts.complete, counts.partial, counts.without) = (complete, partial, without)
        return counts
    }

    @Test("Is refused when a newer version, or one more printout, has come since the check; the newer one goes then")
    func promised() async throws {
        try await TestOffice.with { office in
            let carrier = office.cast.carrier
            try await Self.takeInBooks(office)
            let draft = try await office.draft(to: [carrier], office.choice(.taxLedger))
            let check = try await office.check(draft)
            let newer = try await office.takeIn(
                TaxFileText.books("jpk_pkpir_3", of: carrier, made: "2026-03-02T09:00:00Z", purpose: 2))
            let before = try await office.counts()
            await #expect(throws: AudienceChanged.self) { try await office.send(draft, as: check) }
            await #expect(throws: AudienceChanged.self) { try await office.send(draft, expecting: 1) }
            #expect(try await office.counts() == before)
            let sent = try await office.send(draft, as: office.check(draft))
            let found = try await office.printouts(sent, carrier)
            #expect(found.map(\.sha256) == [newer.found.sha256] && found.map(\.isInForce) == [true])
        }
    }

    @Test("Keeps what was sent when a newer version comes, and says so; the next send takes the newer one")
    func superseded() async throws {
        try await TestOffice.with { office in
            let carrier = office.cast.carrier
            let older = try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: carrier))
            let first = try await office.broadcast(to: [carrier], office.choice(.taxLedger))
            let newer = try await office.takeIn(
                TaxFileText.books("jpk_pkpir_3", of: carrier, made: "2026-03-02T09:00:00Z", purpose: 2))
            let second = try await office.broadcast(to: [carrier], office.choice(.taxLedger))
            let (before, after) = (
                try await office.printouts(first, carrier), try await office.printouts(second, carrier)
            )
            #expect(before.map(\.sha256) == [older.found.sha256] && before.map(\.isInForce) == [false])
            #expect(after.map(\.sha256) == [newer.found.sha256] && after.map(\.isInForce) == [true])
        }
    }

    @Test("Of a file that has no firm yet does not happen")
    func unmatched() async throws {
        try await TestOffice.with { office in
            _ = try await office.takeIn(TaxFileText.jpk(nip: "7777777777"))
            let bakery = office.cast.bakery
            let sent = try await office.broadcast(to: [bakery], office.choice(.vatSales), need: .nothing)
            #expect(try await office.printouts(sent, bakery).isEmpty)
        }
    }

    @Test("To one firm attaches its own; what it does not have is refused, and nothing is sent")
    func oneFirm() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            let choice = try office.choice(.revenue, .taxLedger)
            let started = try await Self.start(office, cast.bakery, choice)
            #expect(try await office.printouts(started).map(\.kind) == [.revenue])
            let before = try await office.counts()
            await #expect(throws: Invalid("printouts", "errors.printoutsNone")) {
                try await Self.start(office, cast.sawmill, choice)
            }
            #expect(try await office.counts() == before)
        }
    }

    @Test("To one firm is refused when others than were shown would go, and sends what is shown then")
    func shown() async throws {
        try await TestOffice.with { office in
            let (carrier, day, anna, now) = (office.cast.carrier, office.day, office.cast.anna, office.now)
            try await Self.takeInBooks(office)
            let choice = try office.choice(.taxLedger)
            func papers() async throws -> Set<Int64> {
                let papers = try await office.database.read { db in
                    try choice.papers(db, of: carrier.id, isPayroll: false)
                }
                return Set(papers[.taxLedger] ?? [])
            }
            func start(_ shown: Set<Int64>) async throws -> Conversation {
                try await office.database.write { db in
                    try Conversation.start(
                        db, "KPiR", NewContent(body: "W załączeniu.", printouts: choice, shown: shown), firm: carrier,
                        by: anna, on: day, at: now)
                }
            }
            let older = try await papers()
            _ = try await office.takeIn(
                TaxFileText.books("jpk_pkpir_3", of: carrier, made: "2026-03-02T09:00:00Z", purpose: 2))
            let before = try await office.counts()
            for shown in [older, []] {
                await #expect(throws: Invalid("printouts", "errors.printoutsChanged")) { try await start(shown) }
            }
            #expect(try await office.counts() == before)
            let newer = try await papers()
            #expect(newer.count == 1 && newer != older)
            let sent = try await office.printouts(start(newer))
            #expect(Set(sent.map(\.printoutId)) == newer)
        }
    }

    @Test("Is the office's alone: a client's answer carries none, whatever it names")
    func client() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            let (question, day, now) = (try await office.ask(), office.day, office.now)
            let content = NewContent(body: "Proszę", printouts: try office.choice(.revenue))
            for (person, side, count) in [(cast.piotr, Message.Side.client, 0), (cast.ola, .office, 1)] {
                try await office.database.write { db in
                    try Conversation.find(db, question.id, in: .wholeOffice)
                        .post(db, content, by: person, side: side, on: day, at: now)
                }
                #expect(try await office.number("SELECT count(*) FROM messagePrintout") == Int64(count))
            }
        }
    }

    @Test(
        "Names kinds and periods that there are",
        arguments: [("revenue", "2026-02"), ("secret", "2026-02-01/2026-02-28")])
    func typed(kind: String, period: String) {
        #expect(throws: Invalid("printouts", "errors.printoutsWrong")) { try PrintoutChoice.typed([kind], of: period) }
    }

    /// Imports February 2026 of the bakery, the carrier and the furniture maker, each with its own books.
    static func takeInBooks(_ office: TestOffice) async throws {
        let cast = office.cast
        for (name, firm) in [("jpk_ewp_4", cast.bakery), ("jpk_pkpir_3", cast.carrier), ("jpk_kr_1", cast.furniture)] {
            _ = try await office.takeIn(TaxFileText.books(name, of: firm))
        }
    }

    private static func start(_ office: TestOffice, _ firm: Firm, _ choice: PrintoutChoice) async throws -> Conversation
    {
        let (anna, day, now) = (office.cast.anna, office.day, office.now)
        return try await office.database.write { db in
            try Conversation.start(
                db, "Ewidencja", NewContent(body: "W załączeniu.", printouts: choice), firm: firm, by: anna, on: day,
                at: now)
        }
    }
}
