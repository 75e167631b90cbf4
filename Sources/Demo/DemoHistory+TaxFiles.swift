import Dates
import Formats
import Foundation
import GRDB
import Models

/// The tax files that the office imports from its bookkeeping program each month, and sends to its firms as printouts.
extension DemoHistory {
    /// The firms whose books are taken in, the cast first.
    private static let booked = [
        DemoFirms.bakery, DemoFirms.carrier, DemoFirms.furniture, DemoFirms.sawmill, "wisnia", "igla", "lukasik",
        "tlok",
        "bocian", "jadzia", "cegla", "czcionka",
    ]
    /// Of the last month nothing was sent to these yet.
    private static let unsent = ["lukasik", "jadzia", "czcionka"]

    func planTaxFiles() {
        // The last one a few days ago, the others each about a month before.
        for round in 0...2 {
            let days = 3 + 28 * round
            let month = calendar.monthBefore(calendar.working(3, daysBefore: now, at: 9, 0), back: round)
            agenda.add(calendar.working(days, daysBefore: now, at: 9, 30)) { at in
                for slug in Self.booked { try self.takeInBooks(of: slug, month, hasReceipt: round > 0, at) }
            }
            agenda.add(calendar.working(days - 1, daysBefore: now, at: 10, 20)) { at in
                try self.sendBooks(of: month, isLast: round == 0, at)
            }
            if round == 1 {
                agenda.add(calendar.working(10, daysBefore: now, at: 12, 40)) { at in
                    try self.takeIn(
                        .ledger(self.head(DemoFirms.carrier, month, at, isCorrection: true), self.trades(11)), at)
                }
            }
        }
        agenda.add(calendar.working(3, daysBefore: now, at: 9, 50)) { try self.takeInOddities($0) }
    }

    private func head(
        _ slug: String, _ month: DemoMonth, _ at: Date, isCorrection: Bool = false
    ) throws -> DemoTaxFile.Head {
        let listed = try client(slug).listed
        return DemoTaxFile.Head(
            name: listed.name, person: listed.form == .fullBooks ? nil : listed.people.first?.name,
            nip: listed.identifier, year: month.year, month: month.month, madeAt: at.addingTimeInterval(-1200),
            isCorrection: isCorrection)
    }

    private func trades(_ count: Int) -> [DemoTrade] { DemoTrade.month(count, &books) }

    private func takeInBooks(of slug: String, _ month: DemoMonth, hasReceipt: Bool, _ at: Date) throws {
        let (head, form) = (try head(slug, month, at), try client(slug).listed.form)
        let trades = trades(form == .fullBooks ? 14 : 22)
        switch form {
        case .lumpSum: try takeIn(.revenue(head, trades), at)
        case .ledger: try takeIn(.ledger(head, trades), at)
        case .fullBooks, .card, .israeli: try takeIn(.books(head, trades), at)
        }
        // Firms taxed by lump sum settle VAT by the quarter here.
        guard form != .lumpSum else { return }
        let vat = DemoTaxFile.vat(head, trades)
        try takeIn(vat, at)
        if hasReceipt { try takeIn(.receipt(of: vat, head, at: at.addingTimeInterval(-600)), at) }
    }

    /// A file of nobody's, and one whose control sum is not that of its rows.
    private func takeInOddities(_ at: Date) throws {
        let month = calendar.monthBefore(at, back: 0)
        let stranger = DemoTaxFile.Head(
            name: "Bar Mleczny Obcy", person: nil, nip: "8080808080", year: month.year, month: month.month,
            madeAt: at.addingTimeInterval(-3600))
        try takeIn(.ledger(stranger, trades(6)), at)
        try takeIn(.ledger(head("szprycha", month, at), trades(9), stated: 90), at)
    }

    private func takeIn(_ file: DemoTaxFile, _ at: Date) throws {
        let anna = try id(.anna)
        let bytes = Data(file.text.utf8)
        let read = try TaxFile.read(XMLSource(bytes), limits: TaxFileLimits(bytes: bytes.count))
        let scope = TaxImportScope(person: anna, firms: .wholeOffice)
        _ = try TaxImport.takeIn(db, read, in: scope, at: at) { db in
            let incoming = try store.receive(named: file.name)
            try bytes.withUnsafeBytes(incoming.write)
            return try StoredFile.add(db, incoming.keep(), by: anna, at: at)
        }
    }
}

