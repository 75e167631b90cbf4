import Models

/// The contents with which the composer on the firm list begins: none, those of an earlier notice (`?again=7`, with its
/// files and kinds of printouts), those of a template (`?template=3`), or those of a draft without firms (`?draft=…`). The
/// firms are always chosen anew.
struct ComposerStart: Sendable {
    let portal: Portal
    let context: StaffContext

    func fields() async throws -> ComposerFields {
        let day = context.day
        let (again, template, sender) = (context.query.id("again"), context.query.id("template"), context.ownSends)
        let (key, person) = (context.query["draft"], context.person.id)
        let (templates, start, unfinished) = try await portal.database.read { db in
            let start: Broadcast.Text? =
                try again.map { try Broadcast.find(db, $0, by: sender).again(db, on: day) }
                ?? template.map { try Broadcast.Text(NoticeTemplate.find(db, $0)) }
                ?? (key.isEmpty ? nil : Draft.find(db, key, of: person).text(db))
            let unfinished = try start == nil ? Draft.unfinished(db, of: person, limit: 1).first : nil
            return (try NoticeTemplate.all(db), start, unfinished)
        }
        let format = portal.format(context.app)
        var fields = ComposerFields(today: day, templates: templates, PrintoutChips(start?.printouts, format))
        fields.offer = unfinished.map { DraftOffer($0, format) }
        guard let start else { return fields }
        if !key.isEmpty { fields.unfinished = key }
        (fields.subject, fields.body) = (start.subject, start.body)
        fields.files = start.files.map { UploadRow($0, format) }
        fields.filesError = format.lostFiles(start.lost)
        fields.isReused = true
        return fields
    }
}

extension DraftOffer {
    fileprivate init(_ draft: Draft.Unfinished, _ format: Format) {
        let view = BroadcastsPage.Unfinished(draft, format)
        self.init(
            offerText: format.text(
                "drafts.offer", ["subject": view.draftSubject.isolated, "at": format.moment(draft.changedAt)]),
            offerHref: draft.href)
    }
}

extension Format {
    /// Returns a remark about lost files, which are not sent, if there are any.
    func lostFiles(_ names: [String]) -> String? {
        if names.isEmpty { return nil }
        return text("composer.lostFiles", ["names": names.map(\.isolated).joined(separator: ", ")])
    }
}
