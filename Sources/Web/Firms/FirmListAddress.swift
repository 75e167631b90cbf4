import Dates
import Models

/// The part of the firm list in an address: the tab, the filter and the order.
struct FirmListAddress: Sendable {
    var tab = FirmTab.firms
    var filter = FirmFilter()
    var sort = FirmList.Sort.name
    var isDescending = false

    init(_ form: Form) {
        tab = FirmTab(rawValue: form["tab"]) ?? .firms
        filter = FirmFilter(values: form.all)
        sort = FirmList.Sort(rawValue: form["sort"]).flatMap { tab.has($0) ? $0 : nil } ?? .name
        isDescending = form["order"] == "descending"
    }

    /// The fields, without default values.
    var fields: [(name: String, value: String)] {
        var fields = tab == .firms ? [] : [(name: "tab", value: tab.rawValue)]
        fields += filter.fields
        if sort != .name { fields.append(("sort", sort.rawValue)) }
        if isDescending { fields.append(("order", "descending")) }
        return fields
    }

    var href: String { Path.firms.with(fields) }

    /// Returns the address after a change, with a message of what was done.
    func saying(_ flash: Flash) -> String { Path.firms.with(fields + [("done", flash.rawValue)]) }

    func href(_ place: String, _ id: Int64?) -> String? {
        id.map { Path.firms.with(fields + [(place, "\($0)")]) }
    }

    func filtered(by filter: FirmFilter) -> FirmListAddress {
        var address = self
        address.filter = filter
        return address
    }

    /// Returns the address of another tab, in the same order if it has that column.
    func on(_ tab: FirmTab) -> FirmListAddress {
        var address = self
        address.tab = tab
        if !tab.has(sort) { (address.sort, address.isDescending) = (.name, false) }
        return address
    }

    /// Returns the address sorted by a column, or reversed if it is sorted by it already. Counts and times begin with
    /// the largest, what firms wait for with the most urgent.
    func sorted(by sort: FirmList.Sort) -> FirmListAddress {
        var address = self
        let startsDescending = [.contact, .approval, .payrollQuestions].contains(sort)
        address.isDescending = sort == self.sort ? !isDescending : startsDescending
        address.sort = sort
        return address
    }

    func list(_ scope: FirmScope, on day: Day) -> FirmList {
        var list = FirmList(scope: scope, day: day)
        (list.filter, list.sort, list.isDescending) = (filter, sort, isDescending)
        return list
    }
}

extension FirmFilter {
    /// The filter for "all matching" in the composer.
    var query: String { Path.query(fields) }

    /// Reads the filter of a composer's form.
    /// - Throws: `BadRequest` unless one of the portal's pages wrote it: an unreadable filter would otherwise widen the
    ///   set of firms that get a notice.
    init(query: String) throws {
        let form = try Form(encoded: query)
        self.init(values: form.all)
        guard self.query == query else { throw BadRequest.encoding }
    }
}
