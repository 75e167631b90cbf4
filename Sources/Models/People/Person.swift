import Dates
import Foundation
import GRDB
import Secrets

/// A person who signs in. E-mail, phone, language and channel belong to the person, not to a firm.
package struct Person: OfficeRecord {
    package enum Channel: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible
    {
        case email, sms, whatsapp
    }

    package let id: Int64
    /// Always lower case; used to sign in.
    package let email: String
    package var name: String
    package var phone: String?
    package var language: Language
    package var channel: Channel
    /// An argon2id PHC string; `nil` until the person has activated the account.
    package var passwordHash: String?
    package let createdAt: Date
    package var activatedAt: Date?
    package var disabledAt: Date?

    package var isInvited: Bool { activatedAt == nil }

    /// Decodes by hand for speed: every request reads one.
    package init(row: Row) throws {
        id = row["id"]
        email = row["email"]
        name = row["name"]
        phone = row["phone"]
        language = row["language"]
        channel = row["channel"]
        passwordHash = row["passwordHash"]
        createdAt = Date(milliseconds: row["createdAt"])
        activatedAt = Date.stored(row["activatedAt"])
        disabledAt = Date.stored(row["disabledAt"])
    }
}

/// The form of a new person, as typed.
package struct NewPerson: Sendable {
    package var name: String
    package let address: EmailAddress
    package var phone: String
    package var language: Language

    package var email: String { address.text }

    package init(name: String, email: String, phone: String = "", language: Language) {
        self.name = TypedText.line(name)
        address = EmailAddress(email)
        self.phone = PhoneNumber.line(phone)
        self.language = language
    }

    package func check() throws { try problems().check() }

    /// Returns the errors in the fields that can be found without the database.
    package func problems() -> Invalid {
        var invalid = Person.problems(name: name, phone: phone)
        if !EmailAddress.isPlausible(email) { invalid.add("email", "errors.emailWrong") }
        return invalid
    }
}

extension Person {
    package static func find(_ db: Database, _ id: Int64) throws -> Person {
        let statement = try db.cachedStatement(sql: "SELECT * FROM person WHERE id = ?")
        guard let person = try Person.fetchOne(statement, arguments: [id]) else { throw NotFound() }
        return person
    }

    package static func find(_ db: Database, email: EmailAddress) throws -> Person? {
        try Person.fetchOne(
            db, sql: "SELECT * FROM person WHERE email = ?", arguments: [email.text]
        )
    }

    /// Returns the errors in a name and a phone, cleaned before.
    static func problems(name: String, phone: String) -> Invalid {
        var invalid = Invalid()
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: 120)
        if !phone.isEmpty, !PhoneNumber.isPlausible(phone) { invalid.add("phone", "errors.phoneWrong") }
        return invalid
    }

    /// Adds a person who cannot sign in yet, or returns the person who has this address: one person may belong to
    /// several firms.
    static func findOrAdd(_ db: Database, _ new: NewPerson, at now: Date) throws -> Person {
        try new.check()
        if let known = try find(db, email: new.address) { return known }
        return try find(db, insert(db, new, at: now))
    }

    /// Inserts a checked, new person.
    static func insert(_ db: Database, _ new: NewPerson, at now: Date) throws -> Int64 {
        try db.cachedStatement(
            sql: "INSERT INTO person (email, name, phone, language, createdAt) VALUES (?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                new.email, new.name, new.phone.isEmpty ? nil : new.phone, new.language, now.milliseconds,
            ]
        )
        return db.lastInsertedRowID
    }

    /// Sets the language of all pages for the person.
    package func choose(_ db: Database, language: Language) throws {
        try db.execute(sql: "UPDATE person SET language = ? WHERE id = ?", arguments: [language, id])
    }

    /// Returns facts that others know of a person and would try as a password: names, addresses and numbers of the
    /// person, the office and all firms to which the person has or had access.
    package func knownFacts(_ db: Database) throws -> [String] {
        let firms = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT name, taxIdentifier FROM membership JOIN firm ON firm.id = firmId WHERE personId = ?
                LIMIT 100
                """, arguments: [id])
        let office = try Office.find(db).map { [$0.name, $0.email, $0.phone].compactMap(\.self) } ?? []
        return [name, email, phone].compactMap(\.self) + office
            + firms.flatMap { [$0["name"] as String, $0["taxIdentifier"] as String] }
    }
}
