import GRDB

/// The portal as one person of a firm sees it, shown read-only to an employee of the office.
package struct ClientView: Sendable {
    package let firm: Firm
    /// The people of the firm who may read, by name.
    package let people: [Person]
    /// The person whose view is shown; `nil` when nobody of the firm may read.
    package let person: Person?

    /// - Parameter person: one of the firm's readers; `nil` for the first of them.
    /// - Throws: `NotFound` for a firm outside the scope, and for a person who is not a reader of it.
    package static func find(
        _ db: Database, _ firm: Int64, as person: Int64?, in scope: FirmScope
    ) throws -> ClientView {
        let firm = try Firm.find(db, firm, in: scope)
        let people = try SQLRequest<Person>(
            "SELECT * FROM person WHERE id IN (\(FirmScope.readers(of: "\(firm.id)"))) ORDER BY name, id"
        ).fetchAll(db)
        let chosen = person == nil ? people.first : people.first { $0.id == person }
        if person != nil, chosen == nil { throw NotFound() }
        return ClientView(firm: firm, people: people, person: chosen)
    }

    /// Returns what the person's header counts. An employee who may not see all firms of the person sees this firm
    /// alone.
    /// - Throws: `NotFound` when nobody of the firm may read.
    package func counts(_ db: Database, in scope: FirmScope) throws -> (counts: HeaderCounts.Client, isWhole: Bool) {
        guard let person else { throw NotFound() }
        let counts = try HeaderCounts.client(db, person.id)
        let isWhole = try Membership.isWithin(db, person.id, scope)
        return (isWhole ? counts : counts.of(firm: firm.id), isWhole)
    }
}
