import Hummingbird
import Models

/// A notice that is begun from the page of notices: to all firms, or to those of a saved filter.
extension BroadcastsController {
    /// Shows the composer with the firms to choose.
    func begin(_ context: StaffContext) async throws -> Response {
        let person = context.person.id
        var list = FirmList(scope: context.firms, day: context.day)
        list.cache = portal.database.firmListCache
        return try await portal.show(context) { [list] db in
            (
                all: try list.count(db), templates: try NoticeTemplate.all(db),
                saved: try SavedFilter.all(db, of: person).map { ($0, try list.filtered(by: $0.filter).count(db)) }
            )
        } page: { found, format in
            var fields = ComposerFields(today: context.day, templates: found.templates, PrintoutChips(nil, format))
            let everyone = ComposerFields.AudienceChoice(
                name: format.text("broadcasts.allFirms"), query: "", count: "\(found.all)")
            fields.to = ComposerFields.Recipients(
                audiences: [everyone]
                    + found.saved.map { filter, count in
                        .init(name: filter.name, query: filter.filter.query, count: "\(count)")
                    })
            return ComposerPage(composer: fields, recipients: nil, backHref: Path.broadcasts.text)
        }
    }
}

extension FirmList {
    fileprivate func filtered(by filter: FirmFilter) -> FirmList {
        var list = self
        list.filter = filter
        return list
    }
}
