import Foundation
import Models

extension FirmListRow {
    init(_ row: FirmList.FirmRow, isHead: Bool, _ format: Format) {
        self.init(
            row.id, row.name, row.country, row.taxIdentifier, people: Self.names(row.people, row.peopleCount))
        let conversation = row.lastId.map { Path.officeConversation($0).text }
        firms = Firms(
            form: Self.form(row.form, format), supervisor: row.supervisor ?? "–", avatar: Self.avatar(row),
            supervisorHref: isHead ? row.supervisorId.map { Path.staffMember($0).text } : nil,
            waits: Waits(row, format),
            lastHref: isHead ? row.lastBroadcast.map { Path.broadcast($0).text } ?? conversation : conversation,
            lastSubject: row.lastSubject, lastAt: row.lastAt.map(format.day)
        )
        phone = row.phone.map(Format.phoneHref)
    }

    init(bookkeeping row: FirmList.FirmRow, _ format: Format) {
        self.init(row.id, row.name, row.country, row.taxIdentifier)
        bookkeeping = Bookkeeping(
            form: Self.form(row.form, format), vat: Self.vat(row.vat, format), isVATKnown: row.vat != nil,
            supervisor: row.supervisor ?? "–", avatar: Self.avatar(row), accountants: row.accountants ?? "–",
            lastSubject: row.lastSubject,
            lastAt: row.lastAt.map(format.moment), read: Self.read(row, format), readAt: Self.readAt(row, format)
        )
        phone = row.phone.map(Format.phoneHref)
    }

    init(_ row: FirmList.PayrollRow, _ format: Format) {
        self.init(row.id, row.name, row.country, row.taxIdentifier)
        payroll = Payroll(
            payrollPeople: Self.names(row.people, row.peopleCount), hasPayrollPeople: row.peopleCount > 0,
            unread: "\(row.unread)", hasUnread: row.unread > 0, lastSubject: row.lastSubject,
            lastAt: row.lastAt.map(format.moment), questions: "\(row.questions)", hasQuestions: row.questions > 0
        )
    }

    init(_ row: FirmList.TaxesRow, _ format: Format) {
        let missing = [
            row.vat == nil ? "vat" : nil, row.form == nil ? "form" : nil, row.supervisor == nil ? "supervisor" : nil,
            row.approvalRequired && row.peopleCount == 0 ? "approver" : nil,
        ].compactMap(\.self)
        self.init(row.id, row.name, row.country, row.taxIdentifier)
        taxes = Taxes(
            vat: Self.vat(row.vat, format), isVATKnown: row.vat != nil,
            approval: format.text(row.approvalRequired ? "firms.approval.required" : "firms.approval.notRequired"),
            approvers: Self.names(row.people, row.peopleCount), hasApprovers: row.peopleCount > 0,
            missing: missing.map { Missing(fact: format.text("firms.missing.\($0)")) },
            isComplete: missing.isEmpty
        )
    }

    /// - Parameter people: `nil` where the tab does not show them.
    private init(
        _ id: Int64, _ name: String, _ country: Country, _ taxIdentifier: String, people: String? = nil
    ) {
        self.init(
            id: id, code: id.code, firmHref: Path.firm(id).text, name: name,
            identifier: Format.identifier(country, taxIdentifier), people: people ?? "",
            hasPeople: people?.isEmpty == false, hasNoPeople: people?.isEmpty == true
        )
    }

    /// The supervisor's initials, in the tint that everybody of the office keeps.
    private static func avatar(_ row: FirmList.FirmRow) -> Avatar? {
        row.supervisor.map { Avatar($0, staff: row.supervisorId) }
    }

    /// Returns the first three names, and the number of the others.
    private static func names(_ names: String?, _ count: Int) -> String {
        (names ?? "") + (count > 3 ? " +\(count - 3)" : "")
    }

    private static func form(_ form: TaxationForm?, _ format: Format) -> String {
        form.map { format.text("form.\($0.rawValue)") } ?? "–"
    }

    private static func vat(_ period: VATPeriod?, _ format: Format) -> String {
        format.text("firms.vat.\(period?.rawValue ?? "none")")
    }

    /// Whether the last message is the office's, and nobody of the firm has read it.
    private static func waits(_ row: FirmList.FirmRow) -> Bool { row.lastSide == "office" && row.lastReader == nil }

    /// Returns when the last message was read, to be shown beside the reader's name.
    private static func readAt(_ row: FirmList.FirmRow, _ format: Format) -> String? {
        row.lastSide == "office" && row.unread == 0 ? row.lastReadAt.map(format.moment) : nil
    }

    /// Returns whether the firm has read all messages of the office, with the last reader; or why nobody can. It agrees
    /// with the filter for unread messages: a firm without any is green.
    private static func read(_ row: FirmList.FirmRow, _ format: Format) -> State? {
        let text = format.text
        if row.peopleCount == 0 { return State(text: text("firms.stateNoPerson"), tone: "none") }
        let waits = waits(row)
        if row.unread == 0, row.lastSide == "office", let reader = row.lastReader {
            return State(text: reader, tone: "good")
        }
        if row.activeCount == 0 { return State(text: text("firms.stateInvited"), tone: "none") }
        guard let at = row.lastAt else { return State(text: text("firms.stateNothing"), tone: "none") }
        if row.unread == 0 {
            // An expired notice no longer counts as unread, although nobody has read it.
            return waits
                ? State(text: text("firms.stateExpired"), tone: "none")
                : State(text: text("firms.stateAllRead"), tone: "good")
        }
        return waits
            ? State(text: text("firms.stateWaits", ["age": format.age(since: at)]), tone: format.waitingTone(since: at))
            : State(text: text("firms.stateUnread", ["n": "\(row.unread)"]), tone: "wait")
    }
}
