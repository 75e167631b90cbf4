import Foundation
import GRDB

/// A named text that anybody of the office can start a notice from.
package struct NoticeTemplate: StoredRow {
    package let id: Int64
    package let name: String
    package let subject: String
    package let body: String
    package let personId: Int64
    package let personName: String
    package let savedAt: Date

    /// The most templates of an office, and the longest name in code points.
    package static let limit = 200
    package static let nameLimit = 80

    private static let source: SQL = """
        SELECT template.id, template.name, subject, body, personId, person.name AS personName, savedAt
        FROM template JOIN person ON person.id = personId
        """

    package static let pageSize = 50

    /// Returns templates by name, after the last one of the page before; one more than a page when there are more.
    package static func page(_ db: Database, after: Int64? = nil) throws -> [NoticeTemplate] {
        var part: SQL = "TRUE"
        if let after { part = "nameKey > (SELECT mark.nameKey FROM template AS mark WHERE mark.id = \(after))" }
        let request: SQLRequest<NoticeTemplate> = "\(source) WHERE \(part) ORDER BY nameKey LIMIT \(pageSize + 1)"
        return try request.fetchAll(db)
    }

    /// Returns all templates by name, for a choice.
    package static func all(_ db: Database) throws -> [NoticeTemplate] {
        try SQLRequest<NoticeTemplate>("\(source) ORDER BY nameKey").fetchAll(db)
    }

    package static func find(_ db: Database, _ id: Int64) throws -> NoticeTemplate {
        guard let template = try SQLRequest<NoticeTemplate>("\(source) WHERE template.id = \(id)").fetchOne(db)
        else { throw NotFound() }
        return template
    }

    /// Saves a template. Names that differ only in case or accents are the same.
    /// - Throws: `Invalid` naming `name`, `subject` or `body`.
    @discardableResult
    package static func save(
        _ db: Database, name: TypedLine, subject: TypedLine, _ content: NewContent, by person: Int64, at now: Date
    ) throws -> NoticeTemplate {
        let (name, subject) = (name.text, subject.text)
        var invalid = content.problems()
        Subject.check(subject, into: &invalid)
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: nameLimit)
        try invalid.check()
        let isKnown = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM template WHERE nameKey = ?)", arguments: [SearchFolding.fold(name)]
        )
        if isKnown == true { throw Invalid("name", "errors.templateKnown") }
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM template") ?? 0 >= limit {
            throw Invalid("name", "errors.tooManyTemplates", ["limit": "\(limit)"])
        }
        try db.execute(
            sql: "INSERT INTO template (name, nameKey, subject, body, personId, savedAt) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [name, SearchFolding.fold(name), subject, content.body, person, now.milliseconds]
        )
        let id = db.lastInsertedRowID
        try AuditEvent.write(db, .templateSaved, by: person, subject: "template/\(id)", ["name": name], at: now)
        return try find(db, id)
    }

    /// Deletes the template for everybody. The journal keeps its name and who deleted it.
    package func remove(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(sql: "DELETE FROM template WHERE id = ?", arguments: [id])
        try AuditEvent.write(db, .templateRemoved, by: person, subject: "template/\(id)", ["name": name], at: now)
    }
}
