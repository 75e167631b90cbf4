import Dates
import Formats
import Foundation
import Models

/// The journal's filters, in the address.
struct AuditQuery: Sendable {
    let person: Int64?
    let firm: Int64?
    let action: AuditEvent.Action?
    let from: Day?
    let until: Day?
    let text: String

    init(_ query: Form) {
        person = query.id("person")
        firm = query.id("firm")
        action = AuditEvent.Action(rawValue: query["action"])
        from = Day(query["from"])
        until = Day(query["until"])
        text = TypedText.line(query["q"].beginning(100))
    }

    var isFiltered: Bool {
        person != nil || firm != nil || action != nil || from != nil || until != nil || !text.isEmpty
    }

    /// - Parameter zone: the office's time zone, in which the days are.
    func filter(in zone: TimeZone) -> AuditLog.Filter {
        var filter = AuditLog.Filter()
        filter.person = person
        filter.firm = firm
        filter.action = action
        filter.from = from?.start(in: zone)
        // The last day is included; a day with a change of clocks has up to 25 hours.
        filter.until = until.map { Day($0.start(in: zone).addingTimeInterval(26 * 3600), in: zone).start(in: zone) }
        filter.text = text
        return filter
    }

    func href(_ path: Path, person: Int64? = nil, withFirm: Bool = true, after: Int64? = nil) -> String {
        path.with([
            "q": text.isEmpty ? nil : text, "person": (person ?? self.person).map { "\($0)" },
            "firm": withFirm ? firm.map { "\($0)" } : nil, "action": action?.rawValue, "from": from?.text,
            "until": until?.text, "after": after.map { "\($0)" },
        ])
    }
}
