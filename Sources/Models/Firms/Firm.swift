import Foundation
import GRDB

/// A client firm.
package struct Firm: OfficeRecord {
    package let id: Int64
    package let name: String
    package let country: Country
    /// Digits only: NIP in Poland, ח.פ. in Israel.
    package let taxIdentifier: String
    /// How often it settles VAT; nothing when nobody has said.
    package let vat: VATPeriod?
    /// Whether amounts are paid only after the client's approval (F9).
    package let approvalRequired: Bool
    package let createdAt: Date
    package let archivedAt: Date?
}

/// What is typed about a new firm.
package struct NewFirm: Sendable {
    package var name: String
    package var country: Country
    package var taxIdentifier: String
    package var form: TaxationForm
    /// The person who supervises it; nobody is allowed too.
    package var supervisor: Int64?
    package var vat: VATPeriod?
    package var approvalRequired = false
    package var tags: [String] = []

    package init(name: String, country: Country, taxIdentifier: String, form: TaxationForm, supervisor: Int64?) {
        self.name = TypedText.line(name)
        self.country = country
        self.taxIdentifier = taxIdentifier
        self.form = form
        self.supervisor = supervisor
    }
}

extension Firm {
    /// Adds a firm of the office.
    /// - Throws: `Invalid` naming `name` or `identifier`, also when the office already has a firm with it.
    package static func add(_ db: Database, _ new: NewFirm, by head: Int64?, on day: Day, at now: Date) throws -> Firm {
        var invalid = Invalid()
        if new.name.isEmpty { invalid.add("name", "errors.nameMissing") }
        if new.name.count > 160 { invalid.add("name", "errors.tooLong", ["limit": "160"]) }
        let identifier = new.country.identifier(new.taxIdentifier)
        if identifier == nil { invalid.add("identifier", new.country.identifierError) }
        if let name = try String.fetchOne(
            db, sql: "SELECT name FROM firm WHERE country = ? AND taxIdentifier = ?",
            arguments: [new.country, identifier]
        ) {
            invalid.add("identifier", "errors.firmKnown", ["name": name])
        }
        FirmTags.check(new.tags, into: &invalid)
        try invalid.check()
        try db.execute(
            sql: """
                INSERT INTO firm (name, country, taxIdentifier, currency, nameKey, searchText, vat, approvalRequired,
                    createdAt)
                VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)
                """,
            arguments: [
                new.name, new.country, identifier, new.country.currency, Folding.fold(new.name), new.vat,
                new.approvalRequired, now.milliseconds,
            ]
        )
        let id = db.lastInsertedRowID
        try FirmTags.replace(db, of: id, with: new.tags)
        try Taxation.begin(db, firm: id, form: new.form, from: day)
        if let supervisor = new.supervisor {
            try Assignment.assign(db, firm: id, to: supervisor, duty: .supervisor, from: day, by: head, at: now)
        }
        try AuditEvent.write(db, .firmAdded, by: head, firm: id, ["name": new.name], at: now)
        try refreshSearchText(db, id)
        return try find(db, id, in: .wholeOffice)
    }

    /// A firm of the scope.
    /// - Throws: `NotFound` for one outside of it, as for none.
    package static func find(_ db: Database, _ id: Int64, in scope: FirmScope) throws -> Firm {
        let request: SQLRequest<Firm> = "SELECT * FROM firm WHERE id = \(id) AND \(scope.contains("firm.id"))"
        guard let firm = try request.fetchOne(db) else { throw NotFound() }
        return firm
    }

    /// What a search on the firm list looks through: name, identifier, people's names and addresses.
    static func refreshSearchText(_ db: Database, _ id: Int64) throws {
        let texts = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM firm WHERE id = :id
                UNION ALL SELECT taxIdentifier FROM firm WHERE id = :id
                UNION ALL SELECT person.name || ' ' || person.email FROM membership
                    JOIN person ON person.id = membership.personId
                    WHERE membership.firmId = :id AND membership.endedAt IS NULL
                """,
            arguments: ["id": id]
        )
        try db.execute(
            sql: "UPDATE firm SET searchText = ? WHERE id = ?",
            arguments: [Folding.fold(texts.joined(separator: "\n")), id]
        )
    }
}
