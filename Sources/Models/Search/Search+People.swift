import Dates
import Formats
import GRDB

extension Search {
    package struct FirmHit: StoredRow {
        package let id: Int64
        package let name: String
        package let country: Country
        package let taxIdentifier: String
    }

    /// A person with access to a firm of the scope.
    package struct PersonHit: StoredRow {
        package let name: String
        package let email: String
        let phone: String?
        package let firmId: Int64
        package let firmName: String
    }

    /// Returns the firms, and their people, whose names, identifiers or addresses contain the words, as the firm list
    /// finds them. For the office alone.
    package static func firms(
        _ db: Database, _ typed: String, in scope: FirmScope, on day: Day, limit: Int
    ) throws -> (firms: [FirmHit], people: [PersonHit], matching: Int) {
        let terms = SearchTerms(typed)
        guard !terms.isEmpty else { return ([], [], 0) }
        var list = FirmList(scope: scope, day: day)
        list.filter = FirmFilter(search: typed)
        let ids = try list.ids(db)
        let firms: SQLRequest<FirmHit> = """
            SELECT id, name, country, taxIdentifier FROM firm WHERE id IN \(Array(ids.prefix(limit)))
            ORDER BY nameKey, id
            """
        return (try firms.fetchAll(db), try people(db, terms, of: Array(ids.prefix(500)), limit), ids.count)
    }

    private static func people(
        _ db: Database, _ terms: SearchTerms, of firms: [Int64], _ limit: Int
    ) throws -> [PersonHit] {
        let request: SQLRequest<PersonHit> = """
            SELECT person.name, person.email, person.phone, firm.id AS firmId, firm.name AS firmName
            FROM membership JOIN person ON person.id = membership.personId JOIN firm ON firm.id = membership.firmId
            WHERE membership.firmId IN \(firms) AND membership.endedAt IS NULL ORDER BY person.name, firm.nameKey
            """
        let cursor = try request.fetchCursor(db)
        var found: [PersonHit] = []
        while found.count < limit, let person = try cursor.next() {
            if terms.stand(in: "\(person.name)\n\(person.email)\n\(person.phone ?? "")") { found.append(person) }
        }
        return found
    }
}
