import Models

/// The contents with which the composer on the firm list begins: none, those of an earlier notice (`?again=7`, with its
/// files and kinds of printouts), or those of a template (`?template=3`). The firms are always chosen anew.
struct ComposerStart: Sendable {
    let portal: Portal
    let context: StaffContext

    func fields() async throws -> ComposerFields {
        let day = context.day
        let (again, template, sender) = (context.query.id("again"), context.query.id("template"), context.ownSends)
        let (templates, start) = try await portal.database.read { db in
            (
                try NoticeTemplate.all(db),
                try again.map { try Broadcast.find(db, $0, by: sender).again(db, on: day) }
                    ?? template.map { try Broadcast.Text(NoticeTemplate.find(db, $0)) }
            )
        }
        let format = portal.format(context.app)
        var fields = ComposerFields(today: day, templates: templates, PrintoutChips(start?.printouts, format))
        guard let start else { return fields }
        (fields.subject, fields.body) = (start.subject, start.body)
        fields.files = start.files.map { UploadRow($0, format) }
        fields.filesError = format.lostFiles(start.lost)
        fields.isReused = true
        return fields
    }
}

extension Format {
    /// Returns a remark about lost files, which are not sent, if there are any.
    func lostFiles(_ names: [String]) -> String? {
        if names.isEmpty { return nil }
        return text("composer.lostFiles", ["names": names.map(\.isolated).joined(separator: ", ")])
    }
}