/// How the books of a month are sent, and who takes what of them.
extension DemoHistory {
    private static let notice = DemoNotice(
        from: .anna,
        """
        # Ewidencje za {month} {yearOfMonth}
        Dzień dobry,

        przy tej wiadomości są ewidencje i rejestry za **{month} {yearOfMonth}**. Prosimy je pobrać i zachować; w razie
        pytań wystarczy odpowiedzieć.

        Anna Lis
        """)

    private func sendBooks(of month: DemoMonth, isLast: Bool, _ at: Date) throws {
        let (anna, day) = (try id(.anna), calendar.day(at))
        let values = DemoText.values(calendar, month.after(calendar), .pl)
        let slugs = Self.booked.filter { !isLast || !Self.unsent.contains($0) }
        let new = Draft.New(
            subject: DemoText.fill(Self.notice.subject, values),
            content: NewContent(body: DemoText.marked(DemoText.fill(Self.notice.body, values)), isMarked: true),
            audience: .picked(try slugs.map { try client($0).firm.id }))
        let draft = try Draft.create(db, new, by: anna, in: .wholeOffice, on: day, at: at)
        let check = try DraftCheck.make(db, draft, in: .wholeOffice, on: day, zone: calendar.zone)
        let sent = try Broadcast.send(db, draft, CheckedSend(expecting: check.count), in: .wholeOffice, at: at)
        for conversation in try conversations(of: sent) {
            guard let client = clients.values.first(where: { $0.firm.id == conversation.firmId }) else { continue }
            let printouts = try printouts(of: client.firm, month)
            try Printout.send(db, printouts, with: conversation.lastMessageId)
            planTaking(printouts, from: conversation, of: client, isLast: isLast)
        }
    }

    private func printouts(of firm: Firm, _ month: DemoMonth) throws -> [Int64] {
        let found = try FirmPrintouts(of: firm).page(db).rows.filter { $0.isCurrent && $0.period?.from == month.first }
        return found.map(\.id)
    }

    /// Everybody of the cast reads it soon; of the last ones they leave some to be taken by the visitor.
    private func planTaking(
        _ printouts: [Int64], from conversation: Conversation, of client: DemoClient, isLast: Bool
    ) {
        guard let reader = client.readers.first(where: { $0.activeFrom != nil }) else { return }
        let isCast = reader.pace == .cast
        if !isCast, !books.chance(0.8) { return }
        let at = calendar.awake(conversation.lastMessageAt.addingTimeInterval(books.delay(1800, 7200)))
        agenda.add(at) { at in
            try ReadReceipt.write(
                self.db, message: conversation.lastMessageId, of: conversation, by: reader.personId,
                on: self.calendar.day(at), at: at)
        }
        let left = isCast && isLast ? [DemoFirms.carrier: 1][client.listed.slug] ?? 0 : printouts.count
        for (index, printout) in printouts.prefix(left).enumerated() where isCast || books.chance(0.7) {
            agenda.add(at.addingTimeInterval(60 + Double(index) * 15)) { at in
                try ReachablePrintout.find(
                    self.db, printout, message: conversation.lastMessageId, in: .member(reader.personId)
                ).recordDownload(self.db, by: reader.personId, on: self.calendar.day(at), at: at)
            }
        }
    }
}

/// A month whose books are kept.
struct DemoMonth {
    let year: Int
    let month: Int

    var first: Day? { Day(String(format: "%04d-%02d-01", year, month)) }

    /// A moment of the month after it.
    func after(_ calendar: DemoCalendar) -> Date {
        calendar.working(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 10, hour: 9, minute: 0)
    }
}

extension DemoCalendar {
    /// The month before that of a moment, or some more back.
    func monthBefore(_ moment: Date, back: Int) -> DemoMonth {
        let months = year(moment) * 12 + month(moment) - 2 - back
        return DemoMonth(year: months / 12, month: months % 12 + 1)
    }
}
