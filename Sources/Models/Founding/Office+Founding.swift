import Foundation
import GRDB

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

package struct OfficeExists: Error, CustomStringConvertible {
    package var description: String { "--data: this folder already holds an office; choose an empty one" }
}
