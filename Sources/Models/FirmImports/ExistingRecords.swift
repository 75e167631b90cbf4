import GRDB

/// The firms and people that the office already has, loaded once for thousands of rows.
struct ExistingRecords: Sendable {
    struct KnownFirm: StoredRow {
        let id: Int64
        let name: String
        let country: Country
        let taxIdentifier: String
        let isClosed: Bool
    }

    struct KnownPerson: StoredRow {
        let id: Int64
        let name: String
        let email: String
        let isDisabled: Bool
        let isStaff: Bool
    }

    private struct KnownMembership: StoredRow, Hashable {
        let personId: Int64
        let firmId: Int64
    }

    /// By country and identifier.
    private(set) var firms: [String: KnownFirm] = [:]
    /// By e-mail address.
    private(set) var people: [String: KnownPerson] = [:]
    private var memberships: Set<KnownMembership> = []
    /// The possible supervisors, by address and by folded name; `nil` for a name that two of them have.
    private(set) var supervisors: [String: (id: Int64, name: String)?] = [:]

    static func load(_ db: Database) throws -> ExistingRecords {
        var known = ExistingRecords()
        for firm in try KnownFirm.fetchAll(
            db, sql: "SELECT id, name, country, taxIdentifier, closedAt IS NOT NULL AS isClosed FROM firm"
        ) {
            known.firms[key(firm.country, firm.taxIdentifier)] = firm
        }
        let people = try KnownPerson.fetchAll(
            db,
            sql: """
                SELECT id, name, email, disabledAt IS NOT NULL AS isDisabled,
                    EXISTS (SELECT 1 FROM staff WHERE staff.personId = person.id) AS isStaff FROM person
                """
        )
        for person in people {
            known.people[person.email] = person
            guard person.isStaff, !person.isDisabled else { continue }
            let supervisor = (id: person.id, name: person.name)
            known.supervisors[person.email] = .some(supervisor)
            let name = SearchFolding.fold(person.name)
            known.supervisors[name] = known.supervisors[name] == nil ? .some(supervisor) : .some(nil)
        }
        known.memberships = Set(
            try KnownMembership.fetchAll(db, sql: "SELECT personId, firmId FROM membership WHERE endedAt IS NULL"))
        return known
    }

    static func key(_ country: Country, _ identifier: String) -> String { "\(country.rawValue) \(identifier)" }

    func isMember(_ person: Int64, of firm: Int64) -> Bool {
        memberships.contains(KnownMembership(personId: person, firmId: firm))
    }
}
