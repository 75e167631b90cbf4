import Dates
import Foundation
import GRDB

/// A client firm.
package struct Firm: OfficeRecord {
    package let id: Int64
    package let name: String
    package let country: Country
    /// Digits only: NIP in Poland, ח.פ. in Israel.
    package let taxIdentifier: String
    /// How often it settles VAT; `nil` while unknown.
    package let vat: VATPeriod?
    /// Whether amounts are paid only after the client's approval.
    package let approvalRequired: Bool
    package let createdAt: Date
    package let closedAt: Date?

    /// Decodes by hand for speed: every page about one firm reads it.
    package init(row: Row) throws {
        id = row["id"]
        name = row["name"]
        country = row["country"]
        taxIdentifier = row["taxIdentifier"]
        vat = row["vat"]
        approvalRequired = row["approvalRequired"]
        createdAt = Date(milliseconds: row["createdAt"])
        closedAt = Date.stored(row["closedAt"])
    }
}

/// The form of a new firm, as typed.
package struct NewFirm: Sendable {
    package var name: String
    package var country: Country
    package var taxIdentifier: String
    /// `nil` until one is chosen.
    package var form: TaxationForm?
    /// The person who supervises it; may be `nil`.
    package var supervisor: Int64?
    package var vat: VATPeriod?
    package var approvalRequired = false
    package var tags: [String] = []

    package init(name: String, country: Country, taxIdentifier: String, form: TaxationForm?, supervisor: Int64?) {
        self.name = TypedText.line(name)
        self.country = country
        self.taxIdentifier = taxIdentifier
        self.form = form
        self.supervisor = supervisor
    }

    /// Returns the errors in the fields that can be found without the database.
    package func problems() -> Invalid {
        var invalid = Invalid()
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: 160)
        if country.identifier(taxIdentifier) == nil { invalid.add("identifier", country.identifierError) }
        if form == nil { invalid.add("form", "errors.formMissing") }
        FirmTags.check(tags, into: &invalid)
        return invalid
    }
}

extension Firm {
    /// Adds a firm to the office.
    /// - Throws: `Invalid` naming `name` or `identifier`, also when the office already has a firm with this identifier.
    package static func add(_ db: Database, _ new: NewFirm, by head: Int64?, on day: Day, at now: Date) throws -> Firm {
        var invalid = new.problems()
        let identifier = new.country.identifier(new.taxIdentifier)
        if let name = try String.fetchOne(
            db, sql: "SELECT name FROM firm WHERE country = ? AND taxIdentifier = ?",
            arguments: [new.country, identifier]
        ) {
            invalid.add("identifier", "errors.firmKnown", ["name": name])
        }
        try invalid.check()
        let id = try insert(db, new, identifier: identifier ?? "", by: head, on: day, at: now)
        try refreshSearchText(db, id)
        return try find(db, id, in: .wholeOffice)
    }

    /// Inserts a checked, new firm. Thousands may be inserted at once, so the caller refreshes its search text, after
    /// adding its people.
    static func insert(
        _ db: Database, _ new: NewFirm, identifier: String, by head: Int64?, on day: Day, at now: Date
    ) throws -> Int64 {
        try db.cachedStatement(
            sql: """
                INSERT INTO firm (name, country, taxIdentifier, currency, nameKey, searchText, vat, approvalRequired,
                    createdAt)
                VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)
                """
        ).execute(
            arguments: [
                new.name, new.country, identifier, new.country.currency, SearchFolding.fold(new.name), new.vat,
                new.approvalRequired, now.milliseconds,
            ]
        )
        let id = db.lastInsertedRowID
        if !new.tags.isEmpty { try FirmTags.replace(db, of: id, with: new.tags) }
        if let form = new.form { try Taxation.begin(db, firm: id, form: form, from: day) }
        if let supervisor = new.supervisor {
            try Assignment.assign(db, firm: id, to: supervisor, duty: .supervisor, from: day, by: head, at: now)
        } else {
            try Deputyship.follow(db, firm: id, by: head, on: day, at: now)
        }
        try AuditEvent.write(db, .firmAdded, by: head, firm: id, ["name": new.name], at: now)
        return id
    }

    /// Finds a firm of the scope.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(_ db: Database, _ id: Int64, in scope: FirmScope) throws -> Firm {
        let request = SQLRequest<Firm>(
            literal: "SELECT * FROM firm WHERE id = \(id) AND \(scope.contains("firm.id"))", cached: true)
        guard let firm = try request.fetchOne(db) else { throw NotFound() }
        return firm
    }

    /// Updates the text that the firm list searches: name, identifier, people's names, addresses and phones.
    static func refreshSearchText(_ db: Database, _ id: Int64) throws {
        let texts = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT name FROM firm WHERE id = :id
                    UNION ALL SELECT taxIdentifier FROM firm WHERE id = :id
                    UNION ALL SELECT person.name || ' ' || person.email || char(10) || ifnull(person.phone, '')
                        FROM membership
                        JOIN person ON person.id = membership.personId
                        WHERE membership.firmId = :id AND membership.endedAt IS NULL
                    """
            ),
            arguments: ["id": id]
        )
        try db.cachedStatement(sql: "UPDATE firm SET searchText = ? WHERE id = ?").execute(
            arguments: [SearchTerms.folded(texts.joined(separator: "\n")), id]
        )
    }
}
