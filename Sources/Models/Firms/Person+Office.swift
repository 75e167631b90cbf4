import Foundation
import GRDB

/// The editable facts of a person, as typed by the office.
package struct PersonDetails: Sendable {
    package var name: String
    package var phone: String
    package var language: Language

    package init(name: String, phone: String, language: Language) {
        self.name = TypedText.line(name)
        self.phone = PhoneNumber.line(phone)
        self.language = language
    }

    /// - Throws: `Invalid` naming `name` or `phone`.
    func check() throws { try Person.problems(name: name, phone: phone).check() }
}

extension Person {
    /// Corrects the facts of a person, except the e-mail address, by which the person signs in.
    /// - Throws: `Invalid` naming `name` or `phone`.
    package func correct(_ db: Database, _ details: PersonDetails, by author: Int64, at now: Date) throws {
        try details.check()
        try db.execute(
            sql: "UPDATE person SET name = ?, phone = ?, language = ? WHERE id = ?",
            arguments: [
                details.name, details.phone.isEmpty ? nil : details.phone, details.language, id,
            ]
        )
        let firms = try Int64.fetchAll(
            db, sql: "SELECT firmId FROM membership WHERE personId = ? AND endedAt IS NULL", arguments: [id]
        )
        for firm in firms { try Firm.refreshSearchText(db, firm) }
        var detail: [String: String] = [:]
        if name != details.name { (detail["nameBefore"], detail["name"]) = (name, details.name) }
        if phone ?? "" != details.phone { (detail["phoneBefore"], detail["phone"]) = (phone ?? "", details.phone) }
        try AuditEvent.write(db, .personCorrected, by: author, subject: "person/\(id)", detail, at: now)
    }

    /// Disables a person at once: sessions, streams, running downloads and links end.
    /// - Throws: `Invalid` naming `person` for oneself and for the last head.
    package func disable(_ db: Database, by head: Int64, at now: Date) throws {
        guard id != head else { throw Invalid("person", "errors.notYourself") }
        try Staff.keepHead(db, besides: id)
        try db.execute(
            sql: "UPDATE person SET disabledAt = ?, disabledBy = ? WHERE id = ? AND disabledAt IS NULL",
            arguments: [now.milliseconds, head, id]
        )
        guard db.changesCount == 1 else { return }
        try Session.endAll(db, of: id, at: now)
        try KnownBrowser.endAll(db, of: id, at: now)
        try PersonalLink.endAll(db, of: id, at: now)
        try AuditEvent.write(db, .personDisabled, by: head, subject: "person/\(id)", at: now)
    }

    /// Enables a person again, who then has to sign in anew.
    package func enable(_ db: Database, by head: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE person SET disabledAt = NULL, disabledBy = NULL WHERE id = ? AND disabledAt IS NOT NULL",
            arguments: [id]
        )
        guard db.changesCount == 1 else { return }
        if let disabledAt { try Membership.markMissed(db, by: id, since: disabledAt) }
        try AuditEvent.write(db, .personEnabled, by: head, subject: "person/\(id)", at: now)
    }
}
