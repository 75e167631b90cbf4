import GRDB

/// What the header of every office page says: the person's counts, and their own sends that wait, failed or just went.
package struct OfficeHeader: Sendable {
    package let counts: HeaderCounts.Office
    package let sends: PlannedSend.Shown

    package static func read(_ db: Database, _ person: Int64, in scope: FirmScope) throws -> OfficeHeader {
        OfficeHeader(
            counts: try HeaderCounts.office(db, person, in: scope), sends: try PlannedSend.shown(db, to: person))
    }
}
