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

/// The form of a new office, as typed.
package struct NewOffice: Sendable {
    package var name: String
    package var country: Country
    package var taxIdentifier: String
    package var phone: String
    package var email: String
    package var headName: String
    package var headPhone: String
    package var language: Language
    package var isDemo = false

    package init(
        name: String, country: Country, taxIdentifier: String, phone: String = "", email: String, headName: String,
        headPhone: String? = nil, language: Language
    ) {
        self.name = TypedText.line(name)
        self.country = country
        self.taxIdentifier = taxIdentifier
        self.phone = PhoneNumber.line(phone)
        self.email = EmailAddress(email).text
        self.headName = headName
        self.headPhone = headPhone.map(PhoneNumber.line) ?? self.phone
        self.language = language
    }
}

extension Office {
    package static func find(_ db: Database) throws -> Office? {
        try Office.fetchOne(db.cachedStatement(sql: "SELECT * FROM office"))
    }

    /// Creates the office with its head, who is invited by a link.
    /// - Throws: `OfficeExists` when the folder already holds one; `Invalid` naming the fields with errors.
    package static func create(_ db: Database, _ new: NewOffice, at now: Date) throws -> PersonalLink.Minted {
        guard try find(db) == nil else { throw OfficeExists() }
        var invalid = Invalid()
        check(name: new.name, phone: new.phone, into: &invalid)
        let identifier = new.country.identifier(new.taxIdentifier)
        if identifier == nil { invalid.add("tax-identifier", new.country.identifierError) }
        try invalid.check()
        try db.execute(
            sql: """
                INSERT INTO office (id, name, country, taxIdentifier, phone, email, timeZone, language, isDemo, createdAt)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                new.name, new.country, identifier, new.phone.isEmpty ? nil : new.phone, new.email,
                new.country.timeZone, new.language, new.isDemo, now.milliseconds,
            ]
        )
        let head = NewPerson(name: new.headName, email: new.email, phone: new.headPhone, language: new.language)
        let staff = try Staff.add(db, head, role: .head, by: nil, at: now)
        return try PersonalLink.mint(db, for: staff.personId, handed: .byMail, by: nil, at: now)
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

    private static func check(name: String, phone: String, into invalid: inout Invalid) {
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: 120)
        if !phone.isEmpty, !PhoneNumber.isPlausible(phone) { invalid.add("phone", "errors.phoneWrong") }
    }
}

package struct OfficeExists: Error, CustomStringConvertible {
    package var description: String { "--data: this folder already holds an office; choose an empty one" }
}
