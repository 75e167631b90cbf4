import Dates
import Hummingbird
import Models

/// The printouts of a firm, for the employees who see it.
struct FirmPrintoutsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, after) = (context.id(), context.query.id("after"))
        let year = Period(yearOrMonth: context.query["period"])?.from.year
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: context.firms, on: context.day, at: context.now)
            var printouts = FirmPrintouts(of: facts.firm)
            printouts.year = year
            return (
                facts: facts, printouts: try printouts.page(db, after: after),
                years: try FirmPrintouts.years(db, of: facts.firm)
            )
        } page: { found, format in
            page(found.facts, found.printouts, of: year, found.years, isFirst: after == nil, format)
        }
    }

    private func page(
        _ facts: FirmFacts, _ found: FirmPrintouts.Page, of year: Int?, _ years: [Int], isFirst: Bool,
        _ format: Format
    ) -> FirmPrintoutsPage {
        let id = facts.firm.id
        let href = { (year: Int?, after: Int64?) in
            Path.firmPrintouts(id).with(["period": year.map(String.init), "after": after.map(String.init)])
        }
        return FirmPrintoutsPage(
            card: FirmCard(facts, on: .files, format), periods: found.periods(format), isEmpty: found.rows.isEmpty,
            isFiltered: year != nil,
            years: years.map {
                FilterLink(label: "\($0)", href: href($0 == year ? nil : $0, nil), isCurrent: $0 == year)
            },
            hasYears: !years.isEmpty, action: href(nil, nil), filesHref: Path.firmFiles(id).text,
            printoutsHref: href(nil, nil), olderHref: found.next.map { href(year, $0) },
            newerHref: isFirst ? nil : href(year, nil))
    }
}

extension FirmPrintouts.Page {
    /// Groups the rows of the same period, which are adjacent, by kind with the latest version first.
    fileprivate func periods(_ format: Format) -> [FirmPrintoutsPage.Period] {
        var periods: [(period: Period?, rows: [FirmPrintouts.Entry])] = []
        for row in rows {
            if periods.isEmpty || periods[periods.count - 1].period != row.period { periods.append((row.period, [])) }
            periods[periods.count - 1].rows.append(row)
        }
        return periods.map { period, rows in
            FirmPrintoutsPage.Period(
                periodText: period.map(format.period) ?? format.text("printouts.noPeriod"),
                printouts: rows.sorted { ($0.kind, $1.id) < ($1.kind, $0.id) }.map { printout($0, format) })
        }
    }

    private func printout(_ row: FirmPrintouts.Entry, _ format: Format) -> FirmPrintoutsPage.Printout {
        // A download by the office itself is not shown.
        let taken = (downloads[row.id] ?? []).filter { !$0.isStaff }
        let receipt = format.receiptState(row.kind, at: row.receiptAt, row.receiptDoubt)
        let sent = row.conversationId.map { Path.officeConversation($0).at(message: row.messageId ?? 0) }
        return FirmPrintoutsPage.Printout(
            fileHref: row.isLost ? nil : Path.printout(row.id).text,
            kindText: format.text("printouts.kind.\(row.kind.rawValue)"),
            structure: row.structure, isCorrection: row.purpose == .correction, isInForce: row.isCurrent,
            isCopy: row.isInForce && !row.isCurrent,
            // A receipt whose document is unknown has no version.
            isSuperseded: !row.isInForce && row.period != nil, isLost: row.isLost,
            hasReceiptState: receipt != nil, receiptState: receipt ?? "", isSent: sent != nil,
            sentText: row.sentAt.map { format.text("printouts.sentOn", ["at": format.moment($0)]) } ?? "",
            sentHref: sent ?? "",
            takenBy: taken.map { "\($0.personName.isolated), \(format.fullMoment($0.at))" }, isTaken: !taken.isEmpty,
            isWaiting: sent != nil && taken.isEmpty && !row.isLost)
    }
}
