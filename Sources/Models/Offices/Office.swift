import Dates
import Foundation
import GRDB

/// The accounting office: a single row.
package struct Office: OfficeRecord {
    package let name: String
    package let country: Country
    package let taxIdentifier: String
    package var phone: String?
    package var email: String?
    package let timeZone: String
    package let language: Language
    package let isDemo: Bool
    package let createdAt: Date

    /// The time zone in which times are shown and days begin, including those of deadlines.
    package var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }

    package func today(at now: Date) -> Day { Day(now, in: zone) }

    /// Decodes by hand for speed: every request reads it.
    package init(row: Row) throws {
        name = row["name"]
        country = row["country"]
        taxIdentifier = row["taxIdentifier"]
        phone = row["phone"]
        email = row["email"]
        timeZone = row["timeZone"]
        language = row["language"]
        isDemo = row["isDemo"]
        createdAt = Date(milliseconds: row["createdAt"])
    }
}

extension Office {
    package static func find(_ db: Database) throws -> Office? {
        try Office.fetchOne(db.cachedStatement(sql: "SELECT * FROM office"))
    }
}

extension Office {
    /// The editable facts of the office that clients see.
    package struct Details: Sendable {
        let name: String
        let phone: String

        package init(name: String, phone: String) {
            self.name = TypedText.line(name)
            self.phone = PhoneNumber.line(phone)
        }
    }

    /// - Throws: `Invalid` naming `name` or `phone`.
    package static func correct(_ db: Database, _ details: Details, by head: Int64, at now: Date) throws {
        let (name, phone) = (details.name, details.phone)
        var invalid = Invalid()
        check(name: name, phone: phone, into: &invalid)
        try invalid.check()
        guard let before = try find(db) else { throw NotFound() }
        if before.name == name, before.phone ?? "" == phone { return }
        try db.execute(
            sql: "UPDATE office SET name = ?, phone = ?", arguments: [name, phone.isEmpty ? nil : phone])
        try AuditEvent.write(
            db, .officeCorrected, by: head,
            ["name": name, "phone": phone, "nameBefore": before.name, "phoneBefore": before.phone ?? ""], at: now)
    }

    static func check(name: String, phone: String, into invalid: inout Invalid) {
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: 120)
        if !phone.isEmpty, !PhoneNumber.isPlausible(phone) { invalid.add("phone", "errors.phoneWrong") }
    }
}
